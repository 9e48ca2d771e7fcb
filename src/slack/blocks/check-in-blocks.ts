/** The check-in as a message: what is asked, what was said last, and the buttons that answer. */
import type { KnownBlock } from '@slack/types';
import { HOME_TIME_ZONE } from '../../domain/arrangement.ts';
import { lastSaidOf } from '../../domain/last-said.ts';
import type { Said } from '../../domain/notice.ts';
import { saysFigure } from '../../domain/phase-progress.ts';
import { itemTitle } from '../../domain/plan-items.ts';
import { saidOfMeasurement, saidOfReport } from '../../domain/said.ts';
import { formatDay, formatLongDay } from '../../messages/format.ts';
import { dayAndTime } from '../../messages/format-time.ts';
import type { CheckInLine, CheckInState } from '../../services/read-check-in.ts';
import { editButton, lineControls, topControls } from './check-in-controls.ts';
import { answeredLines, goneLines, inOrder, itemOfLine, waitingLines } from './check-in-lines.ts';
import {
  clip,
  context,
  escapeText,
  header,
  MESSAGE_BLOCKS_LIMIT,
  type MessageContent,
  message,
  section,
} from './parts.ts';
import { healthLine, saidText, type Voice } from './voice.ts';

/** @param late the instant for which it was planned, of one that came late */
export function checkInMessage(
  state: CheckInState,
  voice: Voice,
  late: string | null = null,
): MessageContent {
  const { t } = voice;
  const opened = formatDay(state.checkIn.openedOn);
  const waiting = waitingLines(state).length;
  const head = [
    header(`${t.checkInTitle} · ${opened}`),
    section(introOf(state, voice)),
    ...(late === null ? [] : [context(lateText(late, voice.t.checkInLate, voice))]),
    ...standingOf(state, voice).map(context),
    ...(takesAnswers(state) ? [topControls(state, voice)] : []),
  ];
  const text =
    state.closedSince === null
      ? t.checkInText(waiting, opened)
      : t.checkInTextClosed(opened, formatDay(state.closedSince));
  return message(text, [...head, ...rowsIn(MESSAGE_BLOCKS_LIMIT - head.length, state, voice)]);
}

function lateText(
  late: string,
  say: (day: string, time: string) => string,
  { language }: Pick<Voice, 'language'>,
): string {
  const { day, time } = dayAndTime(late, HOME_TIME_ZONE);
  return say(formatLongDay(day, language), time);
}

/**
 * The same brought to mind once more: not the whole rows again, which stand further up.
 * @param late the instant for which it was planned, of a reminder that came late
 */
export function checkInAgainMessage(
  state: CheckInState,
  because: 'SNOOZE' | 'REMINDER',
  voice: Voice,
  late: string | null = null,
): MessageContent {
  const { t } = voice;
  const waiting = inOrder(state, waitingLines(state));
  if (!takesAnswers(state) || waiting.length === 0) {
    const text = introOf(state, voice);
    return message(text, [section(text)]);
  }
  const until = formatDay(state.checkIn.closesOn);
  const count = t.checkInWaiting(waiting.length);
  const text =
    because === 'SNOOZE' ? t.checkInAgainSnooze(count, until) : t.checkInAgainReminder(count, until);
  const codes = waiting.slice(0, CODES_SHOWN).map(({ line }) => line.item);
  const list = t.checkInCodes(codes.join(' · '), waiting.length - codes.length);
  return message(`${text} ${list}`, [
    section(`${text}\n*${list}*`),
    ...(late === null ? [] : [context(lateText(late, t.checkInAgainLate, voice))]),
    topControls(state, voice),
  ]);
}

const CODES_SHOWN = 40;

const takesAnswers = ({ closedSince, lines }: CheckInState): boolean =>
  closedSince === null && lines.some(({ answerable }) => answerable);

function introOf(state: CheckInState, { t }: Voice): string {
  const { checkIn, closedSince } = state;
  const until = formatDay(checkIn.closesOn);
  const answered = answeredLines(state).length;
  const of = answered + waitingLines(state).length;
  if (closedSince !== null) return t.checkInClosed(formatDay(closedSince), answered, of);
  if (of === 0) return t.checkInEmpty;
  if (answered === of) return t.checkInAllDone(until);
  const progress = t.checkInProgress(answered, of, until);
  return `${progress}\n${t.checkInHow(exampleOf(state))}`;
}

/** A reply that the person could send as it stands, about an item of theirs. */
function exampleOf(state: CheckInState): string {
  const line = inOrder(state, waitingLines(state))[0]?.line;
  if (line?.phase?.phase.units)
    return `${line.item} 6200 ${escapeText(clip(line.phase.phase.units.name, 40))}`;
  return line?.goal ? `${line.item} 8006/20015` : `${line?.item ?? '1.1.3'} 60%`;
}

