import type { KnownBlock, ModalView } from '@slack/types';
import { formatDay } from '../../messages/format.ts';
import type { SaidMeanwhile } from '../../services/record-statements.ts';
import { context } from '../blocks/parts.ts';
import { fieldId, figureFields } from '../blocks/report-fields.ts';
import { type ReportModalInput, reportModal, withFurtherFields } from '../blocks/report-modal.ts';
import { saidText, type Voice } from '../blocks/voice.ts';

/** No fingerprint: whatever stands in the field from now on is meant. */
const NOT_FILLED_IN = '';

/**
 * The form with what was said meanwhile under the figures of its lines, which from now on are answered over that. By
 * the form alone it is known that it was told: a submission of the form as it was before is told again.
 */
export function redrawReport(input: ReportModalInput, said: SaidMeanwhile['said'], voice: Voice): ModalView {
  const { form, state } = input;
  const notices = new Map<string, KnownBlock>();
  const lines = form.lines.map((formed) => {
    const newer = said.find(({ item }) => item === formed.item);
    const line = state.lines.find(({ item }) => item === formed.item);
    if (!newer || !line) return formed;
    const text = voice.t.modalSaidMeanwhile(saidText(newer.said, voice), formatDay(newer.reportedOn));
    notices.set(fieldId(figureFields(line).at(-1) ?? 'note', line.item), context(`⚠️ ${text}`));
    const told = { ...formed, sequence: newer.sequence, figure: NOT_FILLED_IN };
    // A block is lifted only by those who see its reason.
    const blocked = formed.blocked === null && newer.said.kind === 'BLOCKED';
    return blocked ? withFurtherFields(told, line, voice) : told;
  });
  const view = reportModal({ ...input, form: { ...form, lines } }, voice);
  const blocks = view.blocks.flatMap((block) => {
    const notice = notices.get(block.block_id ?? '');
    return notice ? [block, notice] : [block];
  });
  return { ...view, blocks };
}
