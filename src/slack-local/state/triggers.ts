import { randomBytes } from 'node:crypto';

/** Slack's lifetime of a trigger: after 3 s `views.open` answers `expired_trigger_id`. */
export const TRIGGER_LIFETIME_MS = 3000;

/** Spent triggers are remembered this long, so that a late use is told from an invented one. */
const REMEMBERED_MS = 60_000;

export type TriggerRefusal = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

type Trigger = { user: string; viewId: string | undefined; createdAt: number; used: boolean };

export type Triggers = {
  /** `viewId`: the view the interaction came from, on which `views.push` builds. */
  issue(user: string, viewId?: string): string;
  /** Uses the trigger up; it opens one view, once, within 3 s. */
  exchange(id: string): { user: string; viewId: string | undefined } | { refused: TriggerRefusal };
};

/** Short-lived permissions to open a view for the person who has just acted. `now` is in ms by the real clock. */
export function createTriggers(now: () => number): Triggers {
  const issued = new Map<string, Trigger>();
  let counter = 0;

  function forgetOld(): void {
    for (const [id, trigger] of issued) {
      if (now() - trigger.createdAt <= REMEMBERED_MS) return;
      issued.delete(id);
    }
  }

  return {
    issue(user, viewId) {
      forgetOld();
      counter += 1;
      const id = `${now()}.${counter}.${randomBytes(16).toString('hex')}`;
      issued.set(id, { user, viewId, createdAt: now(), used: false });
      return id;
    },
    exchange(id) {
      const trigger = issued.get(id);
      if (!trigger) return { refused: 'invalid_trigger_id' };
      if (trigger.used) return { refused: 'exchanged_trigger_id' };
      if (now() - trigger.createdAt > TRIGGER_LIFETIME_MS) return { refused: 'expired_trigger_id' };
      trigger.used = true;
      return { user: trigger.user, viewId: trigger.viewId };
    },
  };
}
