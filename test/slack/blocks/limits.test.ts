/** Whatever the plan and whatever was said, Slack takes every message: its limits hold, and markup is escaped. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/domain/assess.ts';
import { addDays, isoDate } from '../../../src/domain/dates.ts';
import { DEFAULT_HEALTH_RULES } from '../../../src/domain/health.ts';
import { baselineInForce, type Plan } from '../../../src/domain/plan.ts';
import type { PlanFigures } from '../../../src/domain/plan-figures.ts';
import type { Language } from '../../../src/messages/language.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import { clip, fitted, section } from '../../../src/slack/blocks/parts.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import {
  blockTextLength,
  MAX_BLOCK_TEXT,
  validateBlocks,
  validateView,
} from '../../../src/slack-local/blocks/validate.ts';
import { ARTI } from '../../helpers/context.ts';
import {
  buildGoal,
  buildIndicator,
  buildPlan,
  measuredRatio,
  measuredValue,
  neutralisedFrom,
  type Said,
  scheduledGoal,
  standingOf,
  unattachedGoal,
} from '../../helpers/figures.ts';
import { bigPlan, messagesOf, modalsOf, saidOfAll, textsOf } from '../../helpers/slack-messages.ts';

const HOSTILE = `<!channel> & <https://evil.example|qui> *R&D* _x_ \`y\` 👩‍👩‍👧 `;
/** The longest text that a plan file may hold, all of it markup. */
const longest = (what: string) => `${what} ${HOSTILE.repeat(300)}`.slice(0, 10_000);
const ampersands = (what: string) => `${what} ${'&'.repeat(9_900)}`;
const NOTE = HOSTILE.repeat(40).slice(0, 2_000);

const measurements = ['3.1', '3.2', '4.1', '4.2', '1.5', '3.3'].map((code) =>
  measuredRatio(code, '8006/20015', '2020-07-01'),
);

/** Goals of every kind that the plan file can describe and ARTI's plan does not hold. */
const oddities = buildPlan([
  buildGoal('1.1', 10, { indicator: buildIndicator({ measure: 'VALUE', unit: longest('euro') }) }),
  buildGoal('1.2', 10, { indicator: buildIndicator({ targets: [] }) }),
  buildGoal('1.3', 10, { neutralised: neutralisedFrom('2020-01-01') }),
  unattachedGoal('1.4', 10),
  scheduledGoal('1.5', 10, [{ neutralised: neutralisedFrom('2020-01-01') }, { start: '2020-12-01' }]),
  scheduledGoal('1.6', 10, [
    { description: { unknown: 'non riportato' }, output: { unknown: 'idem' }, creditRule: 'ZERO_HUNDRED' },
    { creditRule: 'UNITS', units: { target: 10_000, name: longest('colloqui') } },
  ]),
  scheduledGoal('1.7', 10, [{ end: '2020-03-31' }, { creditRule: 'FIFTY_FIFTY' }]),
]);

type Case = { readonly why: string; readonly plan: Plan; readonly day: string; readonly said: Said };

const cases: readonly Case[] = [
  { why: 'ARTI’s plan, nothing said', plan: ARTI, day: '2020-09-14', said: {} },
  { why: 'ARTI’s plan, baseline 0', plan: ARTI, day: '2020-07-01', said: { measurements } },
  {
    why: 'ARTI’s plan, everything said',
    plan: ARTI,
    day: '2020-09-14',
    said: { ...saidOfAll(ARTI, '2020-09-01', NOTE), measurements },
  },
  { why: 'goals of every kind, nothing said', plan: oddities, day: '2020-06-15', said: {} },
  {
    why: 'goals of every kind, everything said',
    plan: oddities,
    day: '2020-06-15',
    said: { ...saidOfAll(oddities, '2020-06-01', NOTE), measurements: [measuredValue('1.1', '1234567.891')] },
  },
  { why: 'a thousand phases', plan: bigPlan((what) => what), day: '2020-06-15', said: {} },
  {
    why: 'a thousand phases, everything said, the longest texts',
    plan: bigPlan(longest),
    day: '2020-06-15',
    said: saidOfAll(
      bigPlan((what) => what),
      '2020-06-01',
      NOTE,
    ),
  },
  {
    why: 'texts that grow five times when escaped',
    plan: bigPlan(ampersands),
    day: '2020-06-15',
    said: saidOfAll(
      bigPlan((what) => what),
      '2020-06-01',
      '&'.repeat(2_000),
    ),
  },
  { why: 'a plan of nothing', plan: { ...buildPlan([]), areas: [] }, day: '2020-06-15', said: {} },
];

