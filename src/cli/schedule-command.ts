import type { Refusal } from '../domain/refusal.ts';
import { isStructureSlot } from '../domain/schedule/schedule.ts';
import type { Language } from '../messages/language.ts';
import { refusalText } from '../messages/refusals.ts';
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
  scheduleMessages,
  titled,
} from '../messages/schedule-text.ts';
import type { Context } from '../services/context.ts';
import { readSlotHistory, type StoredSlotRun } from '../services/schedule/list-slot-runs.ts';
import {
  type RuleView,
  readScheduleView,
  type ScheduleView,
} from '../services/schedule/read-schedule-view.ts';
import { type CliDeps, EXIT, type ExitCode } from './deps.ts';
import { cleaned, rows, wrap } from './text/layout.ts';
import { UsageError } from './usage-error.ts';

/** `arti schedule`: the rhythm of the plan, or of a structure. It is changed from Slack, by somebody with a name. */
export async function runSchedule(
  context: Context,
  deps: CliDeps,
  structure: string | null,
  year: number | null,
): Promise<ExitCode> {
  const view = await readScheduleView(context, { year, structure });
  if (!view.ok) return refuse(deps, view.refusal);
  deps.stdout.write(`${scheduleText(view.value, year, deps.language)}\n`);
  return EXIT.OK;
}

const USUAL_LIMIT = 20;
const MOST = 100;

/** `arti schedule history`: what became of the slots, the latest first. */
export async function runScheduleHistory(
  context: Context,
  deps: CliDeps,
  structure: string | null,
  { limit = USUAL_LIMIT, year = null }: { readonly limit?: number; readonly year?: number | null },
): Promise<ExitCode> {
  if (limit < 1 || limit > MOST) throw new UsageError('badLimit', '--limit', String(limit));
  const history = await readSlotHistory(context, { year, structure, kind: null, limit });
  if (!history.ok) return refuse(deps, history.refusal);
  const { runs, more } = history.value;
  const t = scheduleMessages(deps.language);
  const lines = [
    runs.length === 0 ? t.historyNothing : t.historyText(runs.length),
    ...runs.map((run) => wrap(runText(run, history.value.year, deps.language), '', '  ')),
    ...(more === 0 ? [] : [t.historyEarlier(more)]),
  ];
  deps.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.OK;
}

function refuse({ stderr, language }: CliDeps, refusal: Refusal): ExitCode {
  stderr.write(`${cleaned(refusalText(refusal, language))}\n`);
  return EXIT.REFUSED;
}

/** @param askedYear said of a structure as well */
function scheduleText(view: ScheduleView, askedYear: number | null, language: Language): string {
  const t = scheduleMessages(language);
  const { plan, structure, rules, cadence, place, own } = view;
  const of = (each: readonly RuleView[]) =>
    each.map((rule) => [titled(t.names[rule.kind]), ruleLine(rule, view, language)] as const);
  const settings = [
    [titled(t.names.CADENCE), cadenceText(cadence.value, language)],
    [titled(t.names.PLACE), placeText(place.value, language)],
  ] as const;
  const differing = own.map(
    (entry) => `${entry.structure}: ${t.names[entry.name]} ${entryText(entry, language)}`,
  );
  return [
    structure === null ? t.title(plan.year) : t.titleOf(structure.code, askedYear),
    '',
    rows([
      ...of(rules.filter(({ kind }) => isStructureSlot(kind))),
      ...settings,
      ...of(rules.filter(({ kind }) => !isStructureSlot(kind))),
    ]),
    ...(structure !== null || differing.length === 0
      ? []
      : ['', `${t.differing}:`, ...differing.map((line) => wrap(line, '  '))]),
  ].join('\n');
}

function ruleLine(
  { kind, rule, insteadOf, next, last }: RuleView,
  { plan }: ScheduleView,
  language: Language,
): string {
  const t = scheduleMessages(language);
  return [
    ruleText(kind, rule, language),
    ...(insteadOf ? [t.ownInstead(ruleText(kind, insteadOf.rule, language))] : []),
    ...(rule === null ? [] : [nextText(kind, next, plan.year, language)]),
    ...(last === null ? [] : [lastText(last, plan.year, language)]),
  ].join(' · ');
}

function runText(run: StoredSlotRun, year: number, language: Language): string {
  const t = scheduleMessages(language);
  const { kind, structure, outcome, messages } = run;
  const parts = [
    t.names[kind],
    structure,
    periodText(run.period, language),
    outcomeText(run, language),
    outcome === 'SKIPPED' ? null : t.messages(messages),
  ];
  return `${momentText(run.at, year, language)}: ${parts.filter((part) => part !== null).join(' · ')}`;
}
