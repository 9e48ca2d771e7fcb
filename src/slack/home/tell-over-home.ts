import { accepted, type Refusal, refused } from '../../domain/refusal.ts';
import type { Press } from '../actions/press.ts';
import { escapeText } from '../blocks/parts.ts';
import type { Environment } from '../environment.ts';
import { noticeModal, openModal } from '../open-modal.ts';

/** Tells who pressed something in the home tab one plain sentence: over it, since there is no conversation there. */
export const tellOverHome = (environment: Environment, press: Press, sentence: string): Promise<void> =>
  openModal(environment, press, async () => accepted(noticeModal(escapeText(sentence), environment.voice)));

/** The same of why nothing came of the press. */
export const refuseOverHome = (environment: Environment, press: Press, refusal: Refusal): Promise<void> =>
  openModal(environment, press, async () => refused(refusal));
