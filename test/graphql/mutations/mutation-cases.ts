/** Of every mutation: what it takes, what it answers, and what it refuses. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type Actor, actorOf } from '../../../src/domain/actor.ts';
import { deliverOutbox } from '../../../src/services/outbox.ts';
import { actor, personOf } from '../../helpers/context.ts';
import type { Asked } from './support.ts';

const PLAN = readFileSync(new URL('../../../plans/arti-2020.yaml', import.meta.url), 'utf8');
const READER: Actor = { key: 'key:reader00', role: 'READER', structures: [] };
const OSRU = actorOf(personOf('referente.osru'));
const LAVORO = actorOf(personOf('referente.lavoro'));

export type Refusal = {
  readonly why: string;
  readonly input: object;
  readonly actor?: Actor;
  readonly code: string;
  readonly field: string | null;
};

export type Case = {
  readonly mutation: string;
  readonly file: string;
  /** What has to be there before. */
  readonly before?: (asked: Asked) => Promise<unknown>;
  readonly actor?: Actor;
  readonly input: object;
  readonly answer: object;
  /** Another input under the same key. */
  readonly other: object;
  readonly refused: readonly Refusal[];
};

const reported = ({ send }: Asked) =>
  send('report-status', { idempotencyKey: 'before', phase: '1.1.3', percent: 60 });
const measured = ({ send }: Asked) =>
  send('record-measurement', {
    idempotencyKey: 'before',
    goal: '3.1',
    numerator: 8006,
    denominator: 20015,
  });
const askedOf = ({ send }: Asked) => send('ask-check-ins', { idempotencyKey: 'before' });
const delegated = ({ send }: Asked) =>
  send(
    'delegate-items',
    {
      idempotencyKey: 'before',
      of: { items: ['1.1.3'] },
      to: 'responsabile.osru',
      startsOn: '2020-09-14',
      endsOn: '2020-09-30',
    },
    OSRU,
  );
async function undelivered(asked: Asked): Promise<void> {
  await asked.send('send-summaries', { idempotencyKey: 'before' });
  await deliverOutbox(asked.context, async () => ({ outcome: 'DEAD', error: 'channel_not_found' }));
}

const roleMayNot = (input: object, field: string | null = null): Refusal => ({
  why: 'a key that only reads',
  input,
  actor: READER,
  code: 'ROLE_MAY_NOT',
  field,
});

const period = { startsOn: '2020-09-15', endsOn: '2020-09-30' };

