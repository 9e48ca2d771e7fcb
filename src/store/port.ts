/**
 * What the services ask of a database: few calls, each whole. SQLite answers them synchronously inside, a
 * server database would not, so every one is a promise and no caller ever holds a transaction.
 */
import type { ApiKey } from '../domain/api-key.ts';
import type { ArrangementChange, Arrangements } from '../domain/arrangement.ts';
import type { CheckIn, CheckInProgress } from '../domain/check-in.ts';
import type { GoalCode, ItemCode, PhaseCode, StructureCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Channel, Directory, Person } from '../domain/directory.ts';
import type { Measurement, Source, Standing, StatusReport } from '../domain/facts.ts';
import type { Destination, Notice } from '../domain/notice.ts';
import type { Plan } from '../domain/plan.ts';
import type { SaidFact } from '../domain/said-fact.ts';
import type { Schedule, ScheduleEntry, ScheduleEntryName, SlotKind } from '../domain/schedule/schedule.ts';
import type { SlotOutcome, SlotRun } from '../domain/schedule/slot-run.ts';
import type { SettledSlot } from '../domain/schedule/slots.ts';
import type { Session, SignInLink } from '../domain/session.ts';
import type { Said } from '../domain/standing.ts';
import type { Summary, SummaryKind } from '../domain/summary.ts';

export { StoreBusy } from './store-busy.ts';
export { StoreFailed } from './store-failed.ts';

/** A plan as kept. */
export type StoredPlan = {
  readonly id: number;
  /** Grows with every commit that touches the plan, from whichever process. */
  readonly version: number;
  /** Grows when the definition itself is imported anew. */
  readonly revision: number;
  readonly contentHash: string;
  /** Of the last report or measurement; 0 when there is none. */
  readonly lastSequence: number;
  readonly plan: Plan;
};

type Unplaced<T> = Omit<T, 'sequence' | 'recordedAt'>;
export type NewStatusReport = Unplaced<StatusReport>;
/** Distributes over the union of ratio and value. */
export type NewMeasurement = Measurement extends infer M
  ? M extends Measurement
    ? Unplaced<M>
    : never
  : never;

export type NewOutboxMessage = {
  /** Unique for ever, and sent along as message metadata: what a doubtful delivery is recognised by. */
  readonly key: string;
  readonly destination: Destination;
  readonly notice: Notice;
};

/** For the hash-chained history. `body` holds no personal data; `actor` is kept outside the chain. */
export type NewAuditEntry = {
  readonly kind: string;
  readonly actor: string;
  readonly body: Readonly<Record<string, unknown>>;
};

export type NewSummary = { readonly id: string; readonly summary: Summary };

/** As kept; `recordedAt` is an instant, ISO 8601 in UTC. */
export type StoredSummary = NewSummary & { readonly position: number; readonly recordedAt: string };

/** `id` grows with every slot that is settled. */
export type StoredSlotRun = SlotRun & { readonly id: number };

/** What is from now on of the check-in `id`: all of it, not only what changed. */
export type NewCheckInProgress = CheckInProgress & { readonly id: string };

