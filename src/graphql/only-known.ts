import type { Plugin } from 'graphql-yoga';
import { type Actor, may } from '../domain/actor.ts';
import type { Language } from '../messages/language.ts';
import { REQUEST_TEXTS } from '../messages/request-texts.ts';
import { refusalError } from './refusal-error.ts';

export type ActorFor = (request: Request) => Actor | null;

/**
 * Asks once, before anything of the request is read, who sends it and whether they may read: whoever is not known,
 * or may not, learns nothing of the schema, not even from the errors of a query.
 */
export function onlyKnown(
  actorFor: ActorFor,
  language: Language,
): { readonly plugin: Plugin; readonly actorOf: (request: Request) => Actor } {
  const known = new WeakMap<Request, Actor>();
  return {
    plugin: {
      onRequest({ request, endResponse, fetchAPI }) {
        const actor = actorFor(request);
        if (actor === null) {
          const error = {
            message: REQUEST_TEXTS[language].keyNeeded,
            extensions: { code: 'UNAUTHENTICATED' },
          };
          const init = { status: 401, headers: { 'www-authenticate': 'Bearer realm="arti"' } };
          endResponse(fetchAPI.Response.json({ errors: [error] }, init));
        } else if (may(actor, 'READ')) {
          known.set(request, actor);
        } else {
          const error = refusalError(
            { code: 'ROLE_MAY_NOT', role: actor.role, permission: 'READ' },
            language,
          );
          endResponse(fetchAPI.Response.json({ errors: [error] }, { status: 403 }));
        }
      },
    },
    actorOf(request) {
      const actor = known.get(request);
      if (!actor) throw new Error('a request came past the check of who sends it');
      return actor;
    },
  };
}