export const CASES: readonly Case[] = [
  {
    mutation: 'reportStatus',
    file: 'report-status',
    input: { phase: '1.1.3', percent: 60 },
    answer: { report: { percent: 60 } },
    other: { phase: '1.1.3', percent: 61 },
    refused: [
      roleMayNot({ phase: '1.1.3', percent: 60 }),
      {
        why: 'too much',
        input: { phase: '1.1.3', percent: 101 },
        code: 'PERCENT_OUT_OF_RANGE',
        field: 'percent',
      },
    ],
  },
  {
    mutation: 'recordMeasurement',
    file: 'record-measurement',
    input: { goal: '3.1', numerator: 1, denominator: 4 },
    answer: { measurement: { numerator: 1, denominator: 4 } },
    other: { goal: '3.1', numerator: 2, denominator: 4 },
    refused: [
      roleMayNot({ goal: '3.1', numerator: 1, denominator: 4 }),
      {
        why: 'a value of a ratio',
        input: { goal: '3.1', value: 4 },
        code: 'RATIO_EXPECTED',
        field: 'numerator',
      },
    ],
  },
  {
    mutation: 'recordReports',
    file: 'record-reports',
    input: { reports: [{ status: { phase: '1.1.3', percent: 60 } }] },
    answer: { count: 1, recorded: [{ index: 0, kind: 'STATUS', itemCode: '1.1.3', sequence: 1 }] },
    other: { reports: [{ status: { phase: '1.1.3', percent: 61 } }] },
    refused: [
      { why: 'none', input: { reports: [] }, code: 'BULK_SIZE_INVALID', field: 'reports' },
      {
        why: 'another year',
        input: { year: 2031, reports: [{ status: { phase: '1.1.3', percent: 60 } }] },
        code: 'NO_PLAN',
        field: 'year',
      },
    ],
  },
  {
    mutation: 'correctReport',
    file: 'correct-report',
    before: reported,
    input: { corrects: '1', percent: 55 },
    answer: { report: { percent: 55, sequence: 2, reportedOn: '2020-09-14' }, phase: { code: '1.1.3' } },
    other: { corrects: '1', percent: 56 },
    refused: [
      roleMayNot({ corrects: '1', percent: 55 }),
      { why: 'of nothing', input: { corrects: '9', percent: 55 }, code: 'UNKNOWN_REPORT', field: 'corrects' },
      { why: 'no id', input: { corrects: 'x', percent: 55 }, code: 'UNKNOWN_REPORT', field: 'corrects' },
      { why: 'no figure', input: { corrects: '1' }, code: 'ONE_FIGURE_EXPECTED', field: null },
      { why: 'units', input: { corrects: '1', units: 3 }, code: 'UNITS_NOT_COUNTED', field: 'units' },
    ],
  },
  {
    mutation: 'correctMeasurement',
    file: 'correct-measurement',
    before: measured,
    input: { corrects: '1', numerator: 9000, denominator: 20015 },
    answer: { measurement: { numerator: 9000, sequence: 2 }, goal: { code: '3.1' } },
    other: { corrects: '1', numerator: 9001, denominator: 20015 },
    refused: [
      roleMayNot({ corrects: '1', numerator: 9000, denominator: 20015 }),
      {
        why: 'half of it',
        input: { corrects: '1', numerator: 1 },
        code: 'NOT_UNDERSTOOD',
        field: 'denominator',
      },
    ],
  },
  {
    mutation: 'answerCheckIn',
    file: 'answer-check-in',
    before: askedOf,
    actor: OSRU,
    input: { answers: [{ item: '1.1.3', percent: 60 }] },
    answer: { recorded: [{ index: 0, itemCode: '1.1.3' }] },
    other: { answers: [{ item: '1.1.3', percent: 61 }] },
    refused: [
      roleMayNot({ onBehalfOf: 'referente.osru', answers: [{ item: '1.1.3', percent: 60 }] }, 'onBehalfOf'),
      {
        why: 'a key that names nobody',
        input: { answers: [{ item: '1.1.3', percent: 60 }] },
        actor: actor('PLANNING'),
        code: 'PERSON_EXPECTED',
        field: 'onBehalfOf',
      },
      {
        why: 'none that there is',
        input: { checkIn: 'nonsense', answers: [{ item: '1.1.3', percent: 60 }] },
        code: 'UNKNOWN_CHECK_IN',
        field: 'checkIn',
      },
    ],
  },
  {
    mutation: 'snoozeCheckIn',
    file: 'snooze-check-in',
    before: askedOf,
    actor: OSRU,
    input: { until: { day: '2020-09-16' } },
    answer: { nextAt: '2020-09-16T07:00:00.000Z', isSkipped: false },
    other: { until: { day: '2020-09-17' } },
    refused: [
      roleMayNot({ onBehalfOf: 'referente.osru', until: { hours: 1 } }, 'onBehalfOf'),
      { why: 'today', input: { until: { day: '2020-09-14' } }, code: 'DATE_IN_PAST', field: 'until.day' },
      {
        why: 'after it closes',
        input: { until: { day: '2020-12-01' } },
        code: 'SNOOZE_AFTER_CLOSE',
        field: 'until.day',
      },
      { why: 'no hours', input: { until: { hours: 0 } }, code: 'PERIOD_INVALID', field: 'until.hours' },
    ],
  },
  {
    mutation: 'skipCheckIn',
    file: 'skip-check-in',
    before: askedOf,
    actor: OSRU,
    input: { because: 'nessuna novità' },
    answer: { nextAt: null, isSkipped: true },
    other: { because: 'altro' },
    refused: [
      roleMayNot({ onBehalfOf: 'referente.osru', because: 'x' }, 'onBehalfOf'),
      { why: 'no reason', input: { because: ' ' }, code: 'SKIP_REASON_MISSING', field: 'because' },
    ],
  },
  {
    mutation: 'askCheckIns',
    file: 'ask-check-ins',
    input: {},
    answer: { groups: [{ outcome: 'ASKED' }, { outcome: 'NOTHING' }] },
    other: {},
    refused: [roleMayNot({})],
  },
  {
    mutation: 'sendSummaries',
    file: 'send-summaries',
    input: {},
    answer: { planChannel: 'dirigenti', structuresWithoutChannel: [] },
    other: {},
    refused: [roleMayNot({})],
  },
  {
    mutation: 'assignItems',
    file: 'assign-items',
    input: { items: ['1.1.3'], add: ['referente.osru@arti.example'] },
    answer: {
      changed: 1,
      items: [
        {
          code: '1.1.3',
          answerers: [{ because: 'STRUCTURE' }, { name: 'Referente OSRU', because: 'ASSIGNED' }],
        },
      ],
    },
    other: { items: ['1.1.2'], add: ['referente.osru@arti.example'] },
    refused: [
      roleMayNot({ items: ['1.1.3'], add: ['nobody@arti.example'] }),
      {
        why: 'no such item',
        input: { items: ['1.1.3', '9.9'], add: [] },
        code: 'UNKNOWN_CODE',
        field: 'items.1',
      },
      {
        why: 'nobody of the directory',
        input: { items: ['1.1.3'], add: ['referente.osru', 'x@y'] },
        code: 'UNKNOWN_COLLEAGUE',
        field: 'add.1',
      },
      {
        why: 'not assigned',
        input: { items: ['1.1.3'], remove: ['referente.osru'] },
        code: 'NOT_ASSIGNED',
        field: 'remove.0',
      },
    ],
  },
  {
    mutation: 'delegateItems',
    file: 'delegate-items',
    input: { of: { items: ['1.1.3'] }, onBehalfOf: 'referente.osru', to: 'responsabile.osru', ...period },
    answer: { delegated: [{ item: '1.1.3', ...period }], notDelegated: [] },
    other: { of: { items: ['1.1.2'] }, onBehalfOf: 'referente.osru', to: 'responsabile.osru', ...period },
    refused: [
      roleMayNot(
        { of: { items: ['1.1.3'] }, onBehalfOf: 'referente.osru', to: 'responsabile.osru', ...period },
        'onBehalfOf',
      ),
      {
        why: 'for a colleague',
        actor: LAVORO,
        input: { of: { items: ['1.1.3'] }, onBehalfOf: 'referente.osru', to: 'responsabile.osru', ...period },
        code: 'NOT_YOUR_PEOPLE',
        field: 'onBehalfOf',
      },
      {
        why: 'a manager',
        input: { of: { items: ['1.1.3'] }, onBehalfOf: 'referente.osru', to: 'dirigente', ...period },
        code: 'CANNOT_TAKE_OVER',
        field: 'to',
      },
      {
        why: 'past',
        input: {
          of: { items: ['1.1.3'] },
          onBehalfOf: 'referente.osru',
          to: 'responsabile.osru',
          startsOn: '2020-09-01',
          endsOn: '2020-09-30',
        },
        code: 'DATE_IN_PAST',
        field: 'startsOn',
      },
      {
        why: 'no such item',
        input: { of: { items: ['9.9'] }, onBehalfOf: 'referente.osru', to: 'responsabile.osru', ...period },
        code: 'UNKNOWN_CODE',
        field: 'of.items.0',
      },
    ],
  },
  {
    mutation: 'endDelegations',
    file: 'end-delegations',
    before: delegated,
    actor: OSRU,
    input: { of: { items: ['1.1.3'] } },
    answer: { ended: [{ item: '1.1.3', startsOn: '2020-09-14', endsOn: '2020-09-30' }] },
    other: { of: { everything: true } },
    refused: [
      roleMayNot({ of: { items: ['1.1.3'] }, onBehalfOf: 'referente.osru' }, 'onBehalfOf'),
      {
        why: 'one of two is not delegated',
        actor: OSRU,
        input: { of: { items: ['1.1.3', '1.1.2'] } },
        code: 'NOT_DELEGATED',
        field: 'of.items.1',
      },
      {
        why: 'of others',
        actor: LAVORO,
        input: { of: { items: ['1.1.3'] } },
        code: 'NOT_YOUR_PEOPLE',
        field: 'onBehalfOf',
      },
    ],
  },
  {
    mutation: 'setAbsence',
    file: 'set-absence',
    input: { onBehalfOf: 'referente.osru', from: '2020-09-15', until: '2020-09-18' },
    answer: { absence: { from: '2020-09-15', until: '2020-09-18' } },
    other: { onBehalfOf: 'referente.osru', from: '2020-09-15', until: '2020-09-19' },
    refused: [
      roleMayNot({ onBehalfOf: 'referente.osru', from: '2020-09-15', until: '2020-09-18' }, 'onBehalfOf'),
      {
        why: 'a key that names nobody',
        input: { from: '2020-09-15', until: '2020-09-18' },
        code: 'PERSON_EXPECTED',
        field: 'onBehalfOf',
      },
      {
        why: 'past',
        input: { onBehalfOf: 'referente.osru', from: '2020-09-01', until: '2020-09-02' },
        code: 'DATE_IN_PAST',
        field: 'until',
      },
    ],
  },
  {
    mutation: 'endAbsence',
    file: 'end-absence',
    before: ({ send }) =>
      send('set-absence', {
        idempotencyKey: 'before',
        onBehalfOf: 'referente.osru',
        from: '2020-09-14',
        until: '2020-09-18',
      }),
    actor: OSRU,
    input: {},
    answer: { absence: null },
    other: { onBehalfOf: 'referente.osru' },
    refused: [
      roleMayNot({ onBehalfOf: 'referente.osru' }, 'onBehalfOf'),
      {
        why: 'nobody of the directory',
        input: { onBehalfOf: 'x@y' },
        code: 'UNKNOWN_COLLEAGUE',
        field: 'onBehalfOf',
      },
    ],
  },
  {
    mutation: 'setHours',
    file: 'set-hours',
    actor: OSRU,
    input: { hours: { from: '08:30', to: '14:00' } },
    answer: { hours: { from: '08:30', to: '14:00' }, timeZone: 'Europe/Rome' },
    other: { hours: { from: '08:30', to: '15:00' } },
    refused: [
      roleMayNot({ onBehalfOf: 'referente.osru', hours: null }, 'onBehalfOf'),
      {
        why: 'backwards',
        actor: OSRU,
        input: { hours: { from: '14:00', to: '08:30' } },
        code: 'HOURS_INVALID',
        field: 'hours',
      },
      {
        why: 'no zone',
        actor: OSRU,
        input: { hours: { from: '08:00', to: '09:00' }, timeZone: 'Roma' },
        code: 'TIME_ZONE_INVALID',
        field: 'timeZone',
      },
    ],
  },
  {
    mutation: 'changeMembers',
    file: 'change-members',
    input: {
      structure: 'OSRU',
      changes: [
        { who: { known: 'referente.lavoro' }, membership: 'ADD' },
        {
          who: { newcomer: { name: 'Ada Neri', title: 'istruttrice', address: 'Ada.Neri@arti.example' } },
          membership: 'HEAD',
        },
      ],
    },
    answer: {
      structure: 'OSRU',
      members: [
        { structures: ['LAVORO', 'OSRU'], isNew: false },
        { name: 'Ada Neri', role: 'HEAD', structures: ['OSRU'], isNew: true },
      ],
    },
    other: { structure: 'OSRU', changes: [] },
    refused: [
      roleMayNot({ structure: 'OSRU', changes: [{ who: { known: 'x@y' }, membership: 'ADD' }] }),
      {
        why: 'no such structure',
        input: { structure: 'X', changes: [] },
        code: 'UNKNOWN_STRUCTURE',
        field: 'structure',
      },
      {
        why: 'the second is nobody',
        input: {
          structure: 'OSRU',
          changes: [
            { who: { known: 'referente.lavoro' }, membership: 'ADD' },
            { who: { known: 'x@y' }, membership: 'ADD' },
          ],
        },
        code: 'UNKNOWN_COLLEAGUE',
        field: 'changes.1.who.known',
      },
      {
        why: 'a newcomer without an address',
        input: {
          structure: 'OSRU',
          changes: [{ who: { newcomer: { name: 'Ada', title: 'x', address: 'ada' } }, membership: 'ADD' }],
        },
        code: 'NEWCOMER_INVALID',
        field: 'changes.0.who.newcomer.address',
      },
      {
        why: 'a newcomer who is taken away',
        input: {
          structure: 'OSRU',
          changes: [{ who: { newcomer: { name: 'Ada', title: 'x', address: 'a@b' } }, membership: 'REMOVE' }],
        },
        code: 'UNKNOWN_COLLEAGUE',
        field: 'changes.0.membership',
      },
      {
        why: 'a manager',
        input: { structure: 'OSRU', changes: [{ who: { known: 'dirigente' }, membership: 'HEAD' }] },
        code: 'CANNOT_TAKE_OVER',
        field: 'changes.0.who',
      },
    ],
  },
  {
    mutation: 'setStructureChannel',
    file: 'set-structure-channel',
    input: { structure: 'OSRU', channel: '#osru-nuovo' },
    answer: { structure: 'OSRU', channelTakenFrom: null },
    other: { structure: 'OSRU', channel: '#osru-altro' },
    refused: [
      roleMayNot({ structure: 'OSRU', channel: 'osru' }),
      {
        why: 'no name',
        input: { structure: 'OSRU', channel: 'due parole' },
        code: 'UNKNOWN_CHANNEL',
        field: 'channel',
      },
    ],
  },
  {
    mutation: 'removeStructureChannel',
    file: 'remove-structure-channel',
    input: { structure: 'OSRU' },
    answer: { structure: 'OSRU' },
    other: { structure: 'LAVORO' },
    refused: [
      roleMayNot({ structure: 'OSRU' }),
      { why: 'no such structure', input: { structure: 'X' }, code: 'UNKNOWN_STRUCTURE', field: 'structure' },
    ],
  },
  {
    mutation: 'changeSchedule',
    file: 'change-schedule',
    input: { change: { rule: { kind: 'CHECK_IN', weekday: 2, time: '10:00' } } },
    answer: { entry: 'CHECK_IN', structure: null, changed: true, after: expect.stringContaining('martedì') },
    other: { change: { off: 'CHECK_IN' } },
    refused: [
      {
        ...roleMayNot({ change: { off: 'CHECK_IN' } }, 'structure'),
        code: 'NOT_YOUR_SCHEDULE',
      },
      {
        why: 'no structure',
        input: { structure: 'X', change: { off: 'CHECK_IN' } },
        code: 'UNKNOWN_STRUCTURE',
        field: 'structure',
      },
      {
        why: 'of the whole plan',
        input: { structure: 'OSRU', change: { off: 'PLAN_SUMMARY' } },
        code: 'NOT_OF_STRUCTURE',
        field: 'structure',
      },
      {
        why: 'a Saturday',
        input: { change: { rule: { kind: 'CHECK_IN', weekday: 6 } } },
        code: 'SCHEDULE_UNCLEAR',
        field: 'change.rule.weekday',
      },
      {
        why: 'a day of the month of what comes weekly',
        input: { change: { rule: { kind: 'CHECK_IN', dayOfMonth: 6 } } },
        code: 'SCHEDULE_UNCLEAR',
        field: 'change.rule.dayOfMonth',
      },
      {
        why: 'no time',
        input: { change: { rule: { kind: 'CHECK_IN', time: '25:00' } } },
        code: 'SCHEDULE_UNCLEAR',
        field: 'change.rule.time',
      },
      {
        why: 'nothing said',
        input: { change: { rule: { kind: 'CHECK_IN' } } },
        code: 'SCHEDULE_UNCLEAR',
        field: 'change.rule',
      },
      {
        why: 'the 29th of February',
        input: { change: { rule: { kind: 'INTERIM_REVIEW', days: ['06-30', '02-29'] } } },
        code: 'SCHEDULE_UNCLEAR',
        field: 'change.rule.days',
      },
      {
        why: 'weeks',
        input: { change: { cadence: { everyWeeks: 14 } } },
        code: 'SCHEDULE_UNCLEAR',
        field: 'change.cadence.everyWeeks',
      },
      {
        why: 'a town that the calendar does not know',
        input: { change: { place: { town: 'Atlantide' } } },
        code: 'SCHEDULE_UNCLEAR',
        field: 'change.place.town',
      },
      {
        why: 'another year',
        input: { year: 2031, change: { off: 'CHECK_IN' } },
        code: 'NO_PLAN',
        field: 'year',
      },
    ],
  },
  {
    mutation: 'resendDelivery',
    file: 'resend-delivery',
    before: undelivered,
    input: { delivery: '1' },
    answer: { numbers: [1] },
    other: { delivery: '2' },
    refused: [
      roleMayNot({ delivery: '1' }),
      { why: 'none of the list', input: { delivery: '99' }, code: 'UNKNOWN_MESSAGE', field: 'delivery' },
    ],
  },
  {
    mutation: 'resendRefusedDeliveries',
    file: 'resend-refused-deliveries',
    before: undelivered,
    input: {},
    answer: { numbers: [1, 2, 3, 4] },
    other: {},
    refused: [roleMayNot({})],
  },
  {
    mutation: 'dismissDelivery',
    file: 'dismiss-delivery',
    before: undelivered,
    input: { delivery: '1' },
    answer: { numbers: [1] },
    other: { delivery: '2' },
    refused: [
      roleMayNot({ delivery: '1' }),
      { why: 'nonsense', input: { delivery: 'x' }, code: 'UNKNOWN_MESSAGE', field: 'delivery' },
    ],
  },
  {
    mutation: 'moveDay',
    file: 'move-day',
    input: { day: '2020-09-30' },
    answer: { day: '2020-09-30' },
    other: { day: '2020-09-29' },
    refused: [roleMayNot({ day: '2020-09-30' })],
  },
  {
    mutation: 'importFile',
    file: 'import-file',
    input: { name: 'piano.yaml', text: PLAN },
    answer: { __typename: 'ImportPlanSuccess', outcome: 'REPLACED', year: 2020, baselines: 2 },
    other: { name: 'altro.yaml', text: PLAN },
    refused: [roleMayNot({ name: 'piano.yaml', text: PLAN })],
  },
];
