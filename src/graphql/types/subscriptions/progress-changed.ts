import { type ChangedProgress, findProgressStream } from '../../../services/changes/follow-progress.ts';
import { findGoal, findStructureByName } from '../../../services/views/find-figures.ts';
import { goalView } from '../../../services/views/goal-view.ts';
import { planView } from '../../../services/views/plan-view.ts';
import { structureView } from '../../../services/views/structure-view.ts';
import { askedFigures } from '../../asked-figures.ts';
import { builder } from '../../builder.ts';
import { accept } from '../../refusal-error.ts';
import { GoalType } from '../goal.ts';
import { PlanType } from '../plan.ts';
import { StructureType } from '../structure.ts';
import { parseStreamArgs, streamArgs, streamOf } from './stream-args.ts';
import { printStreamCursor } from './stream-cursor.ts';

const cursorOf = ({ year, mark }: ChangedProgress): string =>
  printStreamCursor('progress', { year, place: mark });

const ProgressEventType = builder.objectRef<ChangedProgress>('ProgressEvent').implement({
  description: 'Figures have changed: by something recorded, by an act, or because a day has passed.',
  fields: (t) => ({
    cursor: t.string({
      description: 'For `after`: an event follows at once if the figures are others by then.',
      resolve: cursorOf,
    }),
    plan: t.field({
      type: PlanType,
      description: 'The plan with today’s figures.',
      resolve: async ({ year }, _args, context) =>
        planView(await askedFigures({ year }, context), context.services.clock.today()),
    }),
    goal: t.field({
      type: GoalType,
      nullable: true,
      description: 'The goal that was asked for; null for none, and once an act has taken it out.',
      resolve: async ({ year, subject }, _args, context) => {
        if (subject.goal === null) return null;
        const figures = await askedFigures({ year }, context);
        const found = findGoal(figures, subject.goal);
        return found.ok ? goalView(figures, found.value) : null;
      },
    }),
    structure: t.field({
      type: StructureType,
      nullable: true,
      description: 'The structure that was asked for; null for none.',
      resolve: async ({ year, subject }, _args, context) => {
        if (subject.structure === null) return null;
        const figures = await askedFigures({ year }, context);
        const found = findStructureByName(figures, subject.structure);
        return found.ok ? structureView(figures, found.value) : null;
      },
    }),
  }),
});

builder.subscriptionField('progressChanged', (t) =>
  t.field({
    type: ProgressEventType,
    description:
      'Today’s figures, at once and then whenever they change: of the goal or the structure asked for and their phases, of both, or of the whole plan. Changes that come faster than they are read are told of together. Errors: CURSOR_INVALID, UNKNOWN_CODE, NOT_A_GOAL, UNKNOWN_STRUCTURE, NO_PLAN, TOO_MANY_STREAMS.',
    args: streamArgs,
    subscribe: async (_root, args, context) => {
      const stream = streamOf(context);
      const query = parseStreamArgs('progress', args, stream, context.language);
      const { follow } = accept(await findProgressStream(context.services, query), context.language);
      return stream.start((signal) => follow(query.after?.cursor.place ?? null, signal), cursorOf);
    },
    resolve: (event: ChangedProgress) => event,
  }),
);
