/** The form of a check-in, for one line and for many, filled in and submitted in a workspace as strict as Slack. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Statement } from '../../../src/domain/statement.ts';
import { refusalText } from '../../../src/messages/refusals.ts';
import { ANSWER_ACTION, ANSWER_ALL_ACTION } from '../../../src/slack/blocks/check-in-controls.ts';
import { fingerprint, type ReportForm } from '../../../src/slack/blocks/report-form.ts';
import { MORE_ACTION } from '../../../src/slack/blocks/report-modal.ts';
import type { PageMessage, PageView } from '../../../src/slack-local/page-api.ts';
import { statement } from '../../helpers/context.ts';
import { buildPlan, decimal, scheduledGoal } from '../../helpers/figures.ts';
import { type Entered, textOf, type WorkspaceClient } from '../../helpers/workspace-client.ts';
import {
  type Answering,
  ASKED,
  controlsOf,
  DIREZIONE,
  lineIn,
  OSRU,
  ofLine,
  slackIdOf,
  startAnswering,
} from './support.ts';

const ITEMS = ['1.1.1', '1.1.2', '1.1.3', '1.4.4', '3.1'];
const percent = (item: string, points: string, more: Partial<Statement> = {}) =>
  statement(item, { figure: { kind: 'PERCENT', percent: decimal(points) }, reportedOn: ASKED, ...more });

let started: Answering;
let me: WorkspaceClient;
let checkIn: PageMessage;

type Asking = {
  readonly said?: readonly Statement[];
  readonly items?: readonly string[];
  readonly plan?: Plan;
};

/** A check-in for somebody of the Direzione; 1.1.3 stood at 40 % before unless told otherwise. */
async function ask({ said = [percent('1.1.3', '40')], items = ITEMS, plan }: Asking = {}): Promise<void> {
  started = await startAnswering(plan ? { plan } : {});
  if (said.length > 0) await started.say(...said);
  me = await started.as(DIREZIONE);
  await started.ask(DIREZIONE, items);
  checkIn = await theMessage();
}
afterEach(async () => {
  expect(started.errors()).toEqual([]);
  await started.close();
});

async function theMessage(): Promise<PageMessage> {
  const found = (await me.history()).find(({ text }) => text?.includes('Richiesta di aggiornamento'));
  if (!found) throw new Error('no check-in');
  return found;
}

async function openAll(): Promise<PageView> {
  await me.press(checkIn, ANSWER_ALL_ACTION);
  return me.waitForView();
}

async function openLine(item: string): Promise<PageView> {
  await me.press(checkIn, ofLine(ANSWER_ACTION, item));
  return me.waitForView();
}

/** The form as it is drawn anew over itself. */
const redrawn = () => me.waitForView((view) => textOf(view).includes('Nel frattempo'));

const fieldsOf = (view: PageView) =>
  controlsOf(view)
    .filter(({ action_id }) => action_id !== MORE_ACTION)
    .map(({ blockId }) => blockId);

const initialOf = (view: PageView, blockId: string): unknown => {
  const control = controlsOf(view).find((each) => each.blockId === blockId);
  return control?.initial_value ?? control?.initial_option ?? control?.initial_date;
};

const items = async () => (await started.reports()).map(({ phase, percentBps }) => [phase, percentBps]);

