import { accepted, type Result } from '../../domain/refusal.ts';
import type { Context } from '../context.ts';
import { CURRENT, findPlan, loadFigures } from '../load-figures.ts';
import { createLatch } from './create-latch.ts';
import { figuresMark } from './figures-mark.ts';
import { parseSubject, type Subject } from './subject.ts';

export type ProgressQuery = {
  readonly year: number | null;
  /** Code, name or alias; null for none in particular. */
  readonly structure: string | null;
  readonly goal: string | null;
};

/** That figures of `subject` are not what they were; the same mark stands for the same figures. */
export type ChangedProgress = { readonly year: number; readonly subject: Subject; readonly mark: string };

export type ProgressStream = {
  readonly year: number;
  /** @param seen the mark of the figures that the reader has; null for none */
  readonly follow: (seen: string | null, signal: AbortSignal) => AsyncGenerator<ChangedProgress, void>;
};

/**
 * Today's figures of the plan, or of a goal or a structure, whenever they have changed: by something recorded, by an
 * act, by the day. Whoever reads slowly is given the latest, not each in between. Refused: NO_PLAN, UNKNOWN_CODE,
 * NOT_IN_BASELINE, NOT_A_GOAL, UNKNOWN_STRUCTURE.
 */
export async function findProgressStream(
  context: Context,
  query: ProgressQuery,
): Promise<Result<ProgressStream>> {
  const found = await findPlan(context, query.year);
  if (!found.ok) return found;
  const { id, plan } = found.value;
  const { year } = plan;
  const parsed = parseSubject(plan, context.clock.today(), query);
  if (!parsed.ok) return parsed;
  const subject = parsed.value;
  async function* follow(seen: string | null, signal: AbortSignal): AsyncGenerator<ChangedProgress, void> {
    const changed = createLatch();
    signal.addEventListener('abort', changed.lift);
    const unwatch = context.changes.watch(id, changed.lift);
    try {
      for (let last = seen; !signal.aborted; await changed.pass()) {
        const loaded = await loadFigures(context, { ...CURRENT, year });
        if (!loaded.ok) continue;
        const mark = figuresMark(loaded.value.figures, subject);
        if (mark === last) continue;
        last = mark;
        yield { year, subject, mark };
        // While the reader was busy the stream may have ended.
        if (signal.aborted) return;
      }
    } finally {
      unwatch();
      signal.removeEventListener('abort', changed.lift);
    }
  }
  return accepted({ year, follow });
}
