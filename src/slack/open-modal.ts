import { setTimeout as pause } from 'node:timers/promises';
import type { ModalView } from '@slack/types';
import type { Refusal, Result } from '../domain/refusal.ts';
import { refusalText } from '../messages/refusals.ts';
import type { Press } from './actions/press.ts';
import { escapeText, section } from './blocks/parts.ts';
import type { Voice } from './blocks/voice.ts';
import type { Environment } from './environment.ts';
import { platformError } from './platform-error.ts';
import { tellPresser } from './tell-presser.ts';

/** A trigger lives for 3 seconds; some of them go on the way. */
const BUILD_MS = 1000;

/**
 * Opens the modal that `build` makes, or tells the person why there is none. A trigger expires in seconds: what
 * takes longer to make is announced by a modal that says so, and put in its place when it is there.
 */
export async function openModal(
  environment: Environment,
  press: Pick<Press, 'user' | 'channel' | 'triggerId'>,
  build: () => Promise<Result<ModalView>>,
): Promise<void> {
  const { client, voice } = environment;
  const building = build();
  const prompt = await promptly(building);
  if (prompt?.ok === false && press.channel !== null) {
    return tellPresser(environment, press, refusalText(prompt.refusal, voice.language));
  }
  const first = prompt === null ? noticeModal(voice.t.modalLoading, voice) : viewOf(prompt, voice);
  const opened = await open(environment, press.triggerId, first);
  if (opened === null) {
    building.catch(() => undefined);
    return tellPresser(environment, press, voice.t.modalOpenFailed);
  }
  if (prompt !== null) return;
  await client.views.update({ view_id: opened, view: viewOf(await building, voice) });
}

/** What `work` gives, or null when that takes too long for the trigger. */
async function promptly<T>(work: Promise<T>): Promise<T | null> {
  const done = new AbortController();
  const patience = pause(BUILD_MS, null, { signal: done.signal, ref: false }).catch(() => null);
  return Promise.race([work, patience]).finally(() => done.abort());
}

const EXPIRED = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
]);

/** The id of the view, or null when Slack takes the trigger no more. */
async function open({ client }: Environment, triggerId: string, view: ModalView): Promise<string | null> {
  try {
    return (await client.views.open({ trigger_id: triggerId, view })).view?.id ?? '';
  } catch (error) {
    if (EXPIRED.has(platformError(error) ?? '')) return null;
    throw error;
  }
}

const viewOf = (built: Result<ModalView>, voice: Voice): ModalView =>
  built.ok ? built.value : refusalModal(built.refusal, voice);

const refusalModal = (refusal: Refusal, voice: Voice): ModalView =>
  noticeModal(`⚠️ ${escapeText(refusalText(refusal, voice.language))}`, voice);

/** A modal that only says something. */
export const noticeModal = (text: string, { t }: Voice): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: t.modalTitle },
  close: { type: 'plain_text', text: t.modalDismiss },
  blocks: [section(text)],
});