/** A decision, written in one transaction or not at all. */
export type Commit = {
  readonly planId: number;
  /**
   * The definition that was decided upon: another one by now, and nothing is written (`CONFLICT`). Null for what
   * holds whatever the plan says.
   */
  readonly revision: number | null;
  /**
   * The plan's last sequence when what was said so far was read: something else said by now, and nothing is
   * written (`CONFLICT`); a figure copied from an older report would undo the newer one. Read it before the
   * standing, never after. Null for what was not judged by what was said.
   */
  readonly lastSequence: number | null;
  /**
   * The plan's version that was decided upon: anything at all committed to it since, and nothing is written
   * (`CONFLICT`). For what is written whole over what was there, such as settings or how a check-in goes on. Left
   * out where no other commit can make the decision wrong.
   */
  readonly version?: number;
  /**
   * What was foreseen of the plan and decided upon: when not all of it was written, neither is this (`CONFLICT`).
   * `lastSequence` is then the one that was foreseen.
   */
  readonly upon?: Foreseen;
  /** ISO 8601 instant in UTC. */
  readonly recordedAt: string;
  /** What makes a delivery, a press or a request have one effect; null when repeating it is harmless. */
  readonly inbox: { readonly key: string; readonly fingerprint: string } | null;
  readonly reports?: readonly NewStatusReport[];
  readonly measurements?: readonly NewMeasurement[];
  readonly openedCheckIns?: readonly CheckIn[];
  readonly closedCheckIns?: readonly { readonly id: string; readonly closedOn: IsoDate }[];
  /** Of open check-ins, whatever else of them stays. */
  readonly checkInProgress?: readonly NewCheckInProgress[];
  /** People and channels that it names, and their Slack links, are written as `replaceDirectory` would. */
  readonly arrangements?: readonly ArrangementChange[];
  readonly summaries?: readonly NewSummary[];
  /** Slots that are settled by it. When one of them was settled by somebody else, nothing is written (`CONFLICT`). */
  readonly slotRuns?: readonly SlotRun[];
  /** Set anew, each in the place of the one of its name and structure. */
  readonly schedule?: readonly ScheduleEntry[];
  /** Of a structure: from now on the plan's own holds. */
  readonly unscheduled?: readonly {
    readonly structure: StructureCode;
    readonly name: ScheduleEntryName;
  }[];
  /** Set anew, each in the place of the one of its name. */
  readonly settings?: readonly { readonly name: string; readonly value: string }[];
  /** Made once the sequences are known: reports first, then measurements, in the order given. */
  readonly outbox?: (sequences: readonly number[]) => readonly NewOutboxMessage[];
  readonly audit?: readonly NewAuditEntry[];
};

export type CommitResult =
  | { readonly outcome: 'COMMITTED'; readonly version: number; readonly sequences: readonly number[] }
  /** The same key with the same fingerprint was committed before: `sequences` are that commit's. */
  | { readonly outcome: 'DUPLICATE'; readonly sequences: readonly number[] }
  | { readonly outcome: 'KEY_REUSED' }
  /** Something that was decided upon has changed, or somebody opened the same check-in: decide again. */
  | { readonly outcome: 'CONFLICT' };

/**
 * What was said of a plan in commits that this process has handed in and that are not on the disk yet, as it will
 * stand there if each of them is written: who decides meanwhile need not wait for the disk.
 */
export type Foreseen = {
  /** The plan's, with them. */
  readonly lastSequence: number;
  /** By them. */
  said(): Said;
  /** Waits until they are on the disk, or will not be; false when one of them is not. */
  isWritten(): Promise<boolean>;
};

/** What an earlier commit left under its inbox key. */
export type Committed = {
  readonly planId: number;
  readonly recordedAt: string;
  readonly fingerprint: string;
  readonly sequences: readonly number[];
};

export type ImportResult = {
  /**
   * CONFLICT: more was said of the plan since it was checked; nothing was written. DUPLICATE and KEY_REUSED: as of a
   * commit; `planId` is then that of the earlier request.
   */
  readonly outcome: 'CREATED' | 'REPLACED' | 'UNCHANGED' | 'CONFLICT' | 'DUPLICATE' | 'KEY_REUSED';
  readonly planId: number;
  readonly version: number;
};

/** DUPLICATE and KEY_REUSED as of a commit: nothing was written. */
export type DirectoryReplacement = 'CHANGED' | 'UNCHANGED' | 'DUPLICATE' | 'KEY_REUSED';

export type ClaimedMessage = NewOutboxMessage & {
  readonly id: number;
  /** Fences the claim: a worker that settles with an older attempt is told that it lost it. */
  readonly attempt: number;
  /**
   * When an earlier attempt may first have left something in Slack, by the product's clock; null when none may have:
   * nothing needs to be looked for.
   */
  readonly firstTriedAt: string | null;
};

/** A message that waits for a person: it was refused for good, or may or may not stand in Slack. */
export type UnsettledMessage = ClaimedMessage & {
  readonly state: 'DEAD' | 'DOUBTFUL';
  readonly recordedAt: string;
  readonly error: string;
};

