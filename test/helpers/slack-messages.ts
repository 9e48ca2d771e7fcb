/** Every message and view that the product can make of some figures. */
import type { KnownBlock, ModalView } from '@slack/types';
import type { CheckIn } from '../../src/domain/check-in.ts';
import type { ItemCode } from '../../src/domain/codes.ts';
import { addDays } from '../../src/domain/dates.ts';
import type { RecordedItem } from '../../src/domain/notice.ts';
import { type Plan, phasesOf } from '../../src/domain/plan.ts';
import type { GoalFigures, PhaseFigures, PlanFigures } from '../../src/domain/plan-figures.ts';
import { printRatio } from '../../src/domain/ratio.ts';
import { lastSaidOfGoal, lastSaidOfPhase } from '../../src/domain/said.ts';
import { summariseStructure } from '../../src/domain/weekly-summary.ts';
import type { CheckInLine, CheckInState } from '../../src/services/read-check-in.ts';
import { checkInMessage } from '../../src/slack/blocks/check-in-blocks.ts';
import {
  goalExplained,
  phaseExplained,
  planExplained,
  structureExplained,
} from '../../src/slack/blocks/explain-blocks.ts';
import { helpMessage } from '../../src/slack/blocks/help-blocks.ts';
import type { MessageContent } from '../../src/slack/blocks/parts.ts';
import { recordedMessage, refusedMessage } from '../../src/slack/blocks/recorded-blocks.ts';
import { reportModal } from '../../src/slack/blocks/report-modal.ts';
import {
  goalStatus,
  phaseStatus,
  planStatus,
  structureStatus,
} from '../../src/slack/blocks/status-blocks.ts';
import { summaryMessage } from '../../src/slack/blocks/summary-blocks.ts';
import type { Voice } from '../../src/slack/blocks/voice.ts';
import { buildBaseline, buildPlan, type ReportInput, type Said, scheduledGoal } from './figures.ts';

export type Named<T> = readonly [name: string, value: T];

/** Phases of which each gets a message of its own; of more, some. */
const SHOWN = 40;

const some = <T>(items: readonly T[]): readonly T[] => {
  const step = Math.max(1, Math.floor(items.length / SHOWN));
  return items.filter((_, index) => index % step === 0);
};

const phasesIn = ({ goals }: PlanFigures): readonly PhaseFigures[] => goals.flatMap((goal) => goal.phases);

const byFigures = ({ goals }: PlanFigures): readonly GoalFigures[] =>
  goals.filter(({ goal }) => goal.measuredBy === 'FIGURES');

/** @param weekAgo of the same plan, for the summaries */
export function messagesOf(
  figures: PlanFigures,
  weekAgo: PlanFigures,
  voice: Voice,
): readonly Named<MessageContent>[] {
  const recorded = recordedOf(figures);
  return [
    ['plan', planStatus(figures, voice)],
    ['plan explained', planExplained(figures, voice)],
    ...figures.goals.flatMap((goal): Named<MessageContent>[] => [
      [`goal ${goal.goal.code}`, goalStatus(goal, figures, voice)],
      [`goal ${goal.goal.code} explained`, goalExplained(goal, figures, voice)],
    ]),
    ...some(phasesIn(figures)).flatMap((phase): Named<MessageContent>[] => [
      [`phase ${phase.phase.code}`, phaseStatus(phase, figures, voice)],
      [`phase ${phase.phase.code} explained`, phaseExplained(phase, figures, voice)],
    ]),
    ...figures.structures.flatMap((each): Named<MessageContent>[] => {
      const { code } = each.structure;
      return [
        [`structure ${code}`, structureStatus(each, figures, voice)],
        [`structure ${code} explained`, structureExplained(each, figures, voice)],
        [`summary ${code}`, summaryMessage(summariseStructure(figures, weekAgo, code), voice)],
      ];
    }),
    ...checkInsOf(figures).map(
      ([name, state]): Named<MessageContent> => [name, checkInMessage(state, voice)],
    ),
    ...(recorded.length === 0
      ? []
      : [
          ['recorded', recordedMessage(recorded, false, voice)] as const,
          ['recorded again', recordedMessage(recorded.slice(0, 1), true, voice)] as const,
        ]),
    [
      'refused',
      refusedMessage(
        recorded.slice(0, 50).map(({ item, note }) => ({
          line: `${item} ${note ?? ''}`,
          refusal: { code: 'NOT_UNDERSTOOD', given: `${item} ${note ?? ''}` },
        })),
        voice,
      ),
    ],
    ['help', helpMessage(voice)],
    ['help, after an unknown command', helpMessage(voice, voice.t.unknownCommand('x'.repeat(3_500)))],
  ];
}

