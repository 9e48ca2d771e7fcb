/** A worker as the harness holds it: started, told to record, killed. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { BOOT } from '../build-worker.ts';
import type { FromWorker, Recording, Start, ToWorker } from './worker-messages.ts';

export type Instance = {
  /** Once it may be started. */
  readonly loaded: Promise<void>;
  start(order: Start): void;
  /** Once it holds messages, or is gone. */
  readonly working: Promise<void>;
  /** Whether it says that the fact is recorded; false when it died or failed before it could. */
  record(fact: Recording): Promise<boolean>;
  /** The last attempt at which it claimed each message, by key. */
  readonly claims: ReadonlyMap<string, number>;
  /** SIGKILL; once it is dead, and all that it had said was heard. */
  kill(): Promise<void>;
};

/** What an instance says besides the answers to what it is told. */
export type InstanceEvents = {
  claimed(key: string, attempt: number): void;
  failed(error: string): void;
};

/** Loads the worker ahead of its start: only from then on does it live. */
export function loadInstance(file: string, events: InstanceEvents): Instance {
  const child: ChildProcess = fork(BOOT, [file], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  let isWorking: () => void = () => undefined;
  const working = new Promise<void>((resolve) => {
    isWorking = resolve;
  });
  const claims = new Map<string, number>();
  const waiting = new Map<number, (recorded: boolean) => void>();
  let isLoaded: () => void = () => undefined;
  const loaded = new Promise<void>((resolve) => {
    isLoaded = resolve;
  });
  const gone = Promise.all([once(child, 'exit'), once(child, 'disconnect')]).then(() => undefined);
  void gone.then(() => {
    isWorking();
    for (const answer of waiting.values()) answer(false);
    waiting.clear();
  });

  child.on('message', (message: FromWorker) => {
    switch (message.kind) {
      case 'LOADED':
        return isLoaded();
      case 'RECORDED':
        waiting.get(message.number)?.(true);
        waiting.delete(message.number);
        return;
      case 'NOT_RECORDED':
        waiting.get(message.number)?.(false);
        waiting.delete(message.number);
        return events.failed(message.error);
      case 'CLAIMED':
        for (const { key, attempt } of message.claims) {
          claims.set(key, attempt);
          events.claimed(key, attempt);
        }
        isWorking();
        return;
      case 'FAILED':
        return events.failed(message.error);
    }
  });

  /** One that is gone takes nothing: that is answered by `gone`. */
  function tell(message: ToWorker): void {
    child.send(message, () => undefined);
  }

  return {
    loaded,
    start: tell,
    working,
    record(fact) {
      if (!child.connected) return Promise.resolve(false);
      return new Promise((resolve) => {
        waiting.set(fact.number, resolve);
        tell(fact);
      });
    },
    claims,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
