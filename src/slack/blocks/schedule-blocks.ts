/** `/arti schedule`: the rhythm of a plan in plain words, what became of its slots, and what was changed. */
import type { KnownBlock } from '@slack/types';
import { type Actor, may, mayArrangeFor } from '../../domain/actor.ts';
import { isStructureSlot, type SlotKind } from '../../domain/schedule/schedule.ts';
import {
  cadenceText,
  entryText,
  lastText,
  momentText,
  nextText,
  outcomeText,
  periodText,
  placeText,
  ruleText,
  titled,
} from '../../messages/schedule-text.ts';
import type { ChangedSchedule, HeldValue } from '../../services/schedule/change-schedule.ts';
import type { SlotHistory, StoredSlotRun } from '../../services/schedule/list-slot-runs.ts';
import type { OrderWarning } from '../../services/schedule/order-warnings.ts';
import type { RuleView, ScheduleView } from '../../services/schedule/read-schedule-view.ts';
import { clip, context, escapeText, fitted, header, type MessageContent, message, section } from './parts.ts';
import type { Voice } from './voice.ts';

const SEPARATOR = ' · ';
/** Structures' own entries, in one list. */
const OWN_LIMIT = 2500;
const NAME_LIMIT = 100;

/**
 * @param otherYear the plan's, where it is not the current one: it is said, and stands in the commands
 * @param actor who reads it: whoever may change it is told how
 */
export function scheduleMessage(
  view: ScheduleView,
  otherYear: number | null,
  actor: Actor,
  voice: Voice,
): MessageContent {
  const t = voice.t.schedule;
  const title = titleOf(view, otherYear, voice);
  const { structure, rules } = view;
  const ruleSections = (each: readonly RuleView[]) =>
    each.map((rule) => section(ruleBlock(rule, view, voice)));
  const ofStructures = ruleSections(rules.filter(({ kind }) => isStructureSlot(kind)));
  const ofPlan = ruleSections(rules.filter(({ kind }) => !isStructureSlot(kind)));
  return message(
    firstText(view, title, voice),
    fitted(
      [header(title)],
      [
        ...(structure === null ? [context(t.everyStructure)] : []),
        ...ofStructures,
        section(settingsText(view, voice)),
        ...(structure === null ? [...differingBlocks(view, voice), context(t.wholePlan)] : []),
        ...ofPlan,
        ...view.warnings.map((warning) => section(`⚠️ ${warningText(warning, voice)}`)),
      ],
      footBlocks(view, otherYear, actor, voice),
      voice.t.more,
    ),
  );
}

const titleOf = ({ plan, structure }: ScheduleView, otherYear: number | null, { t }: Voice): string =>
  structure === null ? t.schedule.title(plan.year) : t.schedule.titleOf(structure.code, otherYear);

/** What screen readers and notifications say: what comes first. */
function firstText({ plan, rules }: ScheduleView, title: string, voice: Voice): string {
  const t = voice.t.schedule;
  const [first] = rules
    .flatMap(({ kind, next }) => (next === null ? [] : [{ kind, next }]))
    .sort((a, b) => (a.next.at < b.next.at ? -1 : a.next.at > b.next.at ? 1 : 0));
  if (first === undefined) return `${title}. ${t.textNothing}`;
  const moment = momentText(first.next.at, plan.year, voice.language);
  return `${title}. ${t.text(`${t.names[first.kind]}, ${moment}`)}.`;
}

function ruleBlock(
  { kind, rule, insteadOf, next, last, waiting }: RuleView,
  { plan, structure }: ScheduleView,
  voice: Voice,
) {
  const { language } = voice;
  const t = voice.t.schedule;
  const whose =
    structure === null
      ? ''
      : ` _(${insteadOf ? t.ownInstead(ruleText(kind, insteadOf.rule, language)) : t.ofPlan})_`;
  const moments = [
    ...(rule === null ? [] : [escapeText(nextText(kind, next, plan.year, language))]),
    ...(last === null ? [] : [lastText(last, plan.year, language)]),
    ...(waiting === null ? [] : [t.waiting(kind, momentText(waiting.at, plan.year, language))]),
  ];
  const head = `*${titled(t.names[kind])}*: ${ruleText(kind, rule, language)}${whose}`;
  return moments.length === 0 ? head : `${head}\n→ ${moments.join(SEPARATOR)}`;
}

function settingsText({ structure, cadence, place }: ScheduleView, voice: Voice): string {
  const t = voice.t.schedule;
  const whose = ({ own }: { readonly own: boolean }) =>
    structure === null ? '' : ` _(${own ? t.own : t.ofPlan})_`;
  return [
    `*${titled(t.names.CADENCE)}*: ${cadenceText(cadence.value, voice.language)}${whose(cadence)}`,
    `*${titled(t.names.PLACE)}*: ${escapeText(placeText(place.value, voice.language))}${whose(place)}`,
  ].join('\n');
}

function differingBlocks({ own }: ScheduleView, { t, language }: Voice): readonly KnownBlock[] {
  if (own.length === 0) return [];
  const lines = own.map((entry) => {
    const name = t.schedule.names[entry.name];
    return `• ${entry.structure}: ${name} ${escapeText(entryText(entry, language))}`;
  });
  return [section(`*${t.schedule.differing}*\n${clip(lines.join('\n'), OWN_LIMIT)}`)];
}

