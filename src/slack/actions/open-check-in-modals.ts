import type { ModalView } from '@slack/types';
import { accepted, type Result } from '../../domain/refusal.ts';
import type { CheckInState } from '../../services/read-check-in.ts';
import { blockedModal, skipModal, snoozeModal } from '../blocks/check-in-modals.ts';
import type { Environment } from '../environment.ts';
import { openModal } from '../open-modal.ts';
import { findLine, findOpenCheckIn } from './find-own-check-in.ts';
import { readLineValue } from './line-value.ts';
import type { Press } from './press.ts';

/** A press on “blocked” asks why. */
export async function openBlockedModal(environment: Environment, press: Press): Promise<void> {
  const { checkInId, item } = readLineValue(press.value);
  await openFor(environment, press, checkInId, (state) => {
    const line = findLine(state, item);
    return line.ok ? accepted(blockedModal(state, line.value, environment.voice)) : line;
  });
}

/** A press on “skip this time” asks why. */
export const openSkipModal = (environment: Environment, press: Press): Promise<void> =>
  openFor(environment, press, press.value, (state) => accepted(skipModal(state, environment.voice)));

/** Asks until which day to snooze. */
export const openSnoozeModal = (environment: Environment, press: Press, checkInId: string): Promise<void> =>
  openFor(environment, press, checkInId, (state) =>
    accepted(snoozeModal(state, environment.context.clock.today(), environment.voice)),
  );

const openFor = (
  environment: Environment,
  press: Press,
  checkInId: string,
  modalOf: (state: CheckInState) => Result<ModalView>,
): Promise<void> =>
  openModal(environment, press, async () => {
    const own = await findOpenCheckIn(environment, press.user, checkInId);
    return own.ok ? modalOf(own.value.state) : own;
  });
