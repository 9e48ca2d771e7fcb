/** What a check-in shows, of few items and of many. That Slack takes it is held by `limits.test.ts` too. */
import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { findGoalFigures, findPhaseFigures } from '../../../src/domain/plan-figures.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import type { CheckInLine, CheckInState } from '../../../src/services/read-check-in.ts';
import { checkInAgainMessage, checkInMessage } from '../../../src/slack/blocks/check-in-blocks.ts';
import {
  ALL_UNCHANGED_ACTION,
  SKIP_ACTION,
  SNOOZE_ACTION,
} from '../../../src/slack/blocks/check-in-controls.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { blockTextLength, MAX_BLOCK_TEXT, validateBlocks } from '../../../src/slack-local/blocks/validate.ts';
import {
  assessGoals,
  buildGoal,
  buildIndicator,
  goalCode,
  measuredValue,
  phaseCodeOf,
  type Said,
  scheduledGoal,
} from '../../helpers/figures.ts';
import { textsOf } from '../../helpers/slack-messages.ts';

const DAY = '2020-09-14';
const it = voiceOf('it');

type Goals = Plan['baselines'][number]['goals'];

/** A check-in of `items`, opened on {@link DAY}, nothing of which is answered. */
function asked(items: readonly string[], goals: Goals, said: Said = {}): CheckInState {
  const figures = assessGoals(goals, DAY, said);
  const lines = items.map((item): CheckInLine => {
    const phase = findPhaseFigures(figures, phaseCodeOf(item)) ?? null;
    const goal = phase ? null : (findGoalFigures(figures, goalCode(item)) ?? null);
    return { item: phaseCodeOf(item), phase, goal, answer: null, answerable: true };
  });
  return {
    checkIn: {
      id: `2020-${DAY}-referente.direzione`,
      person: 'referente.direzione',
      openedOn: isoDate(DAY),
      closesOn: isoDate('2020-09-18'),
      closedOn: null,
      openedAtSequence: 0,
      items: lines.map(({ item }) => item),
      owed: null,
      remindedAt: null,
      skipped: null,
    },
    year: 2020,
    lines,
    closedSince: null,
    snoozedUntil: null,
  };
}

const answeredWhere = (state: CheckInState, isAnswered: (line: CheckInLine) => boolean): CheckInState => ({
  ...state,
  lines: state.lines.map((line) => ({
    ...line,
    answer: isAnswered(line) ? (line.phase?.lastReport ?? null) : null,
  })),
});

const codesIn = (blocks: readonly KnownBlock[]): readonly string[] =>
  blocks.flatMap((block) => {
    const text = block.type === 'section' ? (block.text?.text ?? '') : '';
    const [, code] = /^\*([\d.]+)\* /.exec(text) ?? [];
    return code === undefined ? [] : [code];
  });

type Control = { readonly type: string; readonly action_id?: string; readonly accessibility_label?: string };

const elementsOf = (blocks: readonly KnownBlock[]): readonly Control[] =>
  blocks.flatMap((block): readonly Control[] => {
    if (block.type === 'actions') return block.elements;
    return block.type === 'section' && block.accessory ? [block.accessory] : [];
  });

const actionsIn = (blocks: readonly KnownBlock[]): readonly string[] =>
  elementsOf(blocks).map(({ action_id }) => action_id ?? '');

const many = (count: number): Goals =>
  Array.from({ length: Math.ceil(count / 100) }, (_, index) =>
    scheduledGoal(`1.${index + 1}`, 10, Array(Math.min(count, 100)).fill({ weight: 1 })),
  );
const codes = (count: number) =>
  Array.from({ length: count }, (_, index) => `1.${Math.floor(index / 100) + 1}.${(index % 100) + 1}`);

