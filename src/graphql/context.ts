import type { Actor } from '../domain/actor.ts';
import type { Language } from '../messages/language.ts';
import type { Context } from '../services/context.ts';

/** What every resolver is given. */
export type GraphqlContext = {
  readonly services: Context;
  readonly actor: Actor;
  /** Of the messages; figures and codes have none. */
  readonly language: Language;
};