describe('the form of several lines', () => {
  test('asks each by its measure, with the last value filled in', async () => {
    await ask({ said: [percent('1.1.3', '40'), statement('1.4.4', { figure: units('6200') })] });
    const view = await openAll();
    expect(new Set(fieldsOf(view))).toEqual(
      new Set([
        ...['percent:1.1.1', 'note:1.1.1', 'percent:1.1.2', 'note:1.1.2', 'percent:1.1.3', 'note:1.1.3'],
        ...['units:1.4.4', 'note:1.4.4', 'numerator:3.1', 'denominator:3.1', 'note:3.1'],
        ...['others:0', 'day'],
      ]),
    );
    expect(initialOf(view, 'percent:1.1.3')).toBe('40');
    expect(initialOf(view, 'units:1.4.4')).toBe('6200');
    expect(initialOf(view, 'percent:1.1.1')).toBeUndefined();
    expect(initialOf(view, 'day')).toBe(ASKED);
    const hint = JSON.stringify(view.blocks.find(({ block_id }) => block_id === 'units:1.4.4'));
    expect(hint).toContain('Obiettivo: 10.000 colloqui');
  });

  test('records the lines that were touched, in one commit, and those alone', async () => {
    await ask();
    const view = await openAll();
    const entered = {
      'percent:1.1.1': '12,5',
      'note:1.1.1': 'bozza inviata',
      'units:1.4.4': '6.200',
      'numerator:3.1': '8006',
      'denominator:3.1': '20015',
    };
    expect(await me.submit(view, entered)).toEqual({ ok: true });
    expect(await started.reports()).toMatchObject([
      { phase: '1.4.4', units: 6_200 },
      { phase: '1.1.1', percentBps: 1_250, note: 'bozza inviata', reportedOn: ASKED },
      { phase: '1.1.3', percentBps: 4_000 },
    ]);
    expect(await started.measurements()).toMatchObject([{ numerator: '8006', denominator: '20015' }]);
    await started.deliver();
    const now = await theMessage();
    expect(textOf(now)).toContain('*3 di 5* con risposta');
    expect(lineIn(now, '3.1')).toContain('✅ *8.006/20.015*');
    const [answer] = await me.history('im', { threadTs: checkIn.ts }).then((all) => all.slice(-1));
    expect(textOf(answer as PageMessage)).toContain('Registrato *1.1.1*');
  });

  test('with one error among three records none, and says it under the field', async () => {
    await ask();
    const view = await openAll();
    const entered = { 'percent:1.1.1': '10', 'percent:1.1.2': '150', 'percent:1.1.3': '60' };
    expect(await me.submit(view, entered)).toEqual({
      ok: true,
      errors: { 'percent:1.1.2': refusalText({ code: 'PERCENT_OUT_OF_RANGE', given: '150' }, 'it') },
    });
    expect(await items()).toEqual([['1.1.3', 4_000]]);
    expect(await me.submit(view, { ...entered, 'percent:1.1.2': '15' })).toEqual({ ok: true });
    expect(await items()).toEqual([
      ['1.1.3', 6_000],
      ['1.1.2', 1_500],
      ['1.1.1', 1_000],
      ['1.1.3', 4_000],
    ]);
  });

  test('says every error at once, each under its own field', async () => {
    await ask();
    const view = await openAll();
    const answer = await me.submit(view, { 'percent:1.1.1': 'molto', 'numerator:3.1': '8006' });
    expect(answer).toEqual({
      ok: true,
      errors: {
        'percent:1.1.1': refusalText({ code: 'NUMBER_INVALID', given: 'molto' }, 'it'),
        'denominator:3.1': refusalText({ code: 'NUMBER_INVALID', given: '' }, 'it'),
      },
    });
    const zero = await me.submit(view, { 'numerator:3.1': '8006', 'denominator:3.1': '0' });
    expect(zero).toEqual({
      ok: true,
      errors: { 'denominator:3.1': refusalText({ code: 'DENOMINATOR_NOT_POSITIVE', given: '0' }, 'it') },
    });
  });

  test('a day to come stands under the day', async () => {
    await ask();
    const view = await openAll();
    const answer = await me.submit(view, { 'percent:1.1.1': '10', day: '2020-09-15' });
    expect(JSON.stringify(answer)).toContain('"day":"Il 15/09/2020 deve ancora venire');
  });

  test('“the others are unchanged” confirms those that have a last value', async () => {
    await ask({ said: [percent('1.1.3', '40'), percent('1.1.2', '20')] });
    const view = await openAll();
    expect(textOf(view)).toContain('Le altre sono invariate (2 con un ultimo dato)');
    expect(await me.submit(view, { 'percent:1.1.3': '55', 'others:0': ['unchanged'] })).toEqual({ ok: true });
    expect(await items()).toEqual(
      expect.arrayContaining([
        ['1.1.3', 5_500],
        ['1.1.2', 2_000],
      ]),
    );
    expect(await started.reports()).toHaveLength(4);
  });

  test('with nothing touched says what it takes', async () => {
    await ask();
    const view = await openAll();
    const answer = await me.submit(view);
    expect(JSON.stringify(answer)).toContain(started.t.modalNothing);
    expect(await started.reports()).toHaveLength(1);
  });

  test('says nothing of a line left alone about which somebody reported meanwhile', async () => {
    await ask();
    const view = await openAll();
    await started.say(percent('1.1.3', '90'));
    expect(await me.submit(view, { 'percent:1.1.1': '10', 'others:0': ['unchanged'] })).toEqual({ ok: true });
    expect(await items()).toEqual([
      ['1.1.1', 1_000],
      ['1.1.3', 9_000],
      ['1.1.3', 4_000],
    ]);
  });

  test('lifts no block that somebody reported meanwhile before it was seen', async () => {
    await ask();
    const view = await openAll();
    const blocked = percent('1.1.3', '40', { blockedBecause: 'ricorso & attesa' });
    await started.say(blocked);
    const entered = { 'percent:1.1.3': '60', 'percent:1.1.1': '10', 'note:1.1.1': 'bozza' };
    expect(await me.submit(view, entered)).toEqual({ ok: true });
    expect(await started.reports()).toHaveLength(2);
    const drawn = await redrawn();
    expect(drawn.id).toBe(view.id);
    expect(textOf(drawn)).toContain('Nel frattempo è stato comunicato');
    expect(initialOf(drawn, 'percent:1.1.3')).toBe('60');
    expect(initialOf(drawn, 'note:1.1.1')).toBe('bozza');
    expect(initialOf(drawn, 'blocked:1.1.3')).toBe('ricorso & attesa');
    const again = await started.interact(submissionOf(view, { 'percent:1.1.3': '60' }));
    expect(JSON.parse(again.text), 'pressed twice on the form as it was').toMatchObject({
      response_action: 'update',
    });
    expect(await started.reports()).toHaveLength(2);
    expect(await me.submit(drawn, { 'blocked:1.1.3': null })).toEqual({ ok: true });
    expect(await started.reports()).toMatchObject([
      { phase: '1.1.3', percentBps: 6_000, blockedBecause: null },
      { phase: '1.1.1', percentBps: 1_000, note: 'bozza' },
      {},
      {},
    ]);
  });

  test('overwrites no figure of an indicator that was reported meanwhile before it was seen', async () => {
    const ratio = (numerator: string) =>
      statement('3.1', {
        figure: { kind: 'RATIO', numerator: decimal(numerator), denominator: decimal('20015') },
      });
    await ask({ said: [ratio('8006')] });
    const view = await openAll();
    await started.say(ratio('9500'));
    await me.submit(view, { 'numerator:3.1': '9000' });
    expect(await started.measurements()).toHaveLength(2);
    const drawn = await redrawn();
    expect(textOf(drawn)).toContain(started.t.modalSaidMeanwhile('9.500/20.015', '14/09/2020'));
    await me.submit(drawn);
    expect((await started.measurements()).map(({ numerator }) => numerator)).toEqual([
      '9000',
      '9500',
      '8006',
    ]);
  });

  test('adds a note to what was said last meanwhile, not to what was filled in', async () => {
    await ask();
    const view = await openAll();
    await started.say(percent('1.1.3', '90'));
    await me.submit(view, { 'note:1.1.3': 'firmato' });
    expect((await started.reports())[0]).toMatchObject({
      phase: '1.1.3',
      percentBps: 9_000,
      note: 'firmato',
    });
  });

  test('submitted twice is recorded once; with other values it says so', async () => {
    await ask();
    const view = await openAll();
    const payload = (value: string) => submissionOf(view, { 'percent:1.1.1': value });
    for (const _ of ['once', 'again'])
      expect(await started.interact(payload('10'))).toEqual({ status: 200, text: '' });
    expect(await started.reports()).toHaveLength(2);
    const { text } = await started.interact(payload('20'));
    expect(Object.values(JSON.parse(text).errors)).toEqual([
      refusalText({ code: 'ALREADY_SUBMITTED' }, 'it'),
    ]);
    expect(await started.reports()).toHaveLength(2);
  });

  test('after the check-in closed is refused, and nothing is recorded', async () => {
    await ask();
    const view = await openAll();
    started.context.goTo('2020-09-21');
    const answer = await me.submit(view, { 'percent:1.1.1': '10' });
    expect(JSON.stringify(answer)).toContain('18/09/2020');
    expect(await started.reports()).toHaveLength(1);
  });
});

