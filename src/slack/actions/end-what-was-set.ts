import type { Actor } from '../../domain/actor.ts';
import type { Result } from '../../domain/refusal.ts';
import { setAway } from '../../services/change-settings.ts';
import { endDelegation } from '../../services/delegate-item.ts';
import type { Environment } from '../environment.ts';
import { refreshPressed } from '../home/publish-home.ts';
import { refuseOverHome } from '../home/tell-over-home.ts';
import { identify } from '../identify.ts';
import type { Press } from './press.ts';

/** A press on “I am back”: ends one's own absence, or calls off one that lies ahead. */
export const comeBack = (environment: Environment, press: Press): Promise<void> =>
  end(environment, press, (actor) =>
    setAway(environment.context, actor, actor.key, null, {
      key: `slack/back/${actor.key}/${press.actionTs || press.triggerId}`,
      fingerprint: 'back',
    }),
  );

/** A press on “end delegation”: delegations have numbers of their own, and end once. */
export const endOneDelegation = (environment: Environment, press: Press): Promise<void> =>
  end(environment, press, (actor) => endDelegation(environment.context, actor, Number(press.value)));

/** The home tab that is drawn anew is the answer. */
async function end(
  environment: Environment,
  press: Press,
  act: (actor: Actor) => Promise<Result<unknown>>,
): Promise<void> {
  const caller = await identify(environment, press.user);
  const done = caller.ok ? await act(caller.value.actor) : caller;
  if (!done.ok) await refuseOverHome(environment, press, done.refusal);
  await refreshPressed(environment, press);
}