describe('what comes first', () => {
  const goals = [
    scheduledGoal('1.1', 100, [
      { weight: 10 },
      { weight: 10 },
      { weight: 10 },
      { weight: 10, end: '2020-09-20' },
      { weight: 20 },
      { weight: 20, end: '2020-08-31' },
      { weight: 20 },
    ]),
  ];
  const said: Said = {
    reports: {
      '1.1.1': 70,
      '1.1.2': { percent: 70, reportedOn: '2020-08-01' },
      '1.1.3': 20,
      '1.1.4': 90,
      '1.1.5': { percent: 50, blockedBecause: 'manca il parere' },
      '1.1.6': 50,
      '1.1.7': 70,
    },
  };
  const items = ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5', '1.1.6', '1.1.7'];

  test('the order in which the check-in was made', () => {
    const made = [...items].reverse();
    expect(codesIn(checkInMessage(asked(made, goals, said), it).blocks)).toEqual(made);
  });

  test('what is answered stays in its place: no row moves away under a hand', () => {
    const state = answeredWhere(asked(items, goals, said), ({ item }) => ['1.1.6', '1.1.1'].includes(item));
    expect(codesIn(checkInMessage(state, it).blocks)).toEqual(items);
  });

  test('a line says its last value, its deadline and its health, each once', () => {
    const texts = textsOf(checkInMessage(asked(items, goals, said), it).blocks);
    const line = (item: string) => texts.find((text) => text.startsWith(`*${item}* `));
    expect(line('1.1.3')).toMatch(
      /^\*1\.1\.3\* Fase 3\nUltimo dato: 20,00\s% \(14\/09\/2020\) · fine 31\/12\/2020 · 🟡 a rischio: /,
    );
    expect(line('1.1.5')).toMatch(/Ultimo dato: 50,00\s% \(14\/09\/2020\) · .*⛔ bloccata: manca il parere$/);
    expect(line('1.1.6')?.match(/31\/08\/2020/g)).toHaveLength(1);
  });
});

describe('of many items', () => {
  test.each([
    { count: 10, shown: 10 },
    { count: 60, shown: 22 },
    { count: 1_000, shown: 22 },
  ])('$count: the most urgent $shown are shown, the others counted', ({ count, shown }) => {
    for (const language of LANGUAGES) {
      const { blocks } = checkInMessage(asked(codes(count), many(count)), voiceOf(language));
      expect(validateBlocks(blocks, 'message')).toEqual([]);
      expect(blockTextLength(blocks)).toBeLessThanOrEqual(MAX_BLOCK_TEXT);
      expect(codesIn(blocks)).toEqual(codes(count).slice(0, shown));
      const more = textsOf(blocks).find((text) => text.startsWith('…'));
      expect(more && Number(/\d+/.exec(more)?.[0])).toBe(count > shown ? count - shown : undefined);
    }
  });

  test('what waits is shown before what is answered, however many are', () => {
    const goals = many(60);
    const reports = Object.fromEntries(codes(60).map((code) => [code, 50]));
    const state = answeredWhere(asked(codes(60), goals, { reports }), ({ item }) => item !== '1.1.60');
    const { blocks } = checkInMessage(state, it);
    expect(validateBlocks(blocks, 'message')).toEqual([]);
    expect(codesIn(blocks)[0]).toBe('1.1.60');
    expect(textsOf(blocks).at(-1)).toMatch(/^… e altre \d+ che non attendono risposta\.$/);
    expect(textsOf(blocks)).toContain(
      `${it.t.checkInProgress(59, 60, '18/09/2020')}\n${it.t.checkInHow('1.1.60 60%')}`,
    );
  });

  test('the reminder lists codes alone', () => {
    const { blocks, text } = checkInAgainMessage(asked(codes(1_000), many(1_000)), 'REMINDER', it);
    expect(blocks).toHaveLength(2);
    expect(text).toContain('1000 attività attendono una risposta, entro il 18/09/2020');
    expect(text).toContain('e altre 960');
    expect(actionsIn(blocks)).toContain(SNOOZE_ACTION);
  });
});

