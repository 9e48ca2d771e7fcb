/** A stop that comes before the product is whole ends the process all the same, and well. */
import { afterEach, expect, test, vi } from 'vitest';
import { runProduct } from '../src/run-product.ts';
import { StartError } from '../src/start-error.ts';

const { startProduct } = vi.hoisted(() => ({ startProduct: vi.fn() }));
vi.mock('../src/product.ts', () => ({ startProduct }));

afterEach(() => void vi.restoreAllMocks());

/** Runs the product; its start ends as the test says, its signals and its exit are the test's. */
function run() {
  let start: { resolve(product: object): void; reject(error: Error): void } | undefined;
  startProduct.mockReturnValue(
    new Promise((resolve, reject) => {
      start = { resolve, reject };
    }),
  );
  const listeners = new Map<string | symbol, (signal: string) => void>();
  vi.spyOn(process, 'on').mockImplementation((event, listener) => {
    listeners.set(event, listener);
    return process;
  });
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => undefined) as typeof process.exit);
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const running = runProduct({ LOG_LEVEL: 'silent' });
  return { start, running, exit, said, signal: (name: string) => listeners.get(name)?.(name) };
}

const product = () => ({
  announce: vi.fn(),
  stop: vi.fn(async () => undefined),
  connected: Promise.resolve(),
});

test.each(['SIGTERM', 'SIGINT'])('%s during the start stops the product once it is whole', async (name) => {
  const { start, running, exit, signal } = run();
  signal(name);
  expect(exit).not.toHaveBeenCalled();
  const started = product();
  start?.resolve(started);
  await running;
  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(started.stop).toHaveBeenCalledTimes(1);
  expect(started.announce).not.toHaveBeenCalled();
});

test('after a signal, a start that fails is no failure', async () => {
  const { start, running, exit, said, signal } = run();
  signal('SIGTERM');
  start?.reject(new StartError('PORT=1: EACCES'));
  await running;
  expect(exit).toHaveBeenCalledExactlyOnceWith(0);
  expect(said).not.toHaveBeenCalled();
});

test('without a signal it is one', async () => {
  const { start, running, exit } = run();
  start?.reject(new StartError('PORT=1: EACCES'));
  await running;
  expect(exit).toHaveBeenCalledExactlyOnceWith(1);
});
