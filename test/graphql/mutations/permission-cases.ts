/** Whose each mutation is that does not itself say something of one item: by hand, role by role. */
import type { Asked } from './support.ts';

/** What each is answered: the code of a refusal, or OK. Staff and head are of OSRU, as is what they ask about. */
type Cells = {
  readonly staff: string;
  readonly head: string;
  readonly otherHead: string;
  readonly manager: string;
  readonly planning: string;
};

export type PermissionCase = {
  readonly mutation: string;
  readonly file: string;
  readonly input: object;
  readonly before?: (asked: Asked) => Promise<unknown>;
  /** After `/arti`, what is refused there in the same words; null where Slack has it in a form or a button. */
  readonly saying: string | null;
  readonly cells: Cells;
};

const PLANNING_ALONE: Cells = {
  staff: 'ROLE_MAY_NOT',
  head: 'ROLE_MAY_NOT',
  otherHead: 'ROLE_MAY_NOT',
  manager: 'ROLE_MAY_NOT',
  planning: 'OK',
};

/** What is of a person of OSRU. Here nobody who asks is in the directory: they may do it for others, or not. */
const FOR_OSRU: Cells = {
  staff: 'ROLE_MAY_NOT',
  head: 'OK',
  otherHead: 'NOT_YOUR_PEOPLE',
  manager: 'ROLE_MAY_NOT',
  planning: 'OK',
};

const SAYS_OF_OSRU: Cells = { ...FOR_OSRU, staff: 'OK', otherHead: 'NOT_YOURS' };

const onBehalfOf = 'referente.osru';
const days = { startsOn: '2020-09-15', endsOn: '2020-09-30' };
const asked = ({ send }: Asked) => send('ask-check-ins', { idempotencyKey: 'before' });
const reported = ({ send }: Asked) =>
  send('report-status', { idempotencyKey: 'before', phase: '1.1.3', percent: 60 });
const measured = ({ send }: Asked) =>
  send('record-measurement', { idempotencyKey: 'before', goal: '3.1', numerator: 1, denominator: 2 });