export type Settlement =
  /** `team` where there are several workspaces. */
  | { readonly outcome: 'SENT'; readonly channel: string; readonly ts: string; readonly team?: string }
  /**
   * Try again, not before `notBefore` (ISO instant). `doubtful`: the attempt may have left the message in Slack, where
   * it is looked for before it is sent again.
   */
  | {
      readonly outcome: 'RETRY';
      readonly notBefore: string;
      readonly error: string;
      readonly doubtful: boolean;
    }
  /** What it would say is true no more: it is never sent, and nobody has to see to it. */
  | { readonly outcome: 'NOTHING_TO_SEND' }
  /** Refused for good: never again by itself, only when it is put back (`requeueMessage`). */
  | { readonly outcome: 'DEAD'; readonly error: string }
  /** Whether it stands in Slack cannot be found out: a person decides (`requeueMessage`, `dismissMessage`). */
  | { readonly outcome: 'DOUBTFUL'; readonly error: string };

/** Where a message of the outbox stands in Slack. */
export type SentMessage = {
  readonly key: string;
  readonly channel: string;
  readonly ts: string;
  /** Slack's id of the workspace; null where it was sent before there were several. */
  readonly team: string | null;
  /** Of the first message that was sent there. */
  readonly notice: Notice;
};

/** A workspace that installed the app by OAuth. */
export type Installation = {
  readonly team: string;
  readonly teamName: string;
  readonly botUser: string;
  readonly scopes: readonly string[];
  /** The bot token as sealed by whoever holds the key; the store can't read it. */
  readonly sealedToken: string;
  readonly installedAt: string;
  /** When and why Slack took it back; null while it works. */
  readonly revoked: { readonly at: string; readonly because: string } | null;
};

export type SlackLinkKind = 'PERSON' | 'CHANNEL';

export type Page<T> = { readonly rows: readonly T[]; readonly next: number | null };

/** By arrival, or by the day that is spoken of and then by arrival. */
export type FactOrder = 'RECORDED_DESC' | 'RECORDED_ASC' | 'REPORTED_ON_DESC' | 'REPORTED_ON_ASC';
export type ListOrder = 'DESC' | 'ASC';

/** Where a fact stands in every order. */
export type FactPosition = { readonly reportedOn: IsoDate; readonly sequence: number };

/** Which facts are asked for; null asks for all. Both ends of a range belong to it. */
export type FactsQuery<Code extends PhaseCode | GoalCode> = {
  readonly items: readonly Code[] | null;
  readonly actors: readonly string[] | null;
  readonly reportedOn: { readonly from: IsoDate | null; readonly to: IsoDate | null };
  /** Instants, ISO 8601 in UTC. */
  readonly recordedAt: { readonly from: string | null; readonly to: string | null };
  readonly source: Source | null;
  readonly order: FactOrder;
  /** Exclusive; null begins with the first. */
  readonly after: FactPosition | null;
  /** 1–100. */
  readonly limit: number;
};

export type SeekedPage<Row> = {
  readonly rows: readonly Row[];
  /** Whether rows may follow. */
  readonly more: boolean;
  /** After which row the next page goes on; null when none was looked at. */
  readonly reached: Row | null;
};

/** Instants, ISO 8601 in UTC, both ends included; null is without an end. */
export type InstantRange = { readonly from: string | null; readonly to: string | null };

export type PositionQuery = {
  readonly recordedAt: InstantRange;
  readonly order: ListOrder;
  readonly after: number | null;
  readonly limit: number;
};

/** `handle` names it to programs: its id names the person asked. */
export type KeptCheckIn = CheckIn & { readonly handle: string };

/** A message of the outbox, however its delivery stands. */
export type KeptDelivery = {
  readonly id: number;
  readonly destination: Destination;
  readonly notice: Notice;
  readonly state: 'PENDING' | 'SENT' | 'DEAD' | 'DOUBTFUL' | 'DROPPED';
  readonly attempts: number;
  readonly recordedAt: string;
  readonly firstTriedAt: string | null;
  readonly notBefore: string | null;
  readonly error: string | null;
  /** Slack's time of the message that stands there; null while none does. */
  readonly ts: string | null;
};

