/** What changes a setting, delivered again after something else was set: the later wish stands. */
import { afterEach, expect, test, vi } from 'vitest';
import { HOME_BACK_ACTION } from '../../../src/slack/blocks/home-controls.ts';
import { AWAY_VIEW, FROM_FIELD, UNTIL_FIELD } from '../../../src/slack/blocks/home-modals.ts';
import { startWithStaff, USER } from './asked.ts';
import { closeAll } from './running-app.ts';

afterEach(closeAll);

const PERSON = 'referente.direzione';
type Running = Awaited<ReturnType<typeof startWithStaff>>;
/** Something that Slack delivers, told from others by `id`. */
type Delivery = (running: Running, id: string) => Promise<{ readonly status: number }>;

const type =
  (text: string): Delivery =>
  ({ command }, id) =>
    command('T1', USER, text, { trigger_id: id });

const comeBack: Delivery = ({ interact }, id) =>
  interact('T1', {
    type: 'block_actions',
    user: { id: USER },
    trigger_id: id,
    view: { id: 'V0HOME', type: 'home', private_metadata: '' },
    actions: [{ type: 'button', action_id: HOME_BACK_ACTION, block_id: 'away', action_ts: id, value: '' }],
  });

const submitAway =
  (from: string, until: string): Delivery =>
  ({ interact }, id) =>
    interact('T1', {
      type: 'view_submission',
      user: { id: USER },
      view: {
        id,
        hash: '1',
        type: 'modal',
        callback_id: AWAY_VIEW,
        private_metadata: JSON.stringify({ home: 0, about: PERSON }),
        state: {
          values: {
            [FROM_FIELD]: { [FROM_FIELD]: { type: 'datepicker', selected_date: from } },
            [UNTIL_FIELD]: { [UNTIL_FIELD]: { type: 'datepicker', selected_date: until } },
          },
        },
      },
    });

const AWAY = { from: '2020-09-21', until: '2020-09-22' };
const away = type('assente dal 21/09 al 22/09');

test.each<{ what: string; before?: Delivery; first: Delivery; next: Delivery; stands: object }>([
  { what: 'an absence', first: away, next: type('rientrato'), stands: { away: null } },
  {
    what: 'an absence by the form',
    first: submitAway('2020-09-21', '2020-09-22'),
    next: type('rientrato'),
    stands: { away: null },
  },
  { what: 'coming back', before: away, first: type('rientrato'), next: away, stands: { away: AWAY } },
  { what: 'coming back by the button', before: away, first: comeBack, next: away, stands: { away: AWAY } },
  {
    what: 'hours',
    first: type('orario 8:30-14:00'),
    next: type('orario 9:00-12:00'),
    stands: { hours: { from: '09:00', to: '12:00' } },
  },
  {
    what: 'a time zone',
    first: type('orario fuso Europe/London'),
    next: type('orario fuso Europe/Paris'),
    stands: { timeZone: 'Europe/Paris' },
  },
])('$what', async ({ before, first, next, stands }) => {
  const running = await startWithStaff();
  const { context } = running;
  const settings = async () =>
    (await context.store.loadArrangements(context.planId)).settings.get(PERSON) ?? {};
  await before?.(running, '1.0');
  expect((await first(running, '1.1')).status).toBe(200);
  const changes = context.audit().length;
  expect((await next(running, '1.2')).status).toBe(200);
  await vi.waitFor(async () => expect(await settings()).toMatchObject(stands));
  const after = context.audit().length;
  expect((await first(running, '1.1')).status).toBe(200);
  expect(await settings()).toMatchObject(stands);
  // What is harmless to set twice is not noted twice either.
  expect(context.audit()).toHaveLength(after);
  expect(after).toBeGreaterThanOrEqual(changes);
  expect(running.errors()).toEqual([]);
});
