/** “All unchanged”, pressed while somebody else reports. */
import { afterEach, expect, test } from 'vitest';
import { answerAllUnchanged } from '../../../src/slack/actions/answer-all-unchanged.ts';
import type { Environment } from '../../../src/slack/environment.ts';
import type { Commit } from '../../../src/store/port.ts';
import { statement } from '../../helpers/context.ts';
import { decimal } from '../../helpers/figures.ts';
import { OSRU, slackIdOf } from '../check-in/support.ts';
import { type Homes, startHomes } from '../home/support.ts';

let homes: Homes;
afterEach(() => homes.close());

const percent = (item: string, points: string) =>
  statement(item, { figure: { kind: 'PERCENT', percent: decimal(points) } });

test('leaves alone what is reported just before it is recorded, and confirms the rest', async () => {
  homes = await startHomes();
  const { context } = homes;
  await homes.say(percent('1.1.3', '40'), percent('1.1.1', '20'));
  const { id } = await homes.ask(OSRU, ['1.1.1', '1.1.3']);
  let overtaken = false;
  const commit = async (decided: Commit) => {
    if (!overtaken) {
      overtaken = true;
      await homes.say(percent('1.1.3', '90'));
    }
    return context.store.commit(decided);
  };
  const environment: Environment = {
    ...homes.environment,
    context: { ...context, store: { ...context.store, commit } },
  };
  await answerAllUnchanged(environment, {
    user: slackIdOf(OSRU),
    ...{ channel: null, messageTs: null, threadTs: null, view: null },
    ...{ triggerId: '', actionId: '', blockId: '', actionTs: '1.1' },
    value: JSON.stringify({ checkInId: id, sequence: 2 }),
  });
  expect((await homes.reports()).map(({ phase, percentBps }) => [phase, percentBps])).toEqual([
    ['1.1.1', 2_000],
    ['1.1.3', 9_000],
    ['1.1.1', 2_000],
    ['1.1.3', 4_000],
  ]);
});
