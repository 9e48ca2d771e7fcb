/** A check-in as its message shows it, after an act took something out of the plan. */
import { expect, test } from 'vitest';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import { isUnanswered, readCheckIn } from '../../src/services/read-check-in.ts';
import { ARTI_DIRECTORY, openTestContext, PLANNING_OFFICE } from '../helpers/context.ts';
import { buildPlan, OSRU, scheduledGoal } from '../helpers/figures.ts';

const shared = scheduledGoal('1.1', 10, [{ structures: [OSRU] }]);
const eliminated = scheduledGoal('1.2', 10, [{ structures: [OSRU] }]);
const inserted = scheduledGoal('1.3', 10, [{ structures: [OSRU] }]);

test('what left the plan stands there with its last figures, and takes no answer', async () => {
  const plan = buildPlan([shared, eliminated], [shared, inserted]);
  const people = ARTI_DIRECTORY.people.filter(({ key }) => key === 'referente.osru');
  const directory = { people, channels: [] };
  const context = await openTestContext({ plan, directory, today: '2020-07-31' });
  await openCheckIns(context, PLANNING_OFFICE);
  const id = '2020-2020-07-31-referente.osru';
  const lines = async () =>
    (await readCheckIn(context, id))?.lines.map(
      ({ item, answerable, phase }) => `${item} ${phase?.phase.code} ${answerable}`,
    );
  expect(await lines()).toEqual(['1.1.1 1.1.1 true', '1.2.1 1.2.1 true']);
  context.goTo('2020-08-03');
  expect(await lines()).toEqual(['1.1.1 1.1.1 true', '1.2.1 1.2.1 false']);
});

test('only what can be answered is waited for', async () => {
  const plan = buildPlan([eliminated], [inserted]);
  const people = ARTI_DIRECTORY.people.filter(({ key }) => key === 'referente.osru');
  const context = await openTestContext({ plan, directory: { people, channels: [] }, today: '2020-07-31' });
  await openCheckIns(context, PLANNING_OFFICE);
  const unanswered = async () => {
    const state = await readCheckIn(context, '2020-2020-07-31-referente.osru');
    return state && isUnanswered(state);
  };
  expect(await unanswered()).toBe(true);
  context.goTo('2020-08-03');
  expect(await unanswered()).toBe(false);
});
