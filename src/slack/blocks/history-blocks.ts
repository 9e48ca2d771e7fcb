import type { Measurement, StatusReport } from '../../domain/facts.ts';
import type { Said } from '../../domain/notice.ts';
import { saidOfMeasurement, saidOfReport } from '../../domain/said.ts';
import { formatDay } from '../../messages/format.ts';
import type { History } from '../../services/read-history.ts';
import { clip, context, escapeText, fitted, header, type MessageContent, message, section } from './parts.ts';
import { saidText, type Voice } from './voice.ts';

/** Of a note in a list. */
const NOTE_LIMIT = 300;

/** `/arti history`: everything said of an item, the latest arrival first; nothing was ever overwritten. */
export function historyMessage(history: History, voice: Voice): MessageContent {
  const { t } = voice;
  const { goal } = history;
  const code = history.kind === 'PHASE' ? history.phase.code : goal.code;
  const rows =
    history.kind === 'PHASE'
      ? history.reports.map((report) => rowText(report, saidOfReport(report, history.phase), voice))
      : history.measurements.map((each) => rowText(each, saidOfMeasurement(each, goal.indicator), voice));
  const title = t.historyTitle(code);
  return message(
    `${title}: ${rows.length === 0 ? t.neverReported : rows.length}`,
    fitted(
      [header(title), context(escapeText(history.kind === 'PHASE' ? wordingOf(history) : goal.title))],
      rows.length === 0 ? [section(t.neverReported)] : rows.map((row) => section(row)),
      history.more ? [context(t.historyMore)] : [],
      t.more,
    ),
  );
}

const wordingOf = ({ phase, goal }: Extract<History, { kind: 'PHASE' }>): string =>
  clip('text' in phase.description ? phase.description.text : goal.title, 500);

function rowText(fact: StatusReport | Measurement, said: Said, voice: Voice): string {
  const { t } = voice;
  const words = t.explainReport(`*${saidText(said, voice)}*`, formatDay(fact.reportedOn), fact.sequence);
  const note = fact.note === null ? [] : [`_${escapeText(clip(fact.note, NOTE_LIMIT))}_`];
  const evidence = fact.evidence === null ? [] : [t.evidence(escapeText(clip(fact.evidence, NOTE_LIMIT)))];
  return [words, ...note, ...evidence].join('\n');
}
