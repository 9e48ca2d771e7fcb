/** The form of a check-in within Slack's limits, and what it knows of itself. */
import type { InputBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/domain/assess.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import { DEFAULT_HEALTH_RULES } from '../../../src/domain/health.ts';
import { baselineInForce, type Plan } from '../../../src/domain/plan.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import type { CheckInState } from '../../../src/services/read-check-in.ts';
import { REPORT_FIELDS } from '../../../src/slack/blocks/report-fields.ts';
import { type ReportForm, readForm } from '../../../src/slack/blocks/report-form.ts';
import {
  firstPage,
  formOfLine,
  LINES_A_PAGE,
  nextPage,
  reportModal,
  withFurtherFields,
} from '../../../src/slack/blocks/report-modal.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { validateView } from '../../../src/slack-local/blocks/validate.ts';
import { ARTI } from '../../helpers/context.ts';
import { measuredRatio, type Said, standingOf } from '../../helpers/figures.ts';
import { bigPlan, checkInsOf, saidOfAll } from '../../helpers/slack-messages.ts';

const DAY = isoDate('2020-09-14');
const it = voiceOf('it');
const LONG = `${'<!channel> & *R&D* '.repeat(120)}`.slice(0, 2_000);

function waiting(plan: Plan, said: Said = {}): CheckInState {
  const figures = assess(plan, baselineInForce(plan, DAY), standingOf(DAY, said), DEFAULT_HEALTH_RULES);
  const [, state] = checkInsOf(figures).find(([name]) => name === 'check-in, nothing answered') ?? [];
  if (!state) throw new Error('no check-in');
  return state;
}

/** With every field of every line. */
const whole = (form: ReportForm, state: CheckInState): ReportForm => ({
  ...form,
  lines: form.lines.map((formed) => {
    const line = state.lines.find(({ item }) => item === formed.item);
    return line ? withFurtherFields(formed, line, it) : formed;
  }),
});

const measurements = ['3.1', '4.1'].map((code) => measuredRatio(code, '8006/20015', '2020-07-01'));

describe.each([
  { why: 'ARTI’s plan', plan: ARTI, said: {} },
  { why: 'ARTI’s plan, everything said', plan: ARTI, said: { ...saidOfAll(ARTI, DAY, LONG), measurements } },
  {
    why: 'a thousand phases with long texts, everything said',
    plan: bigPlan((what) => `${what} ${LONG}`),
    said: saidOfAll(
      bigPlan((what) => what),
      DAY,
      LONG,
    ),
  },
])('$why', ({ plan, said }) => {
  const state = waiting(plan, said);

  test.each(LANGUAGES)('every page is a view that Slack takes, with all fields shown too: %s', (language) => {
    const voice = voiceOf(language);
    let form: ReportForm | null = firstPage(state, voice);
    const seen: string[] = [];
    while (form !== null) {
      for (const each of [form, whole(form, state)]) {
        const view = reportModal({ form: each, state, day: DAY, othersUnchanged: true }, voice);
        expect(validateView(view, 'modal')).toEqual([]);
        expect(view.private_metadata?.length).toBeLessThan(3_000);
        expect(readForm(view.private_metadata ?? '')).toEqual(each);
      }
      expect(form.lines.length).toBeLessThanOrEqual(LINES_A_PAGE);
      seen.push(...form.lines.map(({ item }) => item));
      expect(form.left).toBe(state.lines.length - seen.length);
      form = nextPage(
        form,
        form.lines.map(({ item }) => item),
        state,
        voice,
      );
    }
    // Each line once, none left out.
    expect(seen).toHaveLength(state.lines.length);
    expect(new Set(seen).size).toBe(state.lines.length);
  });

  test('every input has a label, and none of a line must be filled in', () => {
    const form = whole(firstPage(state, it), state);
    const { blocks } = reportModal({ form, state, day: DAY }, it);
    const inputs = blocks.filter((block): block is InputBlock => block.type === 'input');
    for (const { block_id: id, label, optional } of inputs) {
      expect(label.text.trim(), id).not.toBe('');
      const item = form.lines.find((line) => id?.endsWith(`:${line.item}`))?.item;
      if (item === undefined) continue;
      expect(label.text, id).toContain(item);
      expect(optional, id).toBe(true);
    }
    expect(inputs.length).toBeGreaterThan(form.lines.length * 4);
  });
});

describe('answers while the form goes on', () => {
  const state = waiting(bigPlan((what) => what));

  test('do not repeat a line, nor pass one over', () => {
    const first = firstPage(state, it);
    const done = new Set(first.lines.map(({ item }) => item));
    const later: CheckInState = {
      ...state,
      lines: state.lines.map((line) => {
        const report = { ...provenance, phase: line.phase?.phase.code ?? ('' as never) };
        return done.has(line.item) ? { ...line, answer: report } : line;
      }),
    };
    const second = nextPage(first, [], later, it);
    expect(second?.lines.map(({ item }) => item)).toEqual(
      state.lines.slice(LINES_A_PAGE, 2 * LINES_A_PAGE).map(({ item }) => item),
    );
  });

  test('of a check-in that has all its answers go over every line, in the order of the plan', () => {
    const answered: CheckInState = {
      ...state,
      lines: state.lines.slice(0, 12).map((line) => ({
        ...line,
        answer: { ...provenance, phase: line.phase?.phase.code ?? ('' as never) },
      })),
    };
    const first = firstPage(answered, it);
    expect(first).toMatchObject({ scope: 'EVERY', left: 2 });
    expect(nextPage(first, [], answered, it)?.lines).toHaveLength(2);
  });
});

const provenance = {
  sequence: 1,
  reportedOn: DAY,
  recordedAt: `${DAY}T10:00:00.000Z`,
  actor: 'referente.direzione',
  source: 'SLACK' as const,
  note: null,
  evidence: null,
  percentBps: 5_000,
  units: null,
  completes: false,
  blockedBecause: null,
};

test('a blocked line shows why from the start: another figure would lift the block unseen', () => {
  const said = { reports: { '1.1.3': { percent: 40, blockedBecause: 'manca il parere' } } };
  const state = waiting(ARTI, said);
  const form = firstPage(state, it);
  const shown = form.lines.filter(({ blocked }) => blocked !== null).map(({ item }) => item);
  expect(shown).toEqual(['1.1.3']);
});

test('what was typed stands in the form that is drawn again, and not what was filled in', () => {
  const said = { reports: { '1.1.3': 40 } };
  const state = waiting(ARTI, said);
  const line = state.lines.find(({ item }) => item === '1.1.3');
  if (!line) throw new Error('no line');
  const form = formOfLine(state, line, it);
  const values = Object.fromEntries(
    REPORT_FIELDS.map((field) => [field, field === 'percent' ? '' : undefined]),
  );
  const view = reportModal({ form, state, day: DAY, typed: (field) => values[field] }, it);
  expect(JSON.stringify(view.blocks)).not.toContain('"initial_value":"40"');
  expect(JSON.stringify(reportModal({ form, state, day: DAY }, it).blocks)).toContain('"initial_value":"40"');
});