/** An entry of the hash-chained history, without who did it. */
export type KeptAuditEntry = {
  /** In the chain of all plans. */
  readonly sequence: number;
  /** Number of the plan in the database: the hash is of it too. */
  readonly plan: number;
  readonly recordedAt: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** `body` as it was hashed: canonical JSON. */
  readonly content: string;
  readonly previousHash: string;
  readonly hash: string;
};

/** A key with the SHA-256 of its secret, in hexadecimal digits. */
export type StoredApiKey = ApiKey & { readonly secretHash: string };

/** The request by which a key is made or revoked. */
export type KeyRequest = Pick<Commit, 'planId' | 'recordedAt' | 'inbox'> & { readonly audit: NewAuditEntry };

export type ApiKeyCreation =
  | 'CREATED'
  /** Another key has that id. */
  | 'ID_TAKEN'
  /** As of a commit; nothing was written. */
  | 'DUPLICATE'
  | 'KEY_REUSED';

export type ApiKeyRevocation = 'REVOKED' | 'REVOKED_BEFORE' | 'UNKNOWN' | 'DUPLICATE' | 'KEY_REUSED';

export type PlanHead = Pick<StoredPlan, 'id' | 'revision'> & { readonly year: number };

/** What was last said of the phases and goals of a plan, by its baseline in force on the day. */
export type SaidOfPlan = {
  readonly head: PlanHead;
  readonly phases: ReadonlyMap<PhaseCode, Pick<StatusReport, 'percentBps' | 'units'>>;
  readonly measurements: Standing['measurements'];
};

/** A session with the SHA-256 of its secret and of the one before, in hexadecimal digits. */
export type StoredSession = Session & { readonly secretHash: string; readonly formerHash: string | null };

/** Personal links and sessions of the dashboard: no change for `changeStamp` of this process, but where one ends. */
export type SessionStore = {
  /** What had expired before `forgetBefore` is deleted. */
  addSignInLink(link: SignInLink & { readonly tokenHash: string }, forgetBefore: string): Promise<void>;
  findSignInLink(tokenHash: string): Promise<SignInLink | undefined>;
  /** Uses the link up and opens the session, or does neither: false where the link of that person is not valid. */
  openSession(tokenHash: string, session: StoredSession): Promise<boolean>;
  findSession(id: string): Promise<StoredSession | undefined>;
  /** `isFormer` where the hash is that of the secret before. */
  findSessionBySecret(
    hash: string,
  ): Promise<{ readonly session: StoredSession; readonly isFormer: boolean } | undefined>;
  noteSessionUse(id: string, use: { readonly usedAt: string; readonly unlessAfter: string }): Promise<void>;
  /** False where another process was first, or the session has ended. */
  changeSessionSecret(
    id: string,
    change: { readonly from: string; readonly to: string; readonly at: string },
  ): Promise<boolean>;
  /** False where it had ended. */
  endSession(id: string, endedAt: string): Promise<boolean>;
  /** How many stood. Links that were not used yet end too. @param record of the history; null where one ends one's own */
  endSessionsOf(
    person: string,
    endedAt: string,
    record: (Pick<Commit, 'planId' | 'recordedAt'> & { readonly audit: NewAuditEntry }) | null,
  ): Promise<number>;
};