function warningText({ kind, structure, later, earlier }: OrderWarning, { t, language }: Voice): string {
  const { warnings, whosePlan, whoseStructure } = t.schedule;
  const [second, first]: readonly [SlotKind, SlotKind] =
    kind === 'REMINDER_NOT_AFTER_CHECK_IN' ? ['REMINDER', 'CHECK_IN'] : ['ESCALATION', 'REMINDER'];
  return warnings[kind](
    structure === null ? whosePlan : whoseStructure(structure),
    ruleText(second, later, language),
    ruleText(first, earlier, language),
  );
}

function footBlocks(
  { structure, runs }: ScheduleView,
  otherYear: number | null,
  actor: Actor,
  { t }: Voice,
): readonly KnownBlock[] {
  const { schedule } = t;
  const changes = structure === null ? may(actor, 'ADMINISTER') : mayArrangeFor(actor, [structure.code]);
  const how =
    structure === null
      ? changes
        ? schedule.how(otherYear)
        : schedule.howToRead(otherYear)
      : `${schedule.rest(otherYear)} ${changes ? schedule.howOf(structure.code, otherYear) : ''}`.trim();
  return [...(runs ? [] : [context(schedule.notRun)]), context(how)];
}

/** Old and new rule, the next moment, and what else follows from it. */
export function scheduleChangedMessage(
  changed: ChangedSchedule,
  otherYear: number | null,
  voice: Voice,
): MessageContent {
  const t = voice.t.schedule;
  const { structure, outcome, before, after, next, restored, keep, year } = changed;
  const { name } = after.entry;
  const title = titled(t.names[name]);
  const whose = structure === null ? title : t.whose(title, structure.code);
  const what = otherYear === null ? whose : t.ofYear(whose, otherYear);
  const [was, is] = [heldText(before, voice), heldText(after, voice)];
  const first =
    outcome === 'REPEATED'
      ? t.repeated(what, is)
      : outcome === 'UNCHANGED'
        ? t.unchanged(what, is)
        : t.changed(what, is, was);
  const isOff = after.entry.value === null;
  const kind = name === 'CADENCE' || name === 'PLACE' ? null : name;
  const moment =
    kind === null || isOff ? [] : [titled(escapeText(nextText(kind, next, year, voice.language)))];
  const notes = [
    ...(restored === 'PLAN' ? [t.restoredPlan] : restored === 'DEFAULT' ? [t.restoredDefault] : []),
    ...moment.map((text) => `${text}.`),
    ...(changed.alreadyRun === null || outcome !== 'CHANGED' ? [] : [t.alreadyRun[changed.alreadyRun]]),
    ...(keep.length === 0 ? [] : [t.structuresKeep(clip(keep.join(', '), NAME_LIMIT))]),
  ];
  return message(
    [first, ...notes].join(' ').replaceAll('*', ''),
    fitted(
      [section(outcome === 'CHANGED' ? `✅ ${first}` : first)],
      [
        ...(notes.length === 0 ? [] : [section(notes.join('\n'))]),
        ...changed.warnings.map((warning) => section(`⚠️ ${warningText(warning, voice)}`)),
      ],
      [],
      voice.t.more,
    ),
  );
}

function heldText({ entry, ofPlan }: HeldValue, { t, language }: Voice): string {
  const text = escapeText(entryText(entry, language));
  return ofPlan ? t.schedule.followsPlan(text) : text;
}

/** `/arti schedule history`: what became of the slots, the latest first. @param kind the only one asked for */
export function slotHistoryMessage(
  history: SlotHistory,
  kind: SlotKind | null,
  otherYear: number | null,
  voice: Voice,
): MessageContent {
  const t = voice.t.schedule;
  const { structure, runs, more, year } = history;
  const title = structure === null ? t.historyTitle(year) : t.historyTitleOf(structure.code, otherYear);
  const text = runs.length === 0 ? t.historyNothing : t.historyText(runs.length);
  const only = kind === null ? '' : `${t.historyOf(t.names[kind])} `;
  return message(
    `${title}. ${only}${text}`,
    fitted(
      [header(title), context(`${only}${text}`)],
      runs.map((run) => section(runText(run, year, voice))),
      more === 0 ? [] : [context(moreText(history, otherYear, voice))],
      voice.t.more,
    ),
  );
}

/** Slack takes no more in one message. */
export const HISTORY_LIMIT = 40;

function moreText({ runs, more }: SlotHistory, otherYear: number | null, { t }: Voice): string {
  const { historyEarlier, historyHow } = t.schedule;
  return runs.length >= HISTORY_LIMIT
    ? historyEarlier(more)
    : `${historyEarlier(more)} ${historyHow(HISTORY_LIMIT, otherYear)}`;
}

const MARKS = { ON_TIME: '✅', LATE: '🕗', SKIPPED: '⏭️' } as const;

function runText(run: StoredSlotRun, year: number, { t, language }: Voice): string {
  const { schedule } = t;
  const { kind, structure, outcome } = run;
  const what = [`*${titled(schedule.names[kind])}*`, structure, periodText(run.period, language)];
  const became = [
    `${schedule.planned(kind, momentText(run.at, year, language))}`,
    `${outcomeText(run, language)}${outcome === 'ON_TIME' ? '' : ` (${momentText(run.settledAt, year, language)})`}`,
    ...(outcome === 'SKIPPED' ? [] : [schedule.messages(run.messages)]),
  ];
  return `${MARKS[outcome]} ${what.filter((each) => each !== null).join(SEPARATOR)}\n${became.join(SEPARATOR)}`;
}