describe('buttons', () => {
  const state = asked(['1.1.1', '1.1.2'], [scheduledGoal('1.1', 100, [{ weight: 50 }, { weight: 50 }])], {
    reports: { '1.1.1': 40 },
  });

  test('say to screen readers which line they are of, and how many “all” is', () => {
    const { blocks } = checkInMessage(state, it);
    const labels = elementsOf(blocks).flatMap(({ type, accessibility_label: label }) =>
      type === 'button' ? [label] : [],
    );
    expect(labels).toEqual([
      'Aggiorna tutte',
      'Tutto invariato: conferma l’ultimo dato di 1 attività',
      'Salta questa volta',
      'Invariato 1.1.1',
      'Aggiorna 1.1.1',
      'Fatto 1.1.1',
      'Bloccata 1.1.1',
      'Aggiorna 1.1.2',
      'Fatto 1.1.2',
      'Bloccata 1.1.2',
    ]);
  });

  test.each([
    { why: 'closed', state: { ...state, closedSince: isoDate(DAY) }, actions: [] },
    { why: 'of nothing', state: { ...state, lines: [] }, actions: [] },
    {
      why: 'of items that an act took out of the plan',
      state: { ...state, lines: state.lines.map((line) => ({ ...line, answerable: false })) },
      actions: [],
    },
  ])('there are none on one that is $why', ({ state: shown, actions }) => {
    expect(actionsIn(checkInMessage(shown, it).blocks)).toEqual(actions);
    expect(actionsIn(checkInAgainMessage(shown, 'SNOOZE', it).blocks)).toEqual(actions);
  });

  test('a line out of the plan does not count as one that waits', () => {
    const [first, ...others] = state.lines;
    if (!first) throw new Error('no line');
    const shown = { ...state, lines: [{ ...first, answerable: false }, ...others] };
    const { blocks, text } = checkInMessage(shown, it);
    expect(text).toContain('1 attività attende');
    expect(textsOf(blocks).join('\n')).toContain(it.t.checkInGone);
    expect(textsOf(blocks).join('\n')).toContain('*0 di 1* con risposta');
    expect(actionsIn(blocks)).not.toContain(ALL_UNCHANGED_ACTION);
  });

  test('skipped, it can still be answered, but not be put off', () => {
    const skipped = { on: isoDate(DAY), because: '<!channel> fine mese' };
    const { blocks } = checkInMessage({ ...state, checkIn: { ...state.checkIn, skipped } }, it);
    expect(actionsIn(blocks)).not.toContain(SNOOZE_ACTION);
    expect(actionsIn(blocks)).not.toContain(SKIP_ACTION);
    expect(actionsIn(blocks)).toContain('check_in_done');
    expect(textsOf(blocks)).toContain(it.t.checkInSkipped('14/09/2020', '&lt;!channel&gt; fine mese'));
  });

  test('snoozed, it says until when by the clock of Rome', () => {
    const { blocks } = checkInMessage({ ...state, snoozedUntil: '2020-09-14T22:30:00.000Z' }, it);
    expect(textsOf(blocks)).toContain('⏰ Rimandata al 15/09/2020, ore 00:30.');
  });

  test('the snooze menu is empty again after it was used: its block has another id', () => {
    const ids = [state, { ...state, snoozedUntil: '2020-09-14T22:30:00.000Z' }].map((each) =>
      checkInMessage(each, it).blocks.find(({ type }) => type === 'actions'),
    );
    expect(ids[0]?.block_id).not.toBe(ids[1]?.block_id);
  });
});

describe.each(LANGUAGES)('late, %s', (language) => {
  test('it says for when it was planned, by the clock of Rome, and Slack takes it with a thousand rows too', () => {
    const { t } = voiceOf(language);
    const planned = t.checkInLate(language === 'it' ? 'lunedì 14/09/2020' : 'Monday 14/09/2020', '00:30');
    const big = asked(codes(1000), many(1000));
    const { blocks } = checkInMessage(big, voiceOf(language), '2020-09-13T22:30:00.000Z');
    expect(validateBlocks(blocks, 'message')).toEqual([]);
    expect(blockTextLength(blocks)).toBeLessThanOrEqual(MAX_BLOCK_TEXT);
    expect(textsOf(blocks)[2]).toBe(planned);
    expect(textsOf(checkInMessage(big, voiceOf(language)).blocks)).not.toContain(planned);
  });
});

test('of an indicator that sums its figures “unchanged” is not offered: it would count twice', () => {
  const measured = { measurements: [measuredValue('3.3', '4')] };
  const goal = (accumulation: 'SUM' | 'LATEST') =>
    buildGoal('3.3', 10, { indicator: buildIndicator({ measure: 'VALUE', unit: 'eventi', accumulation }) });
  const actions = (accumulation: 'SUM' | 'LATEST') =>
    actionsIn(checkInMessage(asked(['3.3'], [goal(accumulation)], measured), it).blocks);
  expect(actions('LATEST')).toContain('check_in_unchanged');
  expect(actions('SUM')).not.toContain('check_in_unchanged');
  expect(actions('SUM')).not.toContain(ALL_UNCHANGED_ACTION);
});