/** Every call that writes waits a while for another process, then throws {@link StoreBusy}: nothing was written. */
export type Store = SessionStore & {
  /** By its year: which plan is the current one depends on the day, and so is the services' to say. */
  findPlan(year: number): Promise<StoredPlan | undefined>;
  /** The latest whose year is not after `year`. */
  findLatestPlan(year: number): Promise<StoredPlan | undefined>;
  /** Oldest first. */
  listYears(): Promise<readonly number[]>;
  /** One indexed read: the key of every kept result. */
  planVersion(planId: number): Promise<number>;
  planYear(planId: number): Promise<number>;
  loadStanding(planId: number, day: IsoDate): Promise<Standing>;
  /**
   * All or nothing; the caller has checked the plan, against what was said up to `lastSequence` (null where no
   * plan of that year was stored). UNCHANGED when the content hash is the stored one. The key of the request is put
   * down in the same transaction.
   */
  importPlan(input: {
    plan: Plan;
    contentHash: string;
    lastSequence: number | null;
    recordedAt: string;
    audit: NewAuditEntry;
    inbox?: Commit['inbox'];
  }): Promise<ImportResult>;
  /** Items about which something was ever said. */
  listReportedItems(planId: number): Promise<readonly ItemCode[]>;

  /** Those handed in within one turn of the event loop reach the disk together, in their order. */
  commit(commit: Commit): Promise<CommitResult>;
  /**
   * Read it before the standing, never after.
   * @param lastSequence of the plan, as whoever decides has read it: what was written since is a `CONFLICT`
   */
  foresee(planId: number, lastSequence: number): Promise<Foreseen>;
  /** What was committed under an inbox key before; undefined when the key is new. */
  findCommitted(key: string): Promise<Committed | undefined>;

  /** Newest arrival first; `before` is a sequence, exclusive. `limit` 1–100. */
  listReports(
    planId: number,
    query: { phase: PhaseCode | null; before: number | null; limit: number },
  ): Promise<Page<StatusReport>>;
  listMeasurements(
    planId: number,
    query: { goal: GoalCode | null; before: number | null; limit: number },
  ): Promise<Page<Measurement>>;
  /** What `actor` said last: at most `limit` of each kind, newest arrival first. */
  listSaidBy(
    planId: number,
    actor: string,
    limit: number,
  ): Promise<{ readonly reports: readonly StatusReport[]; readonly measurements: readonly Measurement[] }>;
  /** What was said after `sequence`, in order of arrival. */
  listSaidSince(
    planId: number,
    sequence: number,
  ): Promise<{ readonly reports: readonly StatusReport[]; readonly measurements: readonly Measurement[] }>;
  getReport(planId: number, sequence: number): Promise<StatusReport>;
  getMeasurement(planId: number, sequence: number): Promise<Measurement>;

  findCheckIn(id: string): Promise<(CheckIn & { readonly planId: number }) | undefined>;
  /** Not closed by a newer one; their cut-off may have passed. */
  listUnclosedCheckIns(planId: number): Promise<readonly CheckIn[]>;
  /** Those of `person` that were opened last, newest first. */
  listCheckInsOf(planId: number, person: string, limit: number): Promise<readonly CheckIn[]>;
  findSummary(id: string): Promise<StoredSummary | undefined>;
  /** Newest first; a part of the query that is null asks for all. `before` is a position, exclusive. `limit` 1–100. */
  listSummaries(
    planId: number,
    query: {
      readonly kind: SummaryKind | null;
      readonly structure: StructureCode | null;
      readonly before: number | null;
      readonly limit: number;
    },
  ): Promise<Page<StoredSummary>>;

  /** Empty where nothing was set yet, not even what a plan starts with. */
  loadSchedule(planId: number): Promise<Schedule>;
  /** Of each kind and structure the slot with the latest period. */
  listSettledSlots(planId: number): Promise<readonly SettledSlot[]>;
  /** Newest first; a part of the query that is null asks for all. `before` is an id, exclusive. `limit` 1–100. */
  listSlotRuns(
    planId: number,
    query: {
      readonly kind: SlotKind | null;
      readonly structure: StructureCode | null;
      readonly before: number | null;
      readonly limit: number;
    },
  ): Promise<Page<StoredSlotRun>>;
  /** All those that `listSlotRuns` gives page by page. */
  countSlotRunsOf(
    planId: number,
    query: { readonly kind: SlotKind | null; readonly structure: StructureCode | null },
  ): Promise<number>;
  /** The last check-in of the structure that asked about everything; undefined before the first. */
  findLastFullCheckIn(planId: number, structure: StructureCode): Promise<StoredSlotRun | undefined>;
  countSlotRuns(): Promise<
    readonly {
      readonly year: number;
      readonly kind: SlotKind;
      readonly outcome: SlotOutcome;
      readonly count: number;
    }[]
  >;

  /**
   * Replaces people, channels or both: the part that is left out stays as it is by then. Links to Slack of those
   * that stay are kept. A change is one of every plan, whose version grows. `record` is appended to the history with
   * the change, made of the whole directory, and its key is put down in the same transaction; without it, as before
   * the first plan, there is neither.
   */
  replaceDirectory(
    parts: Partial<Directory>,
    record?: {
      readonly planId: number;
      readonly recordedAt: string;
      readonly auditOf: (directory: Directory) => NewAuditEntry;
      readonly inbox?: Commit['inbox'];
    },
  ): Promise<DirectoryReplacement>;
  listPeople(): Promise<readonly Person[]>;
  listChannels(): Promise<readonly Channel[]>;
  loadArrangements(planId: number): Promise<Arrangements>;
  /** Remembers what Slack told of the person's time zone; the rest of the settings stays. */
  rememberTimeZone(person: string, slackTimeZone: string): Promise<void>;
  /** `team` is Slack's id of the workspace in which the id means something. */
  findSlackId(kind: SlackLinkKind, team: string, key: string): Promise<string | undefined>;
  findSlackKey(kind: SlackLinkKind, team: string, slackId: string): Promise<string | undefined>;
  linkSlack(kind: SlackLinkKind, team: string, key: string, slackId: string): Promise<void>;
  /** Whoever had that id is linked to it no more. */
  unlinkSlack(kind: SlackLinkKind, team: string, slackId: string): Promise<void>;

  /** Adds the workspace, or replaces it: installed again it is no longer revoked. */
  saveInstallation(installation: Installation): Promise<void>;
  findInstallation(team: string): Promise<Installation | undefined>;
  /** In the order of their ids; the revoked ones too. */
  listInstallations(): Promise<readonly Installation[]>;
  /**
   * Of the token that was heard of: where the workspace has another one by now, nothing is written. The first
   * revocation stands until the app is installed again. True when it was written.
   */
  revokeInstallation(
    installation: Pick<Installation, 'team' | 'sealedToken'>,
    revoked: { readonly at: string; readonly because: string },
  ): Promise<boolean>;
  /** Takes the revocation of that token back; where the workspace has another one by now, nothing is written. */
  restoreInstallation(installation: Pick<Installation, 'team' | 'sealedToken'>): Promise<boolean>;

  /**
   * Claims at most `limit` messages that may be sent at `now`, at most one a destination, and only the oldest
   * unsettled one of it. A claim older than `claimSeconds` counts as lost and may be claimed again.
   */
  claimOutbox(input: {
    /** Instant of the machine's clock. */
    now: string;
    /** The same instant by the product's clock, whose day may be simulated. */
    clockNow: string;
    limit: number;
    claimSeconds: number;
  }): Promise<readonly ClaimedMessage[]>;
  /**
   * False when the claim was lost to a later attempt: the settlement is then ignored. Nothing more is sent to its
   * destination before `nextAt` (ISO instant), by whichever process.
   */
  settleOutbox(id: number, attempt: number, settlement: Settlement, nextAt?: string | null): Promise<boolean>;
  /** The earliest instant at which something that waits may be sent; null when nothing waits. */
  nextOutboxAt(claimSeconds: number): Promise<string | null>;
  findSentByKey(key: string): Promise<SentMessage | undefined>;
  findSentByMessage(channel: string, ts: string): Promise<SentMessage | undefined>;
  countOutbox(): Promise<{ readonly pending: number; readonly dead: number; readonly doubtful: number }>;
  /** Refused or doubtful, oldest first. */
  listUnsettledMessages(limit: number): Promise<readonly UnsettledMessage[]>;
  /** Puts one of them back to be sent as soon as may be; false when it is none (any more). */
  requeueMessage(id: number): Promise<boolean>;
  /** Takes one of them off the list without sending it; false when it is none (any more). */
  dismissMessage(id: number): Promise<boolean>;

  getSetting(name: string): Promise<string | undefined>;
  setSetting(name: string, value: string): Promise<void>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;

  // Following what is said, as streams do.
  /** At most `limit` (1–100) of what was said after `sequence`, reports and measurements, in order of arrival. */
  listSaidAfter(planId: number, sequence: number, limit: number): Promise<readonly SaidFact[]>;

  // Series, and work over all plans.
  /**
   * The days whose shares what was said after `sequence` may change: from its day, and of a report until the phase was
   * reported of again, that day excluded.
   */
  listTouchedDays(
    planId: number,
    sequence: number,
  ): Promise<readonly { readonly from: IsoDate; readonly until: IsoDate | null }[]>;
  /** Of every plan, oldest first, as of a day. */
  loadLastSaid(day: IsoDate): Promise<readonly SaidOfPlan[]>;

  // Lists, a page at a time.
  /** Reads some thousands of rows at most: a page of few matches may stay short, and says that more may follow. */
  pageReports(
    planId: number,
    query: FactsQuery<PhaseCode> & { readonly blockedOnly: boolean },
  ): Promise<SeekedPage<StatusReport>>;
  pageMeasurements(planId: number, query: FactsQuery<GoalCode>): Promise<SeekedPage<Measurement>>;
  findReport(planId: number, sequence: number): Promise<StatusReport | undefined>;
  findMeasurement(planId: number, sequence: number): Promise<Measurement | undefined>;
  /** At most `limit`, by the day they were opened on; null when there is none to go on `after`. */
  pageCheckIns(
    planId: number,
    query: {
      /** Both ends included. */
      readonly openedOn: { readonly from: IsoDate | null; readonly to: IsoDate | null };
      readonly order: ListOrder;
      readonly after: Pick<KeptCheckIn, 'openedOn' | 'handle'> | null;
      readonly limit: number;
    },
  ): Promise<readonly KeptCheckIn[] | null>;
  findCheckInByHandle(planId: number, openedOn: IsoDate, handle: string): Promise<KeptCheckIn | undefined>;
  /** Of each, in their order, the instant at which something was first said of the item after that sequence. */
  listFirstSaidAfter(
    planId: number,
    asked: readonly { readonly item: ItemCode; readonly sequence: number }[],
  ): Promise<readonly (string | null)[]>;
  /** At most `limit`, in order of arrival; `after` is an id, exclusive. */
  pageDeliveries(planId: number, query: PositionQuery): Promise<readonly KeptDelivery[]>;
  findDelivery(planId: number, id: number): Promise<KeptDelivery | undefined>;
  /** At most `limit`, in order of arrival; `after` is a sequence, exclusive. */
  pageAudit(planId: number, query: PositionQuery): Promise<readonly KeptAuditEntry[]>;
  findAuditEntry(planId: number, sequence: number): Promise<KeptAuditEntry | undefined>;
  findSlotRun(planId: number, id: number): Promise<StoredSlotRun | undefined>;

  // Keys of programs.
  findApiKey(id: string): Promise<StoredApiKey | undefined>;
  /** The newest first, revoked and expired ones among them. */
  listApiKeys(): Promise<readonly ApiKey[]>;
  /** The key that the request of that inbox key made. */
  findApiKeyMadeBy(inboxKey: string): Promise<ApiKey | undefined>;
  /** With its entry in the history of the plan `planId`, whose version grows; `of` is the request, as for a commit. */
  createApiKey(key: StoredApiKey, of: KeyRequest): Promise<ApiKeyCreation>;
  /** The same. A key that was revoked before stays as it is, and there is no second entry. */
  revokeApiKey(id: string, revokedAt: string, of: KeyRequest): Promise<ApiKeyRevocation>;
  /** Unless another process noted a use that is later than `unlessAfter`. No change for `changeStamp` of this process. */
  noteApiKeyUse(id: string, use: { readonly usedAt: string; readonly unlessAfter: string }): Promise<void>;

  // Answers that are kept as long as nothing is committed.
  /** Another text after each commit, of this process or of another: about a microsecond, without reading a row. */
  changeStamp(): Promise<string>;
};
