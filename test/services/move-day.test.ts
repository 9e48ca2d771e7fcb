import { expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { moveDay, TODAY_SETTING } from '../../src/services/move-day.ts';
import { actor, codeOf, openTestContext, PLANNING_OFFICE, TODAY } from '../helpers/context.ts';

const OTHER = isoDate('2020-06-30');

test.each([
  { why: 'the planning office moves it', role: 'PLANNING', movable: true, code: 'OK' },
  { why: 'staff do not', role: 'STAFF', movable: true, code: 'ROLE_MAY_NOT' },
  { why: 'heads do not', role: 'HEAD', movable: true, code: 'ROLE_MAY_NOT' },
  { why: 'managers do not', role: 'MANAGER', movable: true, code: 'ROLE_MAY_NOT' },
  { why: 'nobody moves a fixed day', role: 'PLANNING', movable: false, code: 'DAY_NOT_MOVABLE' },
  { why: 'the role is said before the clock', role: 'STAFF', movable: false, code: 'ROLE_MAY_NOT' },
] as const)('$why → $code', async ({ role, movable, code }) => {
  const context = await openTestContext({ movable });
  const result = await moveDay(context, actor(role, 'OSRU'), OTHER);
  expect(codeOf(result)).toBe(code);
  const moved = code === 'OK';
  expect(context.clock.today()).toBe(moved ? OTHER : TODAY);
  expect(await context.store.getSetting(TODAY_SETTING)).toBe(moved ? OTHER : undefined);
});

test('moved again, the last day is kept', async () => {
  const context = await openTestContext();
  await moveDay(context, PLANNING_OFFICE, OTHER);
  await moveDay(context, PLANNING_OFFICE, TODAY);
  expect(await context.store.getSetting(TODAY_SETTING)).toBe(TODAY);
});
