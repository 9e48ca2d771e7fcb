/** Every message and view that the product can make of some figures. */
import type { KnownBlock, ModalView } from '@slack/types';
import type { CheckIn } from '../../src/domain/check-in.ts';
import type { ItemCode } from '../../src/domain/codes.ts';
import { addDays } from '../../src/domain/dates.ts';
import type { RecordedItem } from '../../src/domain/notice.ts';
import { ownExamples } from '../../src/domain/own-examples.ts';
import { type Plan, phasesOf } from '../../src/domain/plan.ts';
import type { GoalFigures, PhaseFigures, PlanFigures } from '../../src/domain/plan-figures.ts';
import { planItems } from '../../src/domain/plan-items.ts';
import { printRatio } from '../../src/domain/ratio.ts';
import { lastSaidOfGoal, lastSaidOfPhase } from '../../src/domain/said.ts';
import { summariseStructure } from '../../src/domain/summaries/summarise-structure.ts';
import { type HelpTopic, helpIt } from '../../src/messages/help-it.ts';
import type { CheckInLine, CheckInState } from '../../src/services/read-check-in.ts';
import { checkInAgainMessage, checkInMessage } from '../../src/slack/blocks/check-in-blocks.ts';
import { blockedModal, skipModal, snoozeModal } from '../../src/slack/blocks/check-in-modals.ts';
import {
  goalExplained,
  phaseExplained,
  planExplained,
  structureExplained,
} from '../../src/slack/blocks/explain-blocks.ts';
import { helpMessage, helpTopicMessage } from '../../src/slack/blocks/help-blocks.ts';
import type { MessageContent } from '../../src/slack/blocks/parts.ts';
import { recordedMessage, refusedMessage } from '../../src/slack/blocks/recorded-blocks.ts';
import type { ReportForm } from '../../src/slack/blocks/report-form.ts';
import {
  firstPage,
  formOfLine,
  reportModal,
  withFurtherFields,
} from '../../src/slack/blocks/report-modal.ts';
import {
  goalStatus,
  phaseStatus,
  planStatus,
  structureStatus,
} from '../../src/slack/blocks/status-blocks.ts';
import { summaryMessage } from '../../src/slack/blocks/summary-blocks.ts';
import type { Voice } from '../../src/slack/blocks/voice.ts';
import { buildBaseline, buildPlan, type ReportInput, type Said, scheduledGoal } from './figures.ts';

const HELP_TOPICS = Object.keys(helpIt) as readonly HelpTopic[];

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
    ...checkInsOf(figures).flatMap(([name, state]): Named<MessageContent>[] => [
      [name, checkInMessage(state, voice)],
      [`${name}, after a snooze`, checkInAgainMessage(state, 'SNOOZE', voice)],
      [`${name}, as a reminder`, checkInAgainMessage(state, 'REMINDER', voice)],
    ]),
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
    ['help', helpMessage(HELP_TOPICS, voice)],
    [
      'help, after an unknown command',
      helpMessage(HELP_TOPICS, voice, voice.t.unknownCommand('x'.repeat(3_500))),
    ],
    ...HELP_TOPICS.map(
      (topic): Named<MessageContent> => [
        `help of ${topic}`,
        helpTopicMessage(topic, ownExamples({ structures: [] }, planItems(figures), figures), voice),
      ],
    ),
  ];
}

export function modalsOf(figures: PlanFigures, voice: Voice): readonly Named<ModalView>[] {
  const day = figures.day;
  return checkInsOf(figures).flatMap(([name, state]): Named<ModalView>[] => {
    const first = firstPage(state, voice);
    // With every field of every line, and all that a page can say of the one before.
    const whole: ReportForm = {
      ...first,
      recorded: first.lines.map(({ item }) => item),
      lines: first.lines.map((formed) => {
        const line = state.lines.find(({ item }) => item === formed.item);
        return line ? withFurtherFields(formed, line, voice) : formed;
      }),
    };
    return [
      [`first page of ${name}`, reportModal({ form: first, state, day }, voice)],
      [`whole page of ${name}`, reportModal({ form: whole, state, day, othersUnchanged: true }, voice)],
      [`snooze of ${name}`, snoozeModal(state, day, voice)],
      [`skip of ${name}`, skipModal(state, voice)],
      ...some(state.lines).flatMap((line): Named<ModalView>[] => [
        [
          `modal ${line.item} of ${name}`,
          reportModal({ form: formOfLine(state, line, voice), state, day }, voice),
        ],
        [`blocked ${line.item} of ${name}`, blockedModal(state, line, voice)],
      ]),
    ];
  });
}

/** One check-in of everything in the plan, in each state that it can be in. */
export function checkInsOf(figures: PlanFigures): readonly Named<CheckInState>[] {
  const lines = [
    ...phasesIn(figures).map(
      (phase): CheckInLine => ({
        item: phase.phase.code,
        phase,
        goal: null,
        answer: phase.lastReport,
        answerable: true,
      }),
    ),
    ...byFigures(figures).map(
      (goal): CheckInLine => ({
        item: goal.goal.code,
        phase: null,
        goal,
        answer: goal.lastMeasurement,
        answerable: true,
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
    owed: null,
    remindedAt: null,
    skipped: null,
  };
  const waiting = lines.map((line) => ({ ...line, answer: null }));
  const skipped = { on: figures.day, because: `${'motivo '.repeat(200)}<!channel> & co` };
  const open = { checkIn, year: figures.plan.year, closedSince: null, snoozedUntil: null };
  return [
    ['check-in, answered where reported', { ...open, lines }],
    ['check-in, nothing answered', { ...open, lines: waiting }],
    ['check-in, closed', { ...open, lines, closedSince: figures.day }],
    ['check-in of one item', { ...open, lines: lines.slice(0, 1) }],
    ['check-in of ten items', { ...open, lines: waiting.slice(0, 10) }],
    ['check-in, snoozed', { ...open, lines: waiting, snoozedUntil: `${figures.day}T14:30:00.000Z` }],
    ['check-in, skipped', { ...open, lines: waiting, checkIn: { ...checkIn, skipped } }],
    [
      'check-in whose items are out of the plan',
      { ...open, lines: waiting.map((line) => ({ ...line, answerable: false })) },
    ],
    ['check-in whose items are all gone', { ...open, lines: [] }],
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
