import { may } from '../../../domain/actor.ts';
import type { Person } from '../../../domain/directory.ts';
import type { OpenedCheckIns } from '../../../domain/open-check-ins.ts';
import { accepted } from '../../../domain/refusal.ts';
import { openCheckIns } from '../../../services/open-check-ins.ts';
import { builder } from '../../builder.ts';
import { mutateOnce } from '../../mutate-once.ts';
import { keyField } from './input-fields.ts';
import { DUPLICATE, resultType } from './result-type.ts';

const AskCheckInsInputType = builder.inputType('AskCheckInsInput', {
  description: 'A round of check-ins, now.',
  fields: (t) => ({ idempotencyKey: keyField(t) }),
});

const OUTCOMES = {
  ASKED: { description: 'Asked at once.' },
  WAITING: { description: 'Asked at the start of their hours.' },
  ASKED_TODAY: { description: 'Asked already today: not asked twice.' },
  SNOOZED: { description: 'Put off what was asked before: left in peace.' },
  AWAY: { description: 'Absent today.' },
  HOLIDAY: { description: 'It is a holiday or a weekend where they work.' },
  RECENT: { description: 'All that they answer for was reported on in the last days.' },
  UNREACHABLE: { description: 'Hours and absences leave no moment to ask them in the next days.' },
  NOTHING: { description: 'Nothing open to answer for.' },
} as const;

const AskOutcomeType = builder.enumType('AskOutcome', {
  description: 'What became of somebody in a round of check-ins.',
  values: OUTCOMES,
});

type Asked = {
  readonly outcome: keyof typeof OUTCOMES;
  readonly people: readonly Person[];
  readonly namesPeople: boolean;
};

const AskedGroupType = builder.objectRef<Asked>('AskedGroup').implement({
  description: 'Those of whom the same became.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: AskOutcomeType, description: 'What became of them.' }),
    count: t.int({ description: 'How many they are.', resolve: ({ people }) => people.length }),
    names: t.stringList({
      description: 'Who they are, for whoever may read who has not answered; else none.',
      resolve: ({ people, namesPeople }) => (namesPeople ? people.map(({ name }) => name) : []),
    }),
  }),
});

type AskCheckInsSuccess = { readonly groups: readonly Asked[]; readonly duplicate: boolean };

const AskCheckInsSuccessType = builder.objectRef<AskCheckInsSuccess>('AskCheckInsSuccess').implement({
  description: 'Whom the round asked, and whom it left alone, and why.',
  fields: (t) => ({
    asked: t.int({
      description:
        'How many were asked at once; 0 in the answer to a repetition, where they are ASKED_TODAY.',
      resolve: ({ groups }) => groups.find(({ outcome }) => outcome === 'ASKED')?.people.length ?? 0,
    }),
    groups: t.expose('groups', { type: [AskedGroupType], description: 'Of those in which anybody is.' }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

function groupsOf(round: OpenedCheckIns, namesPeople: boolean): readonly Asked[] {
  const peopleOf = (rows: readonly { readonly person: Person }[]) => rows.map(({ person }) => person);
  const groups: Readonly<Record<Asked['outcome'], readonly Person[]>> = {
    ASKED: round.asked,
    WAITING: peopleOf(round.waiting),
    ASKED_TODAY: round.askedToday,
    SNOOZED: peopleOf(round.snoozed),
    AWAY: peopleOf(round.away),
    HOLIDAY: peopleOf(round.onHoliday),
    RECENT: round.recentlyReported,
    UNREACHABLE: round.unreachable,
    NOTHING: round.nothingToAsk,
  };
  return (Object.keys(groups) as Asked['outcome'][])
    .map((outcome) => ({ outcome, people: groups[outcome], namesPeople }))
    .filter(({ people }) => people.length > 0);
}

builder.mutationField('askCheckIns', (t) =>
  t.field({
    type: resultType(
      'AskCheckInsResult',
      AskCheckInsSuccessType,
      'Whom the round asked, or why it was refused.',
    ),
    description:
      'Asks everybody who answers for something open, with one message each. Who was asked today is not asked twice.',
    args: {
      input: t.arg({ type: AskCheckInsInputType, required: true, description: 'The client’s key.' }),
    },
    resolve: (_root, { input }, context) =>
      mutateOnce(context, {
        name: 'askCheckIns',
        input,
        fieldOf: () => null,
        act: async (services, inbox) => {
          const round = await openCheckIns(services, context.actor, inbox);
          if (!round.ok) return round;
          return accepted({ groups: groupsOf(round.value, may(context.actor, 'READ_MISSING')) });
        },
      }),
  }),
);