const units = (number: string) => ({ kind: 'NUMBER', number: decimal(number), unit: null }) as const;

/** What Slack sends of a view as it was drawn, whatever was drawn over it since. */
const submissionOf = (view: PageView, percents: Readonly<Record<string, string>>) => ({
  type: 'view_submission',
  user: { id: slackIdOf(DIREZIONE) },
  view: {
    id: view.id,
    type: 'modal',
    callback_id: 'report_view',
    private_metadata: metadataOf(view),
    state: {
      values: Object.fromEntries(
        Object.entries(percents).map(([field, value]) => [
          field,
          { percent: { type: 'plain_text_input', value } },
        ]),
      ),
    },
  },
});

const metadataOf = (view: PageView): string =>
  'private_metadata' in view ? String(view.private_metadata) : '';

describe('“more…” beside a line', () => {
  const more = (view: PageView, item: string, values: Record<string, Entered> = {}) =>
    me.press(view, ({ action_id, value }) => action_id === MORE_ACTION && value === item, { values });

  test('shows its further fields, and what was typed stays', async () => {
    await ask();
    const view = await openAll();
    await more(view, '1.1.3', { 'percent:1.1.3': '60', 'note:1.1.1': 'in corso', day: '2020-09-11' });
    const drawn = await me.waitForView();
    expect(drawn.id).toBe(view.id);
    expect(fieldsOf(drawn)).toEqual(
      expect.arrayContaining(['blocked:1.1.3', 'link:1.1.3', 'file:1.1.3', 'ownDay:1.1.3']),
    );
    expect(fieldsOf(drawn)).not.toContain('link:1.1.1');
    expect(initialOf(drawn, 'percent:1.1.3')).toBe('60');
    expect(initialOf(drawn, 'note:1.1.1')).toBe('in corso');
    expect(initialOf(drawn, 'day')).toBe('2020-09-11');
    const entered = {
      'blocked:1.1.3': 'manca il parere',
      'ownDay:1.1.3': '2020-09-14',
      'percent:1.1.1': '5',
    };
    expect(await me.submit(drawn, entered)).toEqual({ ok: true });
    expect(await started.reports()).toMatchObject([
      { phase: '1.1.3', percentBps: 6_000, blockedBecause: 'manca il parere', reportedOn: '2020-09-14' },
      { phase: '1.1.1', percentBps: 500, note: 'in corso', reportedOn: '2020-09-11' },
      {},
    ]);
  });

  test('of a form that was drawn anew meanwhile says so; what was typed is kept', async () => {
    await ask();
    const view = await openAll();
    await more(view, '1.1.1', { 'percent:1.1.1': '60' });
    const drawn = await me.waitForView();
    const answer = await started.interact({
      type: 'block_actions',
      user: { id: slackIdOf(DIREZIONE) },
      trigger_id: 'x',
      view: {
        id: view.id,
        hash: view.hash,
        type: 'modal',
        callback_id: 'report_view',
        private_metadata: metadataOf(view),
        state: { values: { 'percent:1.1.1': { percent: { type: 'plain_text_input', value: '60' } } } },
      },
      actions: [{ type: 'button', action_id: MORE_ACTION, block_id: 'line:1.1.3', value: '1.1.3' }],
    });
    expect(answer).toMatchObject({ status: 200 });
    const told = await me.waitForMessage(({ text }) => text === started.t.modalChanged);
    expect(told.channel).toBe(checkIn.channel);
    expect(await me.submit(drawn, { 'percent:1.1.1': '60' })).toEqual({ ok: true });
    expect((await started.reports())[0]).toMatchObject({ phase: '1.1.1', percentBps: 6_000 });
  });
});

