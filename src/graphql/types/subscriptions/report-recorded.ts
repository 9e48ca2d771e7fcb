import { findRecordedStream, type RecordedFact } from '../../../services/changes/follow-recorded.ts';
import { findGoal, findPhase } from '../../../services/views/find-figures.ts';
import { goalView } from '../../../services/views/goal-view.ts';
import { phaseView } from '../../../services/views/phase-view.ts';
import { measurementView, reportView } from '../../../services/views/report-view.ts';
import { askedFigures } from '../../asked-figures.ts';
import { builder } from '../../builder.ts';
import { accept } from '../../refusal-error.ts';
import { GoalType } from '../goal.ts';
import { PhaseType } from '../phase.ts';
import { RecordedFactType } from '../recorded-fact.ts';
import { parseStreamArgs, streamArgs, streamOf } from './stream-args.ts';
import { cursorError, printStreamCursor } from './stream-cursor.ts';

const cursorOf = ({ plan: { year }, fact }: RecordedFact): string =>
  printStreamCursor('recorded', { year, place: String(fact.sequence) });

const RecordedEventType = builder.objectRef<RecordedFact>('RecordedEvent').implement({
  description: 'Something was recorded, from whichever edge. Events come in the order in which it was.',
  fields: (t) => ({
    cursor: t.string({
      description: 'For `after`: what comes next is what was recorded next.',
      resolve: cursorOf,
    }),
    fact: t.field({
      type: RecordedFactType,
      description: 'As recorded.',
      resolve: (event) =>
        event.kind === 'REPORT'
          ? reportView(event.plan, event.fact)
          : measurementView(event.plan, event.fact),
    }),
    goal: t.field({
      type: GoalType,
      nullable: true,
      description: 'Its goal with today’s figures, which count it; null once an act has taken the goal out.',
      resolve: async ({ plan: { year }, goalCode }, _args, context) => {
        const figures = await askedFigures({ year }, context);
        const found = findGoal(figures, goalCode);
        return found.ok ? goalView(figures, found.value) : null;
      },
    }),
    phase: t.field({
      type: PhaseType,
      nullable: true,
      description:
        'Its phase with today’s figures; null for a measurement, and once an act has taken the phase out.',
      resolve: async (event, _args, context) => {
        if (event.kind === 'MEASUREMENT') return null;
        const figures = await askedFigures({ year: event.plan.year }, context);
        const found = findPhase(figures, event.fact.phase);
        return found.ok ? phaseView(figures, found.value) : null;
      },
    }),
  }),
});

builder.subscriptionField('reportRecorded', (t) =>
  t.field({
    type: RecordedEventType,
    description:
      'Every status report and measurement that the caller may read, once, as soon as it is recorded; with `after`, first what was recorded since. Errors: CURSOR_INVALID, UNKNOWN_CODE, NOT_A_GOAL, UNKNOWN_STRUCTURE, NO_PLAN, TOO_MANY_STREAMS.',
    args: streamArgs,
    subscribe: async (_root, args, context) => {
      const stream = streamOf(context);
      const query = parseStreamArgs('recorded', args, stream, context.language);
      const { lastSequence, follow } = accept(
        await findRecordedStream(context.services, context.actor, query),
        context.language,
      );
      const after = query.after === null ? lastSequence : Number(query.after.cursor.place);
      if (query.after !== null && after > lastSequence) {
        throw cursorError(query.after.text, 'cursorOfNothing', context.language);
      }
      return stream.start((signal) => follow(after, signal), cursorOf);
    },
    resolve: (event: RecordedFact) => event,
  }),
);

builder.queryField('recordedCursor', (t) =>
  t.string({
    nullable: true,
    description:
      'Where the plan’s history stands now: ask for it before the figures, then subscribe to `reportRecorded` after it, and nothing recorded in between is missed. Errors: NO_PLAN.',
    args: {
      year: t.arg.int({
        required: false,
        description: 'The plan’s year; without it, the latest plan whose year has begun.',
      }),
    },
    resolve: async (_root, { year }, { services, actor, language }) => {
      const query = { year: year ?? null, goal: null, structure: null };
      const stream = accept(await findRecordedStream(services, actor, query), language);
      return printStreamCursor('recorded', { year: stream.year, place: String(stream.lastSequence) });
    },
  }),
);
