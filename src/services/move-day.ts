import { type Actor, may } from '../domain/actor.ts';
import type { IsoDate } from '../domain/dates.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { Context } from './context.ts';

export const TODAY_SETTING = 'today';

/** Moves the simulated day, and remembers it over a restart. Refused: ROLE_MAY_NOT, DAY_NOT_MOVABLE. */
export async function moveDay(context: Context, actor: Actor, day: IsoDate): Promise<Result<IsoDate>> {
  if (!may(actor, 'MOVE_THE_DAY')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'MOVE_THE_DAY' });
  }
  if (!context.clock.movable) return refused({ code: 'DAY_NOT_MOVABLE' });
  await context.store.setSetting(TODAY_SETTING, day);
  context.clock.moveTo(day);
  return accepted(day);
}
