/** Every function of the store once at least, with the parts that change what is asked of the database. */
import type { ApiKey } from '../../src/domain/api-key.ts';
import { NO_SETTINGS } from '../../src/domain/arrangement.ts';
import type { GoalCode, PhaseCode } from '../../src/domain/codes.ts';
import { isoDate } from '../../src/domain/dates.ts';
import { defaultSchedule } from '../../src/domain/schedule/schedule.ts';
import type { FactsQuery, Store } from '../../src/store/port.ts';
import { DIRECTION, OSRU, samplePlan } from '../helpers/sample-plan.ts';
import { planSummary, structureSummary } from '../helpers/summaries.ts';
import { decision, importSample, item, RECORDED_AT, ratioMeasurement, report } from './support.ts';

type Visit = (store: Store, planId: number) => Promise<unknown>;

const PHASE = item('1.1.1') as PhaseCode;
const GOAL = item('3.1') as GoalCode;
const FACTS: FactsQuery<never> = {
  items: null,
  actors: null,
  reportedOn: { from: null, to: null },
  recordedAt: { from: null, to: null },
  source: null,
  order: 'RECORDED_DESC',
  after: null,
  limit: 10,
};
const DAY = isoDate('2020-09-14');
const AFTER = { reportedOn: DAY, sequence: 5 };
/** All the parts of a query that no order is taken from. */
const NARROW = {
  reportedOn: { from: DAY, to: DAY },
  recordedAt: { from: RECORDED_AT, to: RECORDED_AT },
  source: 'SLACK',
} as const;
const EVER = { from: null, to: null };
const KEY: ApiKey = {
  id: 'abcdefgh',
  name: 'cruscotto',
  scopes: ['read'],
  structures: [],
  createdAt: RECORDED_AT,
  createdBy: 'a',
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
};
const LINK = { tokenHash: 't', person: 'a', expiresAt: '2099-01-01T00:00:00.000Z', usedAt: null };
const SESSION = {
  id: 's',
  person: 'a',
  secretHash: 'h',
  formerHash: null,
  secretSince: RECORDED_AT,
  createdAt: RECORDED_AT,
  expiresAt: '2099-01-01T00:00:00.000Z',
  lastUsedAt: RECORDED_AT,
  endedAt: null,
};
const ORDERS = ['RECORDED_DESC', 'RECORDED_ASC', 'REPORTED_ON_DESC', 'REPORTED_ON_ASC'] as const;