function figuresOn(day: string, { plan, said }: Case): PlanFigures {
  return assess(plan, baselineInForce(plan, isoDate(day)), standingOf(day, said), DEFAULT_HEALTH_RULES);
}

const content = (each: Case, language: Language) => {
  const weekAgo = addDays(isoDate(each.day), -7);
  const before = figuresOn(weekAgo, { ...each, said: {} });
  return messagesOf(figuresOn(each.day, each), before, voiceOf(language));
};

/** What is left of markup when entities and the product's own are taken out. */
const rawMarkup = (text: string): string | undefined => /<|>|&(?!amp;|lt;|gt;)/.exec(text)?.[0];

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const inBoth = cases.flatMap((each) => LANGUAGES.map((language) => ({ ...each, language })));

describe.each(inBoth)('$why, in $language', ({ language, ...each }) => {
  const messages = content(each, language);

  test('every message is accepted, within 50 blocks and 12,000 characters, and has a text', () => {
    for (const [name, { text, blocks }] of messages) {
      expect(validateBlocks(blocks, 'message'), name).toEqual([]);
      expect(blocks.length, name).toBeGreaterThan(0);
      expect(blockTextLength(blocks), name).toBeLessThanOrEqual(MAX_BLOCK_TEXT);
      expect(text.trim(), name).not.toBe('');
      expect(text.length, name).toBeLessThanOrEqual(4_000);
    }
  });

  test('every view is accepted', () => {
    for (const [name, view] of modalsOf(figuresOn(each.day, each), voiceOf(language))) {
      expect(validateView(view, 'modal'), name).toEqual([]);
    }
  });

  test('markup of people and plans is escaped, entities are whole, emoji are not cut in two', () => {
    for (const [name, { text, blocks }] of messages) {
      const mrkdwn = blocks.filter(({ type }) => type !== 'header');
      for (const shown of [text, ...textsOf(mrkdwn)]) {
        expect(rawMarkup(shown), `${name}: ${shown.slice(0, 200)} … ${shown.slice(-40)}`).toBeUndefined();
        expect(shown, name).not.toMatch(LONE_SURROGATE);
      }
    }
  });

  test('nothing shows through of the code', () => {
    for (const [name, { text, blocks }] of messages) {
      for (const shown of [text, ...textsOf(blocks)]) {
        expect(shown, name).not.toMatch(/undefined|\[object|NaN|null\b/);
      }
    }
  });
});

describe('what does not fit', () => {
  const [big] = cases.filter(({ why }) => why === 'a thousand phases');
  if (!big) throw new Error('no big plan');

  test('is counted, and how to see it is said', () => {
    const [, plan] = content(big, 'it').find(([name]) => name === 'structure DIREZIONE') ?? [];
    const last = textsOf(plan?.blocks ?? []).find((text) => text.startsWith('… e altri')) ?? '';
    const shown = plan?.blocks.filter(({ type }) => type === 'section').length ?? 0;
    expect(last).toMatch(/^… e altri \d+\. .*\/arti stato CODICE/);
    // One section holds the structure's own figures.
    expect(Number(/\d+/.exec(last)?.[0])).toBe(1_000 - (shown - 1));
  });

  test('a check-in of many items keeps its buttons apart', () => {
    const [, message] = content(big, 'it').find(([name]) => name === 'check-in, nothing answered') ?? [];
    const ids = message?.blocks.flatMap(({ block_id: id }) => id ?? []) ?? [];
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('forty rows are shown whole when they fit', () => {
    const rows = Array.from({ length: 48 }, (_, index) => section(`riga ${index}`));
    expect(fitted([section('capo')], rows, [section('piede')], String)).toHaveLength(50);
    expect(
      fitted([section('capo')], [...rows, section('di troppo')], [section('piede')], (n) => `+${n}`),
    ).toEqual([
      section('capo'),
      ...rows.slice(0, 47),
      { type: 'context', elements: [{ type: 'mrkdwn', text: '+2' }] },
      section('piede'),
    ]);
  });
});

describe('clip', () => {
  test.each([
    { why: 'as it is', text: 'abc', limit: 3, is: 'abc' },
    { why: 'cut', text: 'abcd', limit: 3, is: 'ab…' },
    { why: 'not in the middle of an emoji', text: 'ab👍cd', limit: 4, is: 'ab…' },
    { why: 'nor of an entity', text: 'a &amp; b', limit: 6, is: 'a …' },
    { why: 'an entity that fits stays', text: '&amp; abc', limit: 6, is: '&amp;…' },
  ])('$why', ({ text, limit, is }) => {
    expect(clip(text, limit)).toBe(is);
  });
});
