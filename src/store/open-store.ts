import { createAllPlans } from './all-plans.ts';
import { createApiKeys } from './api-keys.ts';
import { createArrangementReads } from './arrangements.ts';
import { createAuditAppender } from './audit.ts';
import { createChangeStamp } from './change-stamp.ts';
import { createCheckInReads } from './check-ins.ts';
import { createCommit } from './commit.ts';
import { type DatabaseOptions, openDatabase } from './database.ts';
import { createDirectory } from './directory.ts';
import { createHistory } from './history.ts';
import { createPlanImport } from './import-plan.ts';
import { createInstallations } from './installations.ts';
import { createFactLists } from './lists/list-facts.ts';
import { createRowLists } from './lists/list-rows.ts';
import { createPlanLoading } from './load-plan.ts';
import { createStandingLoading } from './load-standing.ts';
import { createOutbox } from './outbox.ts';
import type { Store } from './port.ts';
import { createSaidAfter } from './said-after.ts';
import { createScheduleReads } from './schedules.ts';
import { createSessions } from './sessions.ts';
import { createSettings } from './settings.ts';
import { createSlackLinks } from './slack-links.ts';
import { createSummaryReads } from './summaries.ts';
import { createTouchedDays } from './touched-days.ts';

/** Opens the database, made and migrated if need be. @throws StoreUnavailable when the file can't be used. */
export async function openStore(options: DatabaseOptions): Promise<Store> {
  const database = openDatabase(options);
  const appendAudit = createAuditAppender(database.query);
  const { getPlan, ...planLoading } = createPlanLoading(database);
  return {
    ...planLoading,
    ...createStandingLoading(database, { getPlan }),
    ...createPlanImport(database, appendAudit),
    ...createCommit(database, appendAudit),
    ...createHistory(database),
    ...createChangeStamp(database),
    ...createSaidAfter(database),
    ...createFactLists(database),
    ...createRowLists(database),
    ...createCheckInReads(database),
    ...createSummaryReads(database),
    ...createDirectory(database, appendAudit),
    ...createSlackLinks(database),
    ...createOutbox(database),
    ...createArrangementReads(database),
    ...createScheduleReads(database),
    ...createInstallations(database),
    ...createSettings(database),
    ...createApiKeys(database, appendAudit),
    ...createSessions(database, appendAudit),
    ...createTouchedDays(database),
    ...createAllPlans(database),
    async close() {
      database.close();
    },
  };
}
