import { may } from '../../domain/actor.ts';
import type { Admission } from '../../domain/caller.ts';
import { BY_ID, SESSION_USE_NOTED_MS, type Session } from '../../domain/session.ts';
import type { Context } from '../context.ts';
import { actorFor } from '../find-person.ts';
import { findOpenSession } from './find-open-session.ts';

export type AdmitSession = (credential: string) => Promise<Admission>;

/**
 * Lets in whoever signed in to the dashboard, to do what they do in Slack. A request by the cookie is a use of the
 * session; that a stream still stands is none.
 * @param onFailure told of a last use that could not be noted; the request goes on
 */
export function createAdmitSession(context: Context, onFailure: (error: unknown) => void): AdmitSession {
  const noteUse = createUseNotes(context, onFailure);
  return async (credential) => {
    const found = await findOpenSession(context, credential);
    if (found === undefined) return { ok: false, because: 'SESSION_ENDED' };
    const { session, person } = found;
    if (!credential.startsWith(BY_ID)) noteUse(session);
    const actor = await actorFor(context, person);
    return {
      ok: true,
      caller: {
        actor,
        counted: `session:${session.id}`,
        introspects: may(actor, 'MANAGE_KEYS'),
        lookedAtBy: `${BY_ID}${session.id}`,
      },
    };
  };
}

/** Once a minute at most, and after the request. */
function createUseNotes(context: Context, onFailure: (error: unknown) => void) {
  /** Instants by id, also where the disk took nothing: else each request would try it anew. */
  const tried = new Map<string, number>();
  return ({ id, lastUsedAt }: Session): void => {
    const now = context.realNow().getTime();
    const last = Math.max(Date.parse(lastUsedAt), tried.get(id) ?? 0);
    if (Math.abs(now - last) < SESSION_USE_NOTED_MS) return;
    tried.delete(id);
    tried.set(id, now);
    for (const [oldest] of tried) {
      if (tried.size <= MOST_TRIED) break;
      tried.delete(oldest);
    }
    const [usedAt = '', unlessAfter = ''] = [now, now - SESSION_USE_NOTED_MS].map((each) =>
      new Date(each).toISOString(),
    );
    setImmediate(() => {
      context.store.noteSessionUse(id, { usedAt, unlessAfter }).catch(onFailure);
    });
  };
}

const MOST_TRIED = 2000;
