import { parseIsoDate } from '../../domain/dates.ts';
import { readForm } from '../blocks/report-form.ts';
import {
  DAY_FIELD,
  OTHERS_ACTION,
  othersId,
  reportModal,
  withFurtherFields,
} from '../blocks/report-modal.ts';
import type { Environment } from '../environment.ts';
import { platformError } from '../platform-error.ts';
import { tellPresser } from '../tell-presser.ts';
import { readTyped } from '../views/read-typed.ts';
import { findFormSubject } from './find-form-subject.ts';
import type { Press } from './press.ts';
import { tellRefused } from './tell-refused.ts';

/**
 * A press on “more” beside a line of the form: draws the form again with the further fields of that line. What
 * was typed stays: Slack keeps it by `block_id`, and it is filled in again all the same.
 */
export async function showMoreFields(environment: Environment, press: Press): Promise<void> {
  const { context, client, voice } = environment;
  const { view } = press;
  if (view === null) return;
  const form = readForm(view.privateMetadata);
  const subject = await findFormSubject(environment, press.user, form);
  if (!subject.ok) return tellRefused(environment, press, subject.refusal);
  const state = subject.value;
  const lines = form.lines.map((formed) => {
    const line = state.lines.find(({ item }) => item === formed.item);
    const shown = formed.item === press.value && formed.blocked === null;
    return line && shown ? withFurtherFields(formed, line, voice) : formed;
  });
  const others = view.values[othersId(form.page)]?.[OTHERS_ACTION]?.selected_options ?? [];
  const modal = reportModal(
    {
      form: { ...form, lines },
      state,
      day: parseIsoDate(view.values[DAY_FIELD]?.[DAY_FIELD]?.selected_date ?? '') ?? context.clock.today(),
      typed: readTyped(view.values),
      othersUnchanged: others.length > 0,
    },
    voice,
  );
  try {
    await client.views.update({ view_id: view.id, hash: view.hash, view: modal });
  } catch (error) {
    const code = platformError(error);
    // Drawn again meanwhile by another press: that one stands, and nothing typed is lost.
    if (code === 'hash_conflict') return tellPresser(environment, press, voice.t.modalChanged);
    // Closed or submitted meanwhile.
    if (code !== 'not_found' && code !== 'view_not_found') throw error;
  }
}