export const modalsOf = (figures: PlanFigures, voice: Voice): readonly Named<ModalView>[] => {
  const modal = (item: string, phase: PhaseFigures | null, goal: GoalFigures | null): Named<ModalView> => [
    `modal ${item}`,
    reportModal({ item, phase, goal, checkInId: 'x'.repeat(60), today: figures.day }, voice),
  ];
  return [
    ...some(phasesIn(figures)).map((phase) => modal(phase.phase.code, phase, null)),
    ...byFigures(figures).map((goal) => modal(goal.goal.code, null, goal)),
  ];
};

function checkInsOf(figures: PlanFigures): readonly Named<CheckInState>[] {
  const lines = [
    ...phasesIn(figures).map(
      (phase): CheckInLine => ({
        item: phase.phase.code,
        phase,
        goal: null,
        answer: phase.lastReport,
      }),
    ),
    ...byFigures(figures).map(
      (goal): CheckInLine => ({
        item: goal.goal.code,
        phase: null,
        goal,
        answer: goal.lastMeasurement,
      }),
    ),
  ];
  const checkIn: CheckIn = {
    id: '2020-2020-09-14-referente.direzione',
    person: 'referente.direzione',
    openedOn: figures.day,
    closesOn: addDays(figures.day, 4),
    closedOn: null,
    openedAtSequence: 0,
    items: lines.map(({ item }): ItemCode => item),
  };
  const waiting = lines.map((line) => ({ ...line, answer: null }));
  return [
    ['check-in, answered where reported', { checkIn, year: figures.plan.year, lines, closedSince: null }],
    ['check-in, nothing answered', { checkIn, year: figures.plan.year, lines: waiting, closedSince: null }],
    ['check-in, closed', { checkIn, year: figures.plan.year, lines, closedSince: figures.day }],
    [
      'check-in of one item',
      { checkIn, year: figures.plan.year, lines: lines.slice(0, 1), closedSince: null },
    ],
    ['check-in whose items are all gone', { checkIn, year: figures.plan.year, lines: [], closedSince: null }],
  ];
}

function recordedOf(figures: PlanFigures): readonly RecordedItem[] {
  const share = (value: PhaseFigures['figure']['share']) => (value ? printRatio(value) : null);
  const of = (each: PhaseFigures | GoalFigures): RecordedItem[] => {
    const isPhase = 'phase' in each;
    const said = isPhase ? lastSaidOfPhase(each) : lastSaidOfGoal(each);
    const last = isPhase ? each.lastReport : each.lastMeasurement;
    if (said === null || last === null) return [];
    return [
      {
        item: isPhase ? each.phase.code : each.goal.code,
        goal: each.goal.code,
        sequence: last.sequence,
        kind: isPhase ? 'STATUS' : 'MEASUREMENT',
        reportedOn: last.reportedOn,
        itemShare: share(each.figure.share),
        goalShare: share(each.figure.share),
        goalShareBefore: '1/8',
        said,
        note: last.note,
        evidence: 'https://example.org/atto',
        standing: { said, reportedOn: last.reportedOn },
      },
    ];
  };
  return [...phasesIn(figures), ...byFigures(figures)].flatMap(of).slice(0, 60);
}

/** All strings of `blocks` that Slack shows. */
export function textsOf(blocks: readonly KnownBlock[]): readonly string[] {
  const found: string[] = [];
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

/** Everything said of everything that `plan` ever held: notes, blocks, units and figures. */
export function saidOfAll(plan: Plan, day: string, note: string): Said {
  const reports: Record<string, ReportInput> = {};
  for (const [index, phase] of plan.baselines.flatMap(({ goals }) => goals.flatMap(phasesOf)).entries()) {
    const units = phase.units === null ? {} : { percent: null, units: 6_200 };
    const blocked = index % 3 === 0 ? { blockedBecause: note } : {};
    reports[phase.code] = { percent: (index * 12.5) % 101, reportedOn: day, note, ...units, ...blocked };
  }
  return { reports };
}

/** A thousand phases, in ten goals, with texts made by `text`. */
export function bigPlan(text: (what: string) => string): Plan {
  const phase = { description: { text: text('descrizione') }, output: { text: text('prodotto') }, weight: 1 };
  const goals = Array.from({ length: 10 }, (_, index) =>
    scheduledGoal(`1.${index + 1}`, 10, Array(100).fill(phase), { title: text('titolo') }),
  );
  const plan = buildPlan(goals);
  return {
    ...plan,
    title: text('piano'),
    areas: plan.areas.map((area) => ({ ...area, title: text('ambito') })),
    structures: plan.structures.map((structure) => ({ ...structure, name: text('struttura') })),
    baselines: [
      buildBaseline(0, goals, {
        changes: goals.map(({ code }) => ({
          goal: code,
          kind: 'MODIFY',
          into: null,
          motivation: text('motivazione'),
          notes: [],
        })),
      }),
    ],
  };
}