export const PERMISSION_CASES: readonly PermissionCase[] = [
  {
    mutation: 'recordReports',
    file: 'record-reports',
    input: { reports: [{ status: { phase: '1.1.3', percent: 60 } }] },
    saying: 'update 1.1.3 60%',
    cells: SAYS_OF_OSRU,
  },
  {
    mutation: 'correctReport',
    file: 'correct-report',
    before: reported,
    input: { corrects: '1', percent: 50 },
    saying: 'update 1.1.3 50%',
    cells: SAYS_OF_OSRU,
  },
  {
    mutation: 'correctMeasurement',
    file: 'correct-measurement',
    before: measured,
    input: { corrects: '1', numerator: 2, denominator: 3 },
    saying: 'figure 3.1 2/3',
    cells: { ...SAYS_OF_OSRU, staff: 'NOT_YOURS', head: 'NOT_YOURS' },
  },
  {
    mutation: 'answerCheckIn',
    file: 'answer-check-in',
    before: asked,
    input: { onBehalfOf, answers: [{ item: '1.1.3', percent: 60 }] },
    saying: null,
    cells: FOR_OSRU,
  },
  {
    mutation: 'snoozeCheckIn',
    file: 'snooze-check-in',
    before: asked,
    input: { onBehalfOf, until: { hours: 2 } },
    saying: null,
    cells: FOR_OSRU,
  },
  {
    mutation: 'skipCheckIn',
    file: 'skip-check-in',
    before: asked,
    input: { onBehalfOf, because: 'ferie' },
    saying: null,
    cells: FOR_OSRU,
  },
  {
    mutation: 'askCheckIns',
    file: 'ask-check-ins',
    input: {},
    saying: 'checkin now',
    cells: PLANNING_ALONE,
  },
  {
    mutation: 'sendSummaries',
    file: 'send-summaries',
    input: {},
    saying: 'summary now',
    cells: PLANNING_ALONE,
  },
  {
    mutation: 'assignItems',
    file: 'assign-items',
    input: { items: ['1.1.3'], add: ['Referente OSRU'] },
    saying: 'assign 1.1.3 @Referente OSRU',
    cells: FOR_OSRU,
  },
  {
    mutation: 'delegateItems',
    file: 'delegate-items',
    input: { of: { items: ['1.1.3'] }, onBehalfOf, to: 'responsabile.osru', ...days },
    saying: null,
    cells: FOR_OSRU,
  },
  {
    mutation: 'endDelegations',
    file: 'end-delegations',
    before: ({ send }) =>
      send('delegate-items', {
        idempotencyKey: 'before',
        of: { items: ['1.1.3'] },
        onBehalfOf,
        to: 'responsabile.osru',
        ...days,
      }),
    input: { of: { items: ['1.1.3'] }, onBehalfOf },
    saying: null,
    cells: FOR_OSRU,
  },
  {
    mutation: 'setAbsence',
    file: 'set-absence',
    input: { onBehalfOf, from: '2020-09-15', until: '2020-09-16' },
    saying: null,
    cells: FOR_OSRU,
  },
  { mutation: 'endAbsence', file: 'end-absence', input: { onBehalfOf }, saying: null, cells: FOR_OSRU },
  {
    mutation: 'setHours',
    file: 'set-hours',
    input: { onBehalfOf, timeZone: 'Europe/Rome' },
    saying: null,
    cells: FOR_OSRU,
  },
  {
    mutation: 'changeMembers',
    file: 'change-members',
    input: { structure: 'OSRU', changes: [{ who: { known: 'Referente Lavoro' }, membership: 'ADD' }] },
    saying: 'structure OSRU add @Referente Lavoro',
    cells: PLANNING_ALONE,
  },
  {
    mutation: 'setStructureChannel',
    file: 'set-structure-channel',
    input: { structure: 'OSRU', channel: 'osru-nuovo' },
    saying: 'structure OSRU channel #osru-nuovo',
    cells: PLANNING_ALONE,
  },
  {
    mutation: 'removeStructureChannel',
    file: 'remove-structure-channel',
    input: { structure: 'OSRU' },
    saying: 'structure OSRU channel none',
    cells: PLANNING_ALONE,
  },
  {
    mutation: 'changeSchedule',
    file: 'change-schedule',
    input: { structure: 'OSRU', change: { off: 'CHECK_IN' } },
    saying: 'schedule OSRU checkin off',
    cells: {
      staff: 'NOT_YOUR_SCHEDULE',
      head: 'OK',
      otherHead: 'NOT_YOUR_SCHEDULE',
      manager: 'NOT_YOUR_SCHEDULE',
      planning: 'OK',
    },
  },
  {
    mutation: 'resendDelivery',
    file: 'resend-delivery',
    input: { delivery: '1' },
    saying: 'outbox resend 1',
    cells: { ...PLANNING_ALONE, planning: 'UNKNOWN_MESSAGE' },
  },
  {
    mutation: 'resendRefusedDeliveries',
    file: 'resend-refused-deliveries',
    input: {},
    saying: 'outbox resend',
    cells: PLANNING_ALONE,
  },
  {
    mutation: 'dismissDelivery',
    file: 'dismiss-delivery',
    input: { delivery: '1' },
    saying: 'outbox dismiss 1',
    cells: { ...PLANNING_ALONE, planning: 'UNKNOWN_MESSAGE' },
  },
  {
    mutation: 'moveDay',
    file: 'move-day',
    input: { day: '2020-09-30' },
    saying: 'today 30/09/2020',
    cells: PLANNING_ALONE,
  },
  {
    mutation: 'importFile',
    file: 'import-file',
    input: { name: 'persone.csv', text: 'key,name,title,email,role,structures\na,A,x,a@b.it,STAFF,OSRU\n' },
    // Files come by the command line.
    saying: null,
    cells: PLANNING_ALONE,
  },
];
