import type { RecordedItem, RefusedLine } from '../../domain/notice.ts';
import { readRatio } from '../../domain/ratio.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { formatDay } from '../../messages/format.ts';
import { HEALTH_MARKS } from '../../messages/health.ts';
import { refusalText } from '../../messages/refusals.ts';
import { clip, context, escapeText, fitted, type MessageContent, message, section } from './parts.ts';
import { saidText, shareText, type Voice } from './voice.ts';

/** Of a reason or a note, so that what it did to the goal is never cut off. */
const PART_LIMIT = 1200;

/** What was recorded, and what it did to the goal. */
export function recordedMessage(
  items: readonly RecordedItem[],
  duplicate: boolean,
  voice: Voice,
): MessageContent {
  const { t } = voice;
  const first = items[0];
  const text =
    first && items.length === 1
      ? `${t.recorded(first.item)}: ${saidText(first.said, voice)}. ${goalText(first, voice)}`
      : t.recorded(items.map((item) => item.item).join(', '));
  return message(
    text,
    fitted(
      duplicate ? [context(t.alreadyRecorded)] : [],
      items.map((item) => section(itemText(item, voice))),
      [context(t.correctHint)],
      t.more,
    ),
  );
}

function itemText(item: RecordedItem, voice: Voice): string {
  const { t } = voice;
  const mark = item.said.kind === 'BLOCKED' ? HEALTH_MARKS.BLOCKED : '✅';
  const head = `${mark} ${t.recorded(`*${item.item}*`)}: *${clip(saidText(item.said, voice), PART_LIMIT)}* ${t.recordedOn(formatDay(item.reportedOn))}`;
  const note = item.note === null ? [] : [t.note(clip(escapeText(item.note), PART_LIMIT))];
  const evidence = item.evidence === null ? [] : [t.evidence(clip(escapeText(item.evidence), PART_LIMIT))];
  const { standing } = item;
  const later =
    standing === null ? [] : [t.standing(saidText(standing.said, voice), formatDay(standing.reportedOn))];
  return [head, ...note, ...evidence, ...later, goalText(item, voice)].join('\n');
}

function goalText(item: RecordedItem, voice: Voice): string {
  const share = (text: string | null) => (text === null ? null : shareText(readRatio(text), voice));
  return voice.t.goalProgress(
    item.goal,
    share(item.goalShare) ?? voice.t.noFigure,
    share(item.goalShareBefore),
  );
}

/** What was not taken, why, and what is accepted. */
export function refusedMessage(lines: readonly RefusedLine[], voice: Voice): MessageContent {
  const { t, language } = voice;
  const texts = lines.map(({ line, refusal }) =>
    t.refusedLine(escapeText(clip(line, 300)), escapeText(refusalText(refusal, language))),
  );
  // A greeting or a thank-you is no mistake: it is only told how to report.
  if (lines.length > 0 && lines.every(({ refusal }) => saysNothing(refusal))) {
    return message(
      texts.join(' '),
      texts.map((text) => section(text)),
    );
  }
  return message(
    [...texts, t.nothingRecorded].join(' '),
    fitted(
      [],
      texts.map((text) => section(`⚠️ ${text}`)),
      [context(t.nothingRecorded)],
      t.more,
    ),
  );
}

const saysNothing = (refusal: Refusal): boolean => refusal.code === 'NOTHING_SAID' && refusal.item === null;

/** The answer to a question that could not be answered: nothing was to be recorded in the first place. */
export function refusalMessage(refusal: Refusal, voice: Voice): MessageContent {
  const text = escapeText(refusalText(refusal, voice.language));
  return message(text, [section(`⚠️ ${text}`)]);
}