describe('the form of one line', () => {
  test('has all its fields, and one day', async () => {
    await ask();
    const view = await openLine('1.1.3');
    expect(fieldsOf(view)).toEqual([
      'percent:1.1.3',
      'note:1.1.3',
      'blocked:1.1.3',
      'link:1.1.3',
      'file:1.1.3',
      'day',
    ]);
  });

  test('takes what was filled in for an answer, as it stands', async () => {
    await ask();
    expect(await me.submit(await openLine('1.1.3'))).toEqual({ ok: true });
    expect(await items()).toEqual([
      ['1.1.3', 4_000],
      ['1.1.3', 4_000],
    ]);
  });

  test('left alone while somebody reported says what was reported, instead of undoing it', async () => {
    await ask();
    const view = await openLine('1.1.3');
    await started.say(percent('1.1.3', '90'));
    expect(await me.submit(view)).toEqual({ ok: true });
    const drawn = await redrawn();
    expect(textOf(drawn)).toContain(started.t.modalSaidMeanwhile('90,00\u00a0%', '14/09/2020'));
    expect((await items())[0]).toEqual(['1.1.3', 9_000]);
    expect(await me.submit(drawn, { 'percent:1.1.3': '95' })).toEqual({ ok: true });
    expect((await items())[0]).toEqual(['1.1.3', 9_500]);
  });

  test('told once, what it says is recorded when it is submitted again, even if nothing was typed', async () => {
    await ask();
    const view = await openLine('1.1.3');
    await started.say(percent('1.1.3', '90'));
    await me.submit(view);
    expect(await me.submit(await redrawn())).toEqual({ ok: true });
    expect(await items()).toEqual([
      ['1.1.3', 4_000],
      ['1.1.3', 9_000],
      ['1.1.3', 4_000],
    ]);
  });

  test('lifts a block when its reason is taken away, and keeps it when it is not', async () => {
    await ask({ said: [percent('1.1.3', '40', { blockedBecause: 'manca il parere' })] });
    const view = await openLine('1.1.3');
    expect(initialOf(view, 'blocked:1.1.3')).toBe('manca il parere');
    await me.submit(view, { 'note:1.1.3': 'sollecitato' });
    expect((await started.reports())[0]).toMatchObject({
      blockedBecause: 'manca il parere',
      percentBps: 4_000,
    });
    await me.submit(await openLine('1.1.3'), { 'blocked:1.1.3': null });
    expect((await started.reports())[0]).toMatchObject({ blockedBecause: null, percentBps: 4_000 });
  });

  test('takes a link as evidence; one that is none is refused under it', async () => {
    await ask();
    const view = await openLine('1.1.3');
    const refused = await me.submit(view, { 'link:1.1.3': 'http://example.org/un atto' });
    expect(JSON.stringify(refused)).toContain('link:1.1.3');
    await me.submit(view, { 'link:1.1.3': 'https://example.org/atto' });
    expect((await started.reports())[0]).toMatchObject({ evidence: 'https://example.org/atto' });
  });

  test('takes a file as evidence, but not beside a link', async () => {
    await ask();
    const view = await openLine('1.1.3');
    const { running } = started;
    const uploaded = await running.upload(slackIdOf(DIREZIONE), 'parere.pdf', 'contenuto');
    const { file } = uploaded as { file?: { id: string } };
    const submit = (link: string | null) =>
      running.call('submit', {
        user: slackIdOf(DIREZIONE),
        viewId: view.id,
        values: {
          'percent:1.1.3': { percent: { type: 'plain_text_input', value: '60' } },
          'link:1.1.3': { link: { type: 'url_text_input', value: link } },
          'file:1.1.3': { file: { type: 'file_input', files: [{ id: file?.id ?? '' }] } },
        },
      });
    expect(await submit('https://example.org/atto')).toEqual({
      ok: true,
      errors: { 'file:1.1.3': started.t.modalOneDocument },
    });
    expect(await submit(null)).toEqual({ ok: true });
    const [report] = await started.reports();
    expect(report).toMatchObject({ percentBps: 6_000 });
    expect(report?.evidence).toMatch(/^http:\/\/127\.0\.0\.1.*\/parere\.pdf$/);
  });
});

