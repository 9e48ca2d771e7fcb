import type { ModalView } from '@slack/types';
import { mayArrangeFor } from '../../domain/actor.ts';
import type { Person } from '../../domain/directory.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { findItemLine } from '../../services/find-item-line.ts';
import { findPersonByKey } from '../../services/find-person.ts';
import { readArrangementsOf } from '../../services/read-own-arrangements.ts';
import { itemOfLine } from '../blocks/check-in-lines.ts';
import { readMissingChoice } from '../blocks/home-controls.ts';
import { awayModal, delegateModal, type HomeForm, settingsModal } from '../blocks/home-modals.ts';
import type { Environment } from '../environment.ts';
import { homePageOf } from '../home/publish-home.ts';
import { type Caller, identify } from '../identify.ts';
import { openModal } from '../open-modal.ts';
import { openItemForm } from './open-item-form.ts';
import type { Press } from './press.ts';

/** A press on “change” beside hours and time zone. */
export const openSettingsModal = (environment: Environment, press: Press): Promise<void> =>
  openForm(environment, press, async ({ actor, person }) => {
    const set = await readArrangementsOf(environment.context, actor, person);
    if (!set.ok) return set;
    return accepted(settingsModal(set.value.settings, about(press, person.key), environment.voice));
  });

/** A press on “set an absence” of one's own. */
export const openOwnAwayModal = (environment: Environment, press: Press): Promise<void> =>
  openForm(environment, press, async ({ person }) => accepted(ownAway(environment, press, person)));

const ownAway = ({ context, voice }: Environment, press: Press, { key }: Person): ModalView =>
  awayModal(null, context.clock.today(), about(press, key), voice);

/** Asks to whom to delegate an item, and for how long. */
export const openDelegateModal = (environment: Environment, press: Press, code: string): Promise<void> =>
  openForm(environment, press, async ({ actor }) => {
    const { context, voice } = environment;
    const found = await findItemLine(context, actor, { code, year: null });
    if (!found.ok) return found;
    const { line, year } = found.value;
    const item = itemOfLine(line, year);
    if (!item) return refused({ code: 'UNKNOWN_CODE', given: code, near: [] });
    return accepted(delegateModal(item, context.clock.today(), about(press, item.code), voice));
  });

/** A choice beside somebody who has not answered: to report in their place, or to set their absence. */
export async function chooseForMissing(environment: Environment, press: Press): Promise<void> {
  const chosen = readMissingChoice(press.value);
  if (chosen?.kind === 'REPORT') return openItemForm(environment, press, chosen.item);
  if (chosen?.kind === 'AWAY') return openAwayModalOf(environment, press, chosen.person);
}

const openAwayModalOf = (environment: Environment, press: Press, key: string): Promise<void> =>
  openForm(environment, press, async ({ actor, person }) => {
    const { context, voice } = environment;
    if (key === person.key) return accepted(ownAway(environment, press, person));
    const colleague = await findPersonByKey(context, key);
    if (!colleague) return refused({ code: 'UNKNOWN_COLLEAGUE', given: key });
    const { name, structures } = colleague;
    if (!mayArrangeFor(actor, structures))
      return refused({ code: 'NOT_YOUR_PEOPLE', person: name, structures });
    return accepted(awayModal(colleague, context.clock.today(), about(press, key), voice));
  });

const about = (press: Press, what: string): HomeForm => ({ home: homePageOf(press) ?? 0, about: what });

const openForm = (
  environment: Environment,
  press: Press,
  build: (caller: Caller) => Promise<Result<ModalView>>,
): Promise<void> =>
  openModal(environment, press, async () => {
    const caller = await identify(environment, press.user);
    return caller.ok ? build(caller.value) : caller;
  });
