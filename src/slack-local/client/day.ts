import type { WorkspaceContext } from '../context.ts';
import type { PageAnswer } from '../page-api.ts';
import type { CallBodies } from './call-bodies.ts';
import { getPerson } from './lookups.ts';
import { PageError } from './page-error.ts';

/** Moves the simulated day and tells every open page. Refusals: `not_allowed`, `day_not_simulated`, `invalid_date`, `day_refused`. */
export async function day(ctx: WorkspaceContext, body: CallBodies['day']): Promise<PageAnswer> {
  const user = getPerson(ctx, body.user);
  const { calendar } = ctx.options;
  if (!user.isAdmin) throw new PageError('not_allowed');
  if (!calendar.simulated) throw new PageError('day_not_simulated');
  if (!isDate(body.today)) throw new PageError('invalid_date');
  try {
    await calendar.setToday(body.today, user.id);
  } catch (error) {
    ctx.log('warn', 'the day could not be moved', { day: body.today, error: String(error) });
    throw new PageError('day_refused', error instanceof Error ? error.message : String(error));
  }
  ctx.hub.pushToAll({ type: 'day_changed', today: calendar.today() });
  return { ok: true };
}

/** A day that exists, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