/** What became of it beside answers. */
function standingOf(state: CheckInState, { t }: Voice): readonly string[] {
  const { checkIn, snoozedUntil, closedSince } = state;
  if (closedSince !== null) return [];
  const { skipped } = checkIn;
  if (skipped !== null) {
    return [t.checkInSkipped(formatDay(skipped.on), escapeText(clip(skipped.because, REASON_LIMIT)))];
  }
  if (snoozedUntil === null || waitingLines(state).length === 0) return [];
  const { day, time } = dayAndTime(snoozedUntil, HOME_TIME_ZONE);
  return [t.checkInSnoozed(formatDay(day), time)];
}

const REASON_LIMIT = 200;
/** Characters of text that the rows may take together; Slack's limit for the whole message is 12,000. */
const ROWS_TEXT_LIMIT = 10_000;
/** Blocks that say how many lines were left out: of those that wait, of those that are answered. */
const LEFT_OUT_BLOCKS = 2;

/** As many lines as `room` blocks hold, and how many were left out. */
function rowsIn(room: number, state: CheckInState, voice: Voice): readonly KnownBlock[] {
  const { t } = voice;
  const waiting = inOrder(state, waitingLines(state)).map(({ line }) => line);
  const rowsOf = (lines: readonly CheckInLine[]) => lines.map((line) => rowOf(state, line, voice));
  // In their places while all fit; else those that wait come first.
  const whole = fitting(rowsOf(state.lines), room);
  if (whole) return whole.flat();
  const rows = rowsOf([...waiting, ...answeredLines(state), ...goneLines(state)]);
  const shown = fitting(rows, room - LEFT_OUT_BLOCKS, true) ?? [];
  const moreWaiting = Math.max(0, waiting.length - shown.length);
  const moreOthers = rows.length - shown.length - moreWaiting;
  return [
    ...shown.flat(),
    ...(moreWaiting > 0 ? [context(t.checkInMoreWaiting(moreWaiting))] : []),
    ...(moreOthers > 0 ? [context(t.checkInMoreOthers(moreOthers))] : []),
  ];
}

type Row = readonly KnownBlock[];

/** The rows from the first that have room; undefined when not all do, unless some will do. */
function fitting(rows: readonly Row[], room: number, someWillDo = false): readonly Row[] | undefined {
  const shown: Row[] = [];
  let blocks = 0;
  let text = 0;
  for (const row of rows) {
    blocks += row.length;
    text += textLength(row);
    if (blocks > room || text > ROWS_TEXT_LIMIT) return someWillDo ? shown : undefined;
    shown.push(row);
  }
  return shown;
}

function textLength(row: Row): number {
  let length = 0;
  JSON.stringify(row, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') length += value.length;
    return value;
  });
  return length;
}

function rowOf(state: CheckInState, line: CheckInLine, voice: Voice): Row {
  const { checkIn, closedSince, year } = state;
  const text = section(lineText(line, year, voice));
  if (closedSince !== null || !line.answerable) return [text];
  if (line.answer !== null) return [{ ...text, accessory: editButton(checkIn.id, line, voice) }];
  return [text, lineControls(checkIn.id, line, voice)];
}

/** So that a line stays two short lines on a screen. */
const TITLE_LIMIT = 90;
const STANDING_LIMIT = 220;

/** Code and title; below what was answered, or else what was said last, the deadline and the health. */
export function lineText(line: CheckInLine, year: number, voice: Voice): string {
  const item = itemOfLine(line, year);
  const title = item ? escapeText(clip(itemTitle(item), TITLE_LIMIT)) : '';
  return `*${line.item}* ${title}\n${clip(lineStanding(line, voice), STANDING_LIMIT)}`;
}

function lineStanding(line: CheckInLine, voice: Voice): string {
  const { t } = voice;
  const { answer, phase, goal, item } = line;
  if (answer !== null) {
    const said = clip(answerText(line, voice), STANDING_LIMIT - 40);
    return t.answered(said, formatDay(answer.reportedOn));
  }
  if (!line.answerable) return t.checkInGone;
  const last = lastSaidOf(line);
  const said = figureSaid(line);
  const health = (phase ?? goal)?.figure.health ?? null;
  // Of what was never reported, and of a deadline that has passed, the health says so.
  const saysEnd = health?.reason.kind === 'OVERDUE';
  return [
    ...(last === null || said === null
      ? []
      : [t.lastSaid(saidText(said, voice), formatDay(last.reportedOn))]),
    ...(phase && !saysEnd ? [t.dueOn(formatDay(phase.phase.end))] : []),
    healthLine(health, item, voice),
  ].join(' · ');
}

/** Without the reason of a block, which the health beside it gives; null where no figure was said. */
function figureSaid(line: CheckInLine): Said | null {
  const report = line.phase?.lastReport ?? null;
  if (line.phase && saysFigure(report))
    return saidOfReport({ ...report, blockedBecause: null }, line.phase.phase);
  return line.goal ? (lastSaidOf(line)?.said ?? null) : null;
}

function answerText({ answer, phase, goal }: CheckInLine, voice: Voice): string {
  if (answer !== null && 'phase' in answer && phase)
    return saidText(saidOfReport(answer, phase.phase), voice);
  if (answer !== null && 'goal' in answer && goal)
    return saidText(saidOfMeasurement(answer, goal.goal.indicator), voice);
  return voice.t.noFigure;
}