describe('a phase that is credited by stages', () => {
  const plan = buildPlan([
    scheduledGoal('1.1', 100, [
      { weight: 50, creditRule: 'ZERO_HUNDRED' },
      { weight: 50, creditRule: 'FIFTY_FIFTY' },
    ]),
  ]);

  test('is asked for its stage', async () => {
    await ask({ plan, items: ['1.1.1', '1.1.2'], said: [percent('1.1.2', '30')] });
    const view = await openAll();
    const stages = (item: string) =>
      (controlsOf(view).find(({ blockId }) => blockId === `stage:${item}`)?.options ?? []) as object[];
    expect(stages('1.1.1')).toMatchObject([{ value: '0' }, { value: '100' }]);
    expect(stages('1.1.2')).toMatchObject([{ value: '0' }, { value: '50' }, { value: '100' }]);
    expect(initialOf(view, 'stage:1.1.2')).toMatchObject({ value: '50' });
    await me.submit(view, { 'stage:1.1.1': '100', 'note:1.1.2': 'prosegue' });
    // A stage left alone repeats what was said exactly: 30 %, of which the rule makes a half.
    expect(await started.reports()).toMatchObject([
      { phase: '1.1.2', percentBps: 3_000, note: 'prosegue' },
      { phase: '1.1.1', percentBps: 10_000 },
      {},
    ]);
  });
});

