import type { Actor } from '../domain/actor.ts';
import type { Caller } from '../domain/caller.ts';
import type { Language } from '../messages/language.ts';
import type { Context } from '../services/context.ts';
import type { Stream } from './streams.ts';

/** What every resolver is given. */
export type GraphqlContext = {
  readonly services: Context;
  readonly actor: Actor;
  /** The same, with what its requests are counted by. */
  readonly caller: Caller;
  /** Of the messages; figures and codes have none. */
  readonly language: Language;
  /** Left out where an answer is given whole. */
  readonly stream?: Stream;
};
