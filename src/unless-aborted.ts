/**
 * What `work` gives, or ABORTED as soon as `signal` is: whoever waits for a slow answer then hears at once of what
 * matters more. Nothing stays behind at the signal, which outlives many of these.
 */
export function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | 'ABORTED'> {
  if (signal.aborted) return Promise.resolve('ABORTED');
  return new Promise((resolve, reject) => {
    const abort = () => resolve('ABORTED');
    signal.addEventListener('abort', abort, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
