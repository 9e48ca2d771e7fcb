/** A database or a disk that did not take what was said: the client is told so, by a code of its own. */
import { expect, test } from 'vitest';
import { API_TEXTS } from '../../src/messages/api-texts.ts';
import { StoreBusy, StoreFailed } from '../../src/services/context.ts';
import { openRealContext } from '../services/real-context.ts';
import { openApi } from './support.ts';

const MUTATION = `mutation { reportStatus(input: {
  phase: "1.1.1", percent: 50, reportedOn: "2020-09-14", idempotencyKey: "again"
}) { __typename } }`;

test.each([
  { error: new StoreBusy(2500), code: 'DATABASE_BUSY', message: API_TEXTS.it.busy },
  { error: new StoreFailed('SQLITE_FULL', null), code: 'NOT_RECORDED', message: API_TEXTS.it.notStored },
])('$code', async ({ error, code, message }) => {
  const context = await openRealContext();
  const commit = async () => {
    throw error;
  };
  const { ask } = await openApi({ context: { ...context, store: { ...context.store, commit } } });
  const { errors } = await ask(MUTATION);
  expect(errors).toMatchObject([{ message, path: ['reportStatus'], extensions: { code } }]);
  // Nothing was recorded: the same request, made again, is.
  const { ask: later } = await openApi({ context });
  expect((await later(MUTATION)).data.reportStatus.__typename).toBe('ReportStatusSuccess');
});
