import { afterEach, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { findItemLine } from '../../src/services/find-item-line.ts';
import {
  actor,
  codeOf,
  DIREZIONE_STAFF,
  MANAGER,
  OSRU_STAFF,
  openTestContext,
  PLANNING_OFFICE,
  type TestContext,
} from '../helpers/context.ts';

let context: TestContext;
afterEach(() => context.store.close());

const delegate: Actor = { ...OSRU_STAFF, delegated: ['1.4.1'] as unknown as Actor['delegated'] & object };

test.each([
  { why: 'a phase of one’s structure', by: DIREZIONE_STAFF, code: '1.4.1', is: 'OK' },
  { why: 'written otherwise', by: DIREZIONE_STAFF, code: ' 1.04.1 ', is: 'OK' },
  { why: 'an indicator of one’s structure', by: DIREZIONE_STAFF, code: '3.1', is: 'OK' },
  { why: 'a head, of theirs', by: actor('HEAD', 'DIREZIONE'), code: '1.4.1', is: 'OK' },
  { why: 'the planning office, of anybody’s', by: PLANNING_OFFICE, code: '1.4.1', is: 'OK' },
  { why: 'what was delegated', by: delegate, code: '1.4.1', is: 'OK' },
  { why: 'a phase of others', by: OSRU_STAFF, code: '1.4.1', is: 'NOT_YOURS' },
  { why: 'an indicator of others', by: OSRU_STAFF, code: '3.1', is: 'NOT_YOURS' },
  { why: 'a manager', by: MANAGER, code: '1.4.1', is: 'ROLE_MAY_NOT' },
  { why: 'a goal measured by its schedule', by: PLANNING_OFFICE, code: '1.4', is: 'NOT_A_PHASE' },
  { why: 'what an act has eliminated', by: PLANNING_OFFICE, code: '3.3', is: 'NOT_IN_BASELINE' },
  { why: 'what never was', by: PLANNING_OFFICE, code: '9.9', is: 'UNKNOWN_CODE' },
  { why: 'a structure', by: PLANNING_OFFICE, code: 'OSRU', is: 'UNKNOWN_CODE' },
])('$why: $is', async ({ by, code, is }) => {
  context = await openTestContext();
  const found = await findItemLine(context, by, { code, year: null });
  expect(codeOf(found)).toBe(is);
});

test('a line holds the one item, which waits for its answer', async () => {
  context = await openTestContext();
  const phase = await findItemLine(context, PLANNING_OFFICE, { code: '1.4.1', year: 2020 });
  expect(phase).toMatchObject({
    value: {
      year: 2020,
      line: { item: '1.4.1', phase: { phase: { code: '1.4.1' } }, goal: null, answer: null },
    },
  });
  const goal = await findItemLine(context, PLANNING_OFFICE, { code: '3.1', year: null });
  expect(goal).toMatchObject({
    value: { line: { item: '3.1', phase: null, goal: { goal: { code: '3.1' } } } },
  });
  expect(codeOf(await findItemLine(context, PLANNING_OFFICE, { code: '1.4.1', year: 2021 }))).toBe('NO_PLAN');
});
