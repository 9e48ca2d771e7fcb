/** `/arti missing`: who has not answered, by structure, and what nobody is assigned to. */
import type { KnownBlock } from '@slack/types';
import type { MissingAnswer } from '../../domain/missing.ts';
import { formatDay } from '../../messages/format.ts';
import type { MissingView } from '../../services/read-missing.ts';
import {
  clip,
  context,
  divider,
  escapeText,
  fitted,
  header,
  type MessageContent,
  message,
  section,
} from './parts.ts';
import { structureNames } from './status-lines.ts';
import type { Voice } from './voice.ts';

/** Codes and reasons in a row. */
const TEXT_LIMIT = 400;

export function missingMessage(view: MissingView, voice: Voice): MessageContent {
  const { t } = voice;
  const people = new Set(view.missing.flatMap(({ answers }) => answers.map(({ person }) => person.key)));
  const text = !view.everAsked
    ? t.missingNeverAsked
    : people.size === 0
      ? t.missingNothing
      : t.missingText(people.size);
  const rows = view.missing.flatMap(({ structure, answers }): readonly KnownBlock[] => [
    section(`*${structureNames([structure], view.figures)}*`),
    ...answers.map((answer) => section(answerText(answer, voice))),
  ]);
  const title = view.structure === undefined ? t.missingTitle : `${t.missingTitle} · ${view.structure}`;
  return message(
    text,
    fitted([header(title), section(text)], [...rows, ...orphanBlocks(view, voice)], [], t.more),
  );
}

function answerText({ person, checkIn, items, silence }: MissingAnswer, voice: Voice): string {
  const { t } = voice;
  const reason =
    checkIn.skipped === null
      ? ''
      : `; ${t.missingReason(`_${escapeText(clip(checkIn.skipped.because, TEXT_LIMIT))}_`)}`;
  const why = t.silences[silence](formatDay(checkIn.openedOn));
  const waiting = t.missingItems(items.length, checkIn.items.length);
  return `*${escapeText(person.name)}* — ${why}${reason}\n${waiting}: ${clip(items.join(', '), TEXT_LIMIT)}`;
}

function orphanBlocks({ orphans, figures }: MissingView, voice: Voice): readonly KnownBlock[] {
  const { t } = voice;
  if (orphans.length === 0) return [];
  const lines = orphans.map(({ item, structure, heads }) => {
    const who =
      heads.length === 0
        ? t.orphanNobody
        : t.orphanHeads(escapeText(heads.map(({ name }) => name).join(', ')));
    return `*${item}* (${structureNames([structure], figures)}): ${who}`;
  });
  return [
    divider(),
    section(`*${t.missingOrphans}*\n${clip(lines.join('\n'), 2500)}`),
    context(t.orphanHint),
  ];
}
