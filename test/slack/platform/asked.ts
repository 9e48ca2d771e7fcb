import { expect } from 'vitest';
import { openCheckIns } from '../../../src/services/open-check-ins.ts';
import { PLANNING_OFFICE, personOf } from '../../helpers/context.ts';
import { startFakeWorkspaces } from './fake-workspaces.ts';
import { type Installing, startApp } from './running-app.ts';

export const USER = 'U0DIREZIONE';
const PERSON = 'referente.direzione';

/** The app in one workspace, in which {@link USER} is of the Direzione. */
export async function startWithStaff(more: Pick<Installing, 'received' | 'context' | 'socketMode'> = {}) {
  const slack = await startFakeWorkspaces();
  slack.addTeam('T1', { emails: { [USER]: personOf(PERSON).email } });
  return startApp({ botToken: 'xoxb-T1', slack, ...more });
}

/** Besides, everybody was asked; `press` uses a button beside the line of 1.1.3, each time anew. */
export async function startAsked(more: Parameters<typeof startWithStaff>[0] = {}) {
  const running = await startWithStaff(more);
  expect(await openCheckIns(running.context, PLANNING_OFFICE)).toMatchObject({ ok: true });
  const checkInId = running.context
    .messages()
    .flatMap(({ notice, destination }) =>
      notice.kind === 'CHECK_IN' && destination.kind === 'PERSON' && destination.person === PERSON
        ? [notice.checkInId]
        : [],
    )
    .at(0);
  expect(checkInId).toBeDefined();
  let presses = 0;
  const press = (actionId: string) => {
    presses += 1;
    return running.interact('T1', {
      type: 'block_actions',
      user: { id: USER },
      channel: { id: `D${USER}` },
      message: { ts: '1600070400.000100' },
      container: { channel_id: `D${USER}`, message_ts: '1600070400.000100' },
      trigger_id: `trigger-press-${presses}`,
      response_url: running.slack.responseUrl,
      actions: [
        {
          type: 'button',
          action_id: actionId,
          block_id: 'answer-1.1.3',
          action_ts: `1600070500.00000${presses}`,
          value: JSON.stringify({ checkInId, item: '1.1.3', sequence: 0 }),
        },
      ],
    });
  };
  return { ...running, press };
}
