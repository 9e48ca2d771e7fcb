import { useEffect, useState } from 'preact/hooks';

/**
 * How many of `total` rows to draw now: `step` at first, and as many more after each picture, so that a thousand of
 * them never hold the page still.
 */
export function useGradually(total: number, step: number): number {
  const [shown, setShown] = useState(step);
  useEffect(() => {
    if (shown >= total) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setShown(shown + step));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [shown, total, step]);
  return Math.min(shown, total);
}