describe('twenty-five items', () => {
  const plan = buildPlan([scheduledGoal('1.1', 100, Array(25).fill({ weight: 4 }))]);
  const all = Array.from({ length: 25 }, (_, index) => `1.1.${index + 1}`);
  const shownIn = (view: PageView) =>
    fieldsOf(view).flatMap((id) => (id.startsWith('percent:') ? [id.slice('percent:'.length)] : []));

  test('are answered a page at a time, each page said at the top of the next', async () => {
    await ask({ plan, items: all, said: [] });
    const first = await openAll();
    expect(shownIn(first)).toEqual(all.slice(0, 10));
    expect(textOf(first)).toContain(started.t.modalLeft(15));
    expect(await me.submit(first, { 'percent:1.1.1': '10', 'percent:1.1.10': '20' })).toEqual({ ok: true });
    const second = await me.waitForView();
    expect(second.id).toBe(first.id);
    expect(shownIn(second)).toEqual(all.slice(10, 20));
    expect(textOf(second)).toContain(started.t.modalRecorded('1.1.1, 1.1.10'));
    // A page on which nothing is said is passed over.
    expect(await me.submit(second)).toEqual({ ok: true });
    const third = await me.waitForView();
    expect(shownIn(third)).toEqual(all.slice(20));
    expect(textOf(third)).not.toContain('Registrate');
    expect(await me.submit(third, { 'percent:1.1.25': '30' })).toEqual({ ok: true });
    await me.waitFor((event) => (event.type === 'view_closed' ? true : undefined), 'the end');
    expect(await items()).toEqual([
      ['1.1.25', 3_000],
      ['1.1.10', 2_000],
      ['1.1.1', 1_000],
    ]);
  });
});

describe('the form of an item outside of any check-in', () => {
  const submitted = (person: string, home: number | null) => {
    const form: ReportForm = {
      checkInId: null,
      year: 2020,
      home,
      scope: 'ONE',
      page: 0,
      lines: [{ item: '1.1.3', sequence: 0, figure: fingerprint(''), blocked: fingerprint('') }],
      last: 0,
      left: 0,
      recorded: [],
    };
    return started.interact({
      type: 'view_submission',
      user: { id: slackIdOf(person) },
      view: {
        id: `V-${person}`,
        type: 'modal',
        callback_id: 'report_view',
        private_metadata: JSON.stringify(form),
        state: { values: { 'percent:1.1.3': { percent: { type: 'plain_text_input', value: '60' } } } },
      },
    });
  };
  const answers = () => started.context.messages().filter(({ notice }) => notice.kind === 'RECORDED');

  test('is recorded, and answered by a message', async () => {
    started = await startAnswering();
    expect(await submitted(OSRU, null)).toEqual({ status: 200, text: '' });
    expect(await items()).toEqual([['1.1.3', 6_000]]);
    expect(answers()).toMatchObject([{ destination: { kind: 'PERSON', person: OSRU } }]);
  });

  test('opened from the home tab draws that anew too', async () => {
    started = await startAnswering();
    me = await started.as(OSRU);
    expect(await submitted(OSRU, 0)).toEqual({ status: 200, text: '' });
    expect(answers()).toHaveLength(1);
    const home = await me.waitFor(
      (event) => (event.type === 'home_published' ? event.view : undefined),
      'the home tab',
    );
    expect(textOf(home)).toContain('1.1.3');
  });

  test('of somebody else’s item is refused under its field', async () => {
    started = await startAnswering();
    const { text } = await submitted('referente.lavoro', null);
    expect(Object.keys(JSON.parse(text).errors)).toEqual(['percent:1.1.3']);
    expect(JSON.parse(text).errors['percent:1.1.3']).toContain('1.1.3 è di competenza di');
    expect(await started.reports()).toEqual([]);
  });
});