/** In this order: the first ones leave rows for the others. */
export const WALK: Partial<Readonly<Record<keyof Store, Visit>>> = {
  findPlan: (store) => store.findPlan(2020),
  findLatestPlan: (store) => store.findLatestPlan(2020),
  listYears: (store) => store.listYears(),
  planVersion: (store, plan) => store.planVersion(plan),
  planYear: (store, plan) => store.planYear(plan),
  loadStanding: (store, plan) => store.loadStanding(plan, DAY),
  listReportedItems: (store, plan) => store.listReportedItems(plan),
  commit: (store, plan) =>
    store.commit(
      decision(plan, {
        revision: null,
        inbox: { key: 'k', fingerprint: 'f' },
        reports: [report('1.1.1', '2020-09-14', { completes: true, percentBps: 10_000 })],
        measurements: [ratioMeasurement('3.1', '2020-09-14', '9')],
        openedCheckIns: [
          {
            id: 'c1',
            person: 'a',
            openedOn: DAY,
            closesOn: DAY,
            closedOn: null,
            openedAtSequence: 0,
            items: [item('1.1.1')],
            owed: null,
            remindedAt: null,
            skipped: null,
          },
        ],
        closedCheckIns: [{ id: 'c1', closedOn: DAY }],
        checkInProgress: [{ id: 'c1', owed: null, remindedAt: null, skipped: null }],
        arrangements: [{ kind: 'SETTINGS', person: 'a', settings: NO_SETTINGS }],
        summaries: [
          { id: 's1', summary: structureSummary() },
          { id: 's2', summary: planSummary() },
        ],
        slotRuns: [
          {
            kind: 'CHECK_IN',
            structure: OSRU,
            period: '2020-W38',
            at: RECORDED_AT,
            asOf: DAY,
            outcome: 'ON_TIME',
            because: null,
            settledAt: RECORDED_AT,
            messages: 1,
            full: true,
          },
        ],
        schedule: defaultSchedule(RECORDED_AT, 'test', null),
        unscheduled: [{ structure: OSRU, name: 'CHECK_IN' }],
        outbox: () => [
          {
            key: 'm1',
            destination: { kind: 'PERSON', person: 'a' },
            notice: { kind: 'CHECK_IN', checkInId: 'c' },
          },
        ],
        audit: [{ kind: 'REPORTED', actor: 'a', body: {} }],
      }),
    ),
  foresee: (store, plan) => store.foresee(plan, 0),
  findCommitted: (store) => store.findCommitted('k'),
  listReports: async (store, plan) => {
    await store.listReports(plan, { phase: null, before: null, limit: 10 });
    await store.listReports(plan, { phase: PHASE, before: null, limit: 10 });
  },
  listMeasurements: async (store, plan) => {
    await store.listMeasurements(plan, { goal: null, before: null, limit: 10 });
    await store.listMeasurements(plan, { goal: GOAL, before: null, limit: 10 });
  },
  listSaidBy: (store, plan) => store.listSaidBy(plan, 'a', 5),
  listSaidSince: (store, plan) => store.listSaidSince(plan, 0),
  getReport: (store, plan) => store.getReport(plan, 1),
  getMeasurement: (store, plan) => store.getMeasurement(plan, 2),
  findCheckIn: (store) => store.findCheckIn('c1'),
  listUnclosedCheckIns: (store, plan) => store.listUnclosedCheckIns(plan),
  listCheckInsOf: (store, plan) => store.listCheckInsOf(plan, 'a', 5),
  findSummary: (store) => store.findSummary('s1'),
  listSummaries: async (store, plan) => {
    await store.listSummaries(plan, { kind: null, structure: null, before: null, limit: 10 });
    await store.listSummaries(plan, { kind: 'PLAN_WEEK', structure: null, before: 9, limit: 10 });
    await store.listSummaries(plan, { kind: null, structure: DIRECTION, before: null, limit: 10 });
    await store.listSummaries(plan, { kind: 'STRUCTURE_WEEK', structure: DIRECTION, before: 9, limit: 10 });
  },
  loadSchedule: (store, plan) => store.loadSchedule(plan),
  listSettledSlots: (store, plan) => store.listSettledSlots(plan),
  listSlotRuns: async (store, plan) => {
    await store.listSlotRuns(plan, { kind: null, structure: null, before: null, limit: 10 });
    await store.listSlotRuns(plan, { kind: 'CHECK_IN', structure: null, before: 9, limit: 10 });
    await store.listSlotRuns(plan, { kind: null, structure: OSRU, before: null, limit: 10 });
    await store.listSlotRuns(plan, { kind: 'CHECK_IN', structure: OSRU, before: 9, limit: 10 });
  },
  countSlotRunsOf: async (store, plan) => {
    await store.countSlotRunsOf(plan, { kind: null, structure: null });
    await store.countSlotRunsOf(plan, { kind: 'CHECK_IN', structure: OSRU });
  },
  findLastFullCheckIn: (store, plan) => store.findLastFullCheckIn(plan, OSRU),
  countSlotRuns: (store) => store.countSlotRuns(),
  replaceDirectory: (store, plan) =>
    store.replaceDirectory(
      { people: [], channels: [] },
      { planId: plan, recordedAt: RECORDED_AT, auditOf: () => ({ kind: 'D', actor: 'a', body: {} }) },
    ),
  listPeople: (store) => store.listPeople(),
  listChannels: (store) => store.listChannels(),
  loadArrangements: (store, plan) => store.loadArrangements(plan),
  rememberTimeZone: (store) => store.rememberTimeZone('a', 'Europe/Rome'),
  findSlackId: (store) => store.findSlackId('PERSON', 'T1', 'a'),
  findSlackKey: (store) => store.findSlackKey('PERSON', 'T1', 'U1'),
  linkSlack: (store) => store.linkSlack('PERSON', 'T1', 'a', 'U1'),
  unlinkSlack: (store) => store.unlinkSlack('PERSON', 'T1', 'U1'),
  saveInstallation: (store) =>
    store.saveInstallation({
      team: 'T1',
      teamName: 'Arti',
      botUser: 'B1',
      scopes: [],
      sealedToken: 'x',
      installedAt: RECORDED_AT,
      revoked: null,
    }),
  findInstallation: (store) => store.findInstallation('T1'),
  listInstallations: (store) => store.listInstallations(),
  revokeInstallation: (store) =>
    store.revokeInstallation({ team: 'T1', sealedToken: 'x' }, { at: RECORDED_AT, because: 'x' }),
  restoreInstallation: (store) => store.restoreInstallation({ team: 'T1', sealedToken: 'x' }),
  claimOutbox: (store) =>
    store.claimOutbox({ now: RECORDED_AT, clockNow: RECORDED_AT, limit: 5, claimSeconds: 60 }),
  settleOutbox: async (store) => {
    await store.settleOutbox(1, 1, { outcome: 'SENT', channel: 'C1', ts: '1' }, RECORDED_AT);
    await store.settleOutbox(1, 1, { outcome: 'DEAD', error: 'x' });
  },
  nextOutboxAt: (store) => store.nextOutboxAt(60),
  findSentByKey: (store) => store.findSentByKey('m1'),
  findSentByMessage: (store) => store.findSentByMessage('C1', '1'),
  countOutbox: (store) => store.countOutbox(),
  listUnsettledMessages: (store) => store.listUnsettledMessages(10),
  requeueMessage: (store) => store.requeueMessage(1),
  dismissMessage: (store) => store.dismissMessage(1),
  getSetting: (store) => store.getSetting('today'),
  setSetting: (store) => store.setSetting('today', '2020-09-14'),
  ping: (store) => store.ping(),
  listSaidAfter: (store, plan) => store.listSaidAfter(plan, 0, 10),
  listTouchedDays: (store, plan) => store.listTouchedDays(plan, 0),
  loadLastSaid: (store) => store.loadLastSaid(DAY),
  pageReports: async (store, plan) => {
    for (const order of ORDERS) {
      for (const after of [null, AFTER]) {
        for (const parts of [{}, { items: [PHASE] }, { actors: ['a'] }, { items: [PHASE], actors: ['a'] }]) {
          await store.pageReports(plan, { ...FACTS, ...parts, order, after, blockedOnly: false });
        }
      }
    }
    await store.pageReports(plan, { ...FACTS, ...NARROW, blockedOnly: true });
  },
  pageMeasurements: async (store, plan) => {
    for (const order of ORDERS) {
      for (const after of [null, AFTER]) {
        for (const parts of [{}, { items: [GOAL] }, { actors: ['a'] }, { items: [GOAL], actors: ['a'] }]) {
          await store.pageMeasurements(plan, { ...FACTS, ...parts, order, after });
        }
      }
    }
    await store.pageMeasurements(plan, { ...FACTS, ...NARROW });
  },
  findReport: (store, plan) => store.findReport(plan, 1),
  findMeasurement: (store, plan) => store.findMeasurement(plan, 2),
  pageCheckIns: async (store, plan) => {
    for (const order of ['ASC', 'DESC'] as const) {
      await store.pageCheckIns(plan, { openedOn: EVER, order, after: null, limit: 10 });
      await store.pageCheckIns(plan, {
        openedOn: EVER,
        order,
        after: { openedOn: DAY, handle: 'x' },
        limit: 10,
      });
    }
  },
  findCheckInByHandle: (store, plan) => store.findCheckInByHandle(plan, DAY, 'x'),
  listFirstSaidAfter: (store, plan) => store.listFirstSaidAfter(plan, [{ item: item('1.1.1'), sequence: 0 }]),
  pageDeliveries: async (store, plan) => {
    for (const recordedAt of [EVER, { from: RECORDED_AT, to: RECORDED_AT }]) {
      await store.pageDeliveries(plan, { recordedAt, order: 'DESC', after: null, limit: 10 });
      await store.pageDeliveries(plan, { recordedAt, order: 'ASC', after: 1, limit: 10 });
    }
  },
  findDelivery: (store, plan) => store.findDelivery(plan, 1),
  pageAudit: async (store, plan) => {
    for (const recordedAt of [EVER, { from: RECORDED_AT, to: RECORDED_AT }]) {
      await store.pageAudit(plan, { recordedAt, order: 'DESC', after: null, limit: 10 });
      await store.pageAudit(plan, { recordedAt, order: 'ASC', after: 1, limit: 10 });
    }
  },
  findAuditEntry: (store, plan) => store.findAuditEntry(plan, 1),
  findSlotRun: (store, plan) => store.findSlotRun(plan, 1),
  createApiKey: (store, plan) => store.createApiKey({ ...KEY, secretHash: 'x' }, requestOf(plan)),
  findApiKey: (store) => store.findApiKey(KEY.id),
  listApiKeys: (store) => store.listApiKeys(),
  findApiKeyMadeBy: (store) => store.findApiKeyMadeBy('made'),
  noteApiKeyUse: (store) => store.noteApiKeyUse(KEY.id, { usedAt: RECORDED_AT, unlessAfter: RECORDED_AT }),
  revokeApiKey: (store, plan) => store.revokeApiKey(KEY.id, RECORDED_AT, requestOf(plan)),
  addSignInLink: (store) => store.addSignInLink(LINK, RECORDED_AT),
  findSignInLink: (store) => store.findSignInLink(LINK.tokenHash),
  openSession: (store) => store.openSession(LINK.tokenHash, SESSION),
  findSession: (store) => store.findSession(SESSION.id),
  findSessionBySecret: (store) => store.findSessionBySecret('none'),
  noteSessionUse: (store) => store.noteSessionUse('s', { usedAt: RECORDED_AT, unlessAfter: RECORDED_AT }),
  changeSessionSecret: (store) => store.changeSessionSecret('s', { from: 'h', to: 'i', at: RECORDED_AT }),
  endSession: (store) => store.endSession('s', RECORDED_AT),
  endSessionsOf: (store, plan) => store.endSessionsOf('a', RECORDED_AT, requestOf(plan)),
  changeStamp: (store) => store.changeStamp(),
  importPlan: (store) => importSample(store, samplePlan({ title: 'Nuovo titolo' }), 'sha-2'),
  close: (store) => store.close(),
};

const requestOf = (planId: number) => ({
  planId,
  recordedAt: RECORDED_AT,
  inbox: null,
  audit: { kind: 'KEY_CREATED', actor: 'a', body: {} },
});
