/** Summaries as messages: five lines first, within Slack's limits whatever they tell of. */
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import type { PlanSummary, StructureSummary, Summary, SummaryItem } from '../../../src/domain/summary.ts';
import { PLAN_SUMMARY_KINDS } from '../../../src/domain/summary.ts';
import type { Language } from '../../../src/messages/language.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import type { MessageContent } from '../../../src/slack/blocks/parts.ts';
import { isQuietPlanWeek, planSummaryMessage } from '../../../src/slack/blocks/plan-summary-blocks.ts';
import { isQuiet, summaryMessage } from '../../../src/slack/blocks/summary-blocks.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { blockTextLength, MAX_BLOCK_TEXT, validateBlocks } from '../../../src/slack-local/blocks/validate.ts';
import { textsOf } from '../../helpers/slack-messages.ts';
import {
  BLOCKED,
  INDICATOR,
  itemOf,
  LATE,
  NOTHING,
  planSummary,
  QUIET,
  structureSummary,
} from '../../helpers/summaries.ts';

const DASHBOARD = 'http://127.0.0.1:3000/dashboard';

const messageOf = (
  summary: Summary,
  language: Language = 'it',
  dashboard: string | null = null,
): MessageContent =>
  summary.kind === 'STRUCTURE_WEEK'
    ? summaryMessage(summary, voiceOf(language), dashboard)
    : planSummaryMessage(summary, voiceOf(language), dashboard);

const textOf = ({ blocks }: MessageContent): string => textsOf(blocks).join('\n');
/** The section that stands first. */
const linesOf = ({ blocks }: MessageContent): readonly string[] =>
  (blocks.flatMap((block) => (block.type === 'section' ? [block.text?.text ?? ''] : []))[0] ?? '').split(
    '\n',
  );

const HOSTILE = '<!channel> & *R&D* <https://evil.example|qui> 👩‍👩‍👧 ';
const long = (count: number, parts: Partial<SummaryItem> = {}): readonly SummaryItem[] =>
  Array.from({ length: count }, (_, index) =>
    itemOf(`1.${index}.1`, { title: HOSTILE.repeat(40), blockedBecause: '&'.repeat(2000), ...parts }),
  );

const thousand = {
  moved: long(1000, { health: null }),
  lateOrBlocked: long(1000, { health: 'BLOCKED', daysLate: 400 }),
  dueSoon: long(1000),
  indicators: Array.from({ length: 1000 }, () => ({
    ...INDICATOR,
    title: HOSTILE.repeat(40),
    unit: HOSTILE,
  })),
};
const bigStructure: Partial<StructureSummary> = {
  ...thousand,
  structureName: HOSTILE.repeat(10),
  unreported: long(1000),
  notAnswered: long(1000).map(({ item }) => item),
};
const bigPlan = (): Partial<PlanSummary> => {
  const { structures, goals } = planSummary();
  return {
    ...thousand,
    title: HOSTILE.repeat(10),
    completed: long(1000),
    structures: Array.from({ length: 1000 }, (_, index) => ({
      ...(structures[index % structures.length] ?? never()),
      name: HOSTILE.repeat(10),
    })),
    goals: Array.from({ length: 1000 }, (_, index) => ({
      ...(goals[index % goals.length] ?? never()),
      title: HOSTILE.repeat(10),
      neutralisedBecause: index % 2 ? null : HOSTILE.repeat(10),
    })),
  };
};
function never(): never {
  throw new Error('a fixture without entries');
}

const late = { at: '2020-09-18T10:00:00.000Z', late: true };
const missing = {
  now: NOTHING,
  before: NOTHING,
  curve: null,
  indicators: [{ ...INDICATOR, actual: null, target: null, achievement: null, measuredOn: null }],
};
const oneItem = itemOf('1.1.1', { health: null, share: null, shareBefore: null, lastReportedOn: null });

const cases: readonly { readonly why: string; readonly summary: Summary }[] = [
  { why: 'a structure’s week', summary: structureSummary() },
  { why: 'a late one', summary: structureSummary({ slot: late }) },
  { why: 'a quiet one', summary: structureSummary({ ...QUIET, slot: late }) },
  {
    why: 'one without figures',
    summary: structureSummary({ ...missing, moved: [oneItem], dueSoon: [oneItem] }),
  },
  { why: 'one of a thousand items', summary: structureSummary({ ...bigStructure, slot: late }) },
  ...PLAN_SUMMARY_KINDS.flatMap((kind) => [
    { why: kind, summary: planSummary({ kind }) },
    { why: `${kind} without figures`, summary: planSummary({ kind, ...missing, goals: [], structures: [] }) },
    { why: `${kind} of a thousand of each`, summary: planSummary({ kind, ...bigPlan(), slot: late }) },
    { why: `${kind}, quiet`, summary: planSummary({ kind, ...QUIET, completed: [] }) },
  ]),
];

describe.each(cases.flatMap((each) => LANGUAGES.map((language) => ({ ...each, language }))))(
  '$why, in $language',
  ({ summary, language }) => {
    const content = messageOf(summary, language, DASHBOARD);

    test('Slack takes it, with room for a picture', () => {
      expect(validateBlocks(content.blocks, 'message')).toEqual([]);
      expect(content.blocks.length).toBeLessThan(48);
      expect(blockTextLength(content.blocks)).toBeLessThanOrEqual(MAX_BLOCK_TEXT - 1000);
      expect(content.text.length).toBeLessThanOrEqual(3000);
    });

    test('five lines come first', () => {
      const lines = linesOf(content);
      expect(lines).toHaveLength(5);
      for (const line of lines) expect(line).toMatch(/^\*[^*]+\*: ./);
    });

    test('markup of people and plans is escaped, and nothing of the code shows through', () => {
      const mrkdwn = textsOf(content.blocks.filter(({ type }) => type !== 'header')).join('\n');
      const withoutOwnLink = mrkdwn.replace(/<http:\/\/127[^|>]*\|[^<>]*>/, '');
      expect(withoutOwnLink).not.toMatch(/<|>|&(?!amp;|lt;|gt;)/);
      expect(mrkdwn + content.text).not.toMatch(/undefined|\[object|NaN|null\b/);
    });

    test('no dash stands for a figure', () => {
      expect(textOf(content)).not.toMatch(/(?:^|[:*(,=→] ?)—(?:\*|\)|$| ·|,)/m);
    });

    test('lists are whole rows: what has no room is counted', () => {
      for (const text of textsOf(content.blocks)) expect(text.split('\n').length).toBeLessThanOrEqual(20);
    });
  },
);

describe('the five lines', () => {
  test('of a structure', () => {
    expect(linesOf(messageOf(structureSummary()))).toEqual([
      '*Avanzamento pesato*: *40,00\u00a0%* (+6,67 punti percentuali) · Una settimana fa (11/09/2020): 33,33\u00a0%',
      '*Atteso*: 55,00\u00a0% a scadenza (scostamento −15,00 punti) · 62,50\u00a0% lineare (scostamento −22,50 punti)',
      '*Copertura*: 65,00\u00a0% (avanzamento possibile: al più 75,00\u00a0%)',
      '*Da seguire*: 1 in ritardo, 1 bloccata, 3 senza risposta',
      '*In scadenza entro due settimane*: 2 (la prima: 1.1.6, venerdì 25/09/2020)',
    ]);
  });

  test('of the plan, in points too, in English', () => {
    expect(linesOf(messageOf(planSummary(), 'en'))).toEqual([
      '*Weighted progress*: *40.00%* (+6.67 percentage points) · 34.40 of 86.00 points · A week ago (11/09/2020): 33.33%',
      '*Planned*: 55.00% by deadline (variance −15.00 points) · 62.50% linear (variance −22.50 points)',
      '*Coverage*: 65.00% (progress possible: at most 75.00%)',
      '*To follow up*: 1 late, 1 blocked, answers missing in 1 structure',
      '*Due within two weeks*: 1 (1.4.2, Wednesday 30/09/2020)',
    ]);
  });

  test('of nothing', () => {
    const [progress, planned, coverage, , due] = linesOf(
      messageOf(structureSummary({ ...missing, dueSoon: [] })),
    );
    expect(progress).toContain('nessuna attività nella baseline in vigore');
    expect([planned, coverage, due]).toEqual([
      '*Atteso*: nessun dato',
      '*Copertura*: nessun dato',
      '*In scadenza entro due settimane*: nessuna',
    ]);
  });
});

describe('the rest', () => {
  test('what is late says what was noted with its last report', () => {
    const noted = { ...LATE, note: 'si attende il parere & la firma' };
    expect(textOf(messageOf(structureSummary({ lateOrBlocked: [noted] })))).toContain(
      '· «si attende il parere &amp; la firma»',
    );
  });

  test('a blocked item gives its reason, and how late it is', () => {
    const both = { ...BLOCKED, daysLate: 3, end: isoDate('2020-09-15') };
    const text = textOf(messageOf(structureSummary({ lateOrBlocked: [both, LATE] })));
    expect(text).toContain('— bloccata: manca il parere · in ritardo di 3 giorni (fine 15/09/2020)');
    expect(text).toContain('— in ritardo di 8 giorni (fine 10/09/2020)');
  });

  test('what was not answered is told by item', () => {
    expect(textOf(messageOf(structureSummary()))).toContain(
      '*Senza risposta alla richiesta di aggiornamento* (3)\n1.1.4, 1.1.5, 3.2',
    );
  });

  test('what was not answered is not told again as not reported', () => {
    const unreported = [itemOf('1.1.4'), itemOf('1.3.1')];
    const text = textOf(messageOf(structureSummary({ unreported })));
    expect(text).toContain('*Senza comunicazioni da una settimana o più* (1)\n1.3.1');
  });

  test.each([
    {
      why: 'reached',
      indicator: INDICATOR,
      text: '8.006 / 20.015 = 40,00\u00a0% su ≥ 40\u00a0%: raggiunto 100,00\u00a0%',
    },
    {
      why: 'by value, at most',
      indicator: {
        ...INDICATOR,
        actual: { kind: 'VALUE', value: '6200.5' },
        target: { operator: 'LTE', value: '5000' },
        unit: 'giorni',
        achievement: '10000/12401',
      } as const,
      text: '6.200,5 giorni su ≤ 5.000 giorni: raggiunto 80,64\u00a0%',
    },
    {
      why: 'denominator 0',
      indicator: {
        ...INDICATOR,
        actual: { kind: 'RATIO', numerator: '0', denominator: '0' },
        achievement: null,
      } as const,
      text: '0 / 0 su ≥ 40\u00a0%: non calcolabile',
    },
    {
      why: 'no target',
      indicator: { ...INDICATOR, target: null },
      text: '8.006 / 20.015 = 40,00\u00a0%; il valore target non è noto',
    },
    {
      why: 'not measured',
      indicator: { ...INDICATOR, actual: null, achievement: null, measuredOn: null },
      text: 'nessuna rilevazione; target ≥ 40\u00a0%',
    },
  ])('indicator $why', ({ indicator, text }) => {
    expect(textOf(messageOf(structureSummary({ indicators: [indicator] })))).toContain(`*3.1* — ${text}`);
  });

  test('what a list leaves out is counted, with the command that shows it', () => {
    const text = textOf(
      messageOf(structureSummary({ moved: Array.from({ length: 30 }, () => itemOf('1.1.1')) })),
    );
    expect(text).toContain('*Che cosa è cambiato* (30)');
    expect(text).toMatch(/… e altre 22: `\/arti stato OSRU`/);
  });

  test('the plan ranks structures as they were ranked, and says where one has nothing', () => {
    const text = textOf(messageOf(planSummary()));
    expect(text).toContain(
      '1. *Direzione regionale Lavoro* — 20,00\u00a0% (invariato) · scostamento lineare −42,50 punti, a scadenza −35,00 punti',
    );
    expect(text).toContain('2. *OSRU* — 40,00\u00a0% (+6,67 punti) · ');
    expect(text).toContain('3. *Altra* — Nessuna attività nella baseline in vigore');
  });

  test('how much of the plan the document holds is said once, and not where it holds all', () => {
    const said = '86 dei 100 punti del piano sono in questo documento';
    const whole = textOf(messageOf(planSummary({ weightBps: 10_000 })));
    expect(textOf(messageOf(planSummary())).split(said)).toHaveLength(2);
    expect(whole).not.toContain('sono in questo documento');
    expect(textOf(messageOf(planSummary({ weightBps: 8650 }), 'en'))).toContain(
      '86.5 of the plan’s 100 points are in this document',
    );
  });

  test.each([
    {
      why: 'nobody ever said anything',
      item: oneItem,
      it: 'fine 30/09/2020, mai comunicata',
      en: 'ends 30/09/2020, never reported',
    },
    {
      why: 'said to be blocked, without a figure',
      item: itemOf('1.1.1', { share: null }),
      it: 'fine 30/09/2020, senza un dato',
      en: 'ends 30/09/2020, no figure given',
    },
  ])('what falls due without a figure: $why', ({ item, it, en }) => {
    const summary = structureSummary({ dueSoon: [item] });
    expect(textOf(messageOf(summary))).toContain(it);
    expect(textOf(messageOf(summary, 'en'))).toContain(en);
  });

  test('a figure taken back is told in words too', () => {
    const moved = [itemOf('1.1.1', { share: null })];
    expect(textOf(messageOf(structureSummary({ moved })))).toContain('40,00\u00a0% → *senza un dato*');
  });

  test('a goal, or a structure, that had no figure before says so', () => {
    const before = NOTHING;
    const { goals, structures } = planSummary();
    const summary = planSummary({
      kind: 'INTERIM_REVIEW',
      goals: goals.map((goal) => ({ ...goal, before })),
      structures: structures.map((structure) => ({ ...structure, before })),
    });
    const text = textOf(messageOf(summary));
    expect(text).toContain('*40,00\u00a0%* (senza dato precedente)');
    expect(text).toContain('*nessun dato* (senza dato precedente)');
    expect(text).toContain('*OSRU* — 40,00\u00a0% (senza dato precedente)');
    expect(text).not.toContain('(prima ');
  });

  test('goals stand in a digest, not in the week; what was completed is told once', () => {
    const week = textOf(messageOf(planSummary()));
    const month = textOf(messageOf(planSummary({ kind: 'PLAN_MONTH' })));
    expect(week).not.toContain('*Obiettivi*');
    expect(month).toContain(
      '🔴 *1.1* Innovare i servizi — peso 12,00\u00a0% · *40,00\u00a0%* (prima 33,33\u00a0%)',
    );
    expect(month).toContain('neutralizzato: sospeso per l’emergenza');
    expect(month.match(/Attività 1\.1\.7/g)).toHaveLength(1);
    expect(month).toContain('completata con 5 giorni di ritardo');
  });
});

test.each([
  {
    kind: 'PLAN_WEEK',
    day: '2020-09-18',
    it: 'Riepilogo settimanale del piano',
    en: 'Weekly summary of the plan',
  },
  {
    kind: 'PLAN_MONTH',
    day: '2020-08-31',
    it: 'Riepilogo mensile: agosto 2020',
    en: 'Monthly summary: August 2020',
  },
  {
    kind: 'PLAN_QUARTER',
    day: '2020-06-30',
    it: 'Riepilogo trimestrale: secondo trimestre 2020',
    en: 'Quarterly summary: second quarter of 2020',
  },
  {
    kind: 'INTERIM_REVIEW',
    day: '2020-06-30',
    it: 'Monitoraggio infrannuale al 30/06/2020',
    en: 'Interim review as of 30/06/2020',
  },
] as const)('the title of $kind', ({ kind, day, it, en }) => {
  const summary = planSummary({ kind, day: isoDate(day) });
  for (const [language, title] of [
    ['it', it],
    ['en', en],
  ] as const) {
    expect(messageOf(summary, language).blocks[0]).toMatchObject({ type: 'header', text: { text: title } });
  }
});

describe('a quiet week', () => {
  test('is short: five lines, a sentence, the link', () => {
    const content = messageOf(structureSummary(QUIET), 'it', DASHBOARD);
    expect(content.blocks.map(({ type }) => type)).toEqual([
      'header',
      'context',
      'section',
      'section',
      'context',
    ]);
    expect(textOf(content)).toContain('Settimana tranquilla');
    expect(textOf(messageOf(planSummary({ ...QUIET, completed: [], structures: [] })))).toContain(
      'Settimana tranquilla',
    );
  });

  const week = (parts: Parameters<typeof structureSummary>[0]) =>
    isQuiet(structureSummary({ ...QUIET, ...parts }));
  const planWeek = (parts: Parameters<typeof planSummary>[0]) =>
    isQuietPlanWeek(planSummary({ ...QUIET, completed: [], ...parts }));
  const overdue = (daysLate: number) => itemOf('1.1.3', { health: 'OVERDUE', daysLate });
  const blockedOn = (day: string, daysLate = 0) => ({
    ...BLOCKED,
    lastReportedOn: isoDate(day),
    daysLate,
  });

  test.each([
    { why: 'something moved', parts: { moved: [itemOf('1.1.1')] }, quiet: false },
    { why: 'something falls due', parts: { dueSoon: [itemOf('1.1.1')] }, quiet: false },
    { why: 'late since yesterday', parts: { lateOrBlocked: [overdue(1)] }, quiet: false },
    { why: 'late since the week before, to the day', parts: { lateOrBlocked: [overdue(7)] }, quiet: false },
    { why: 'late for longer', parts: { lateOrBlocked: [overdue(8)] }, quiet: true },
    {
      why: 'one new among the old',
      parts: { lateOrBlocked: [overdue(8), overdue(2)] },
      quiet: false,
    },
    { why: 'blocked this week', parts: { lateOrBlocked: [blockedOn('2020-09-12')] }, quiet: false },
    {
      why: 'blocked since the day compared with',
      parts: { lateOrBlocked: [blockedOn('2020-09-11')] },
      quiet: true,
    },
    {
      why: 'blocked for long, and late this week',
      parts: { lateOrBlocked: [blockedOn('2020-08-03', 3)] },
      quiet: false,
    },
    {
      why: 'spoken of this week, but late for longer',
      parts: { lateOrBlocked: [{ ...overdue(20), lastReportedOn: isoDate('2020-09-17') }] },
      quiet: true,
    },
  ])('$why: $quiet', ({ parts, quiet }) => {
    expect([week(parts), planWeek(parts)]).toEqual([quiet, quiet]);
  });

  test('is one in which the same people still do not answer', () => {
    const { notAnswered } = structureSummary();
    expect(week({ notAnswered })).toBe(true);
    expect(planWeek({})).toBe(true);
  });

  test('of the plan is not one that completed something; and a month never is', () => {
    expect(planWeek({ completed: [itemOf('1.1.1')] })).toBe(false);
    expect(planWeek({ kind: 'PLAN_MONTH', structures: [] })).toBe(false);
  });

  const old = Array.from({ length: 10 }, (_, index) => ({ ...LATE, item: itemOf(`1.1.${index + 1}`).item }));

  test('names what stands as it stood on one line, and lists nothing', () => {
    const { notAnswered } = structureSummary();
    const text = textOf(messageOf(structureSummary({ ...QUIET, lateOrBlocked: old, notAnswered })));
    expect(text).toContain('*Da seguire*: 10 in ritardo, 0 bloccate, 3 senza risposta');
    expect(text.split('\n').at(-1)).toBe(
      'Ancora in ritardo o bloccate: 1.1.1, 1.1.2, 1.1.3, 1.1.4, 1.1.5, 1.1.6, 1.1.7, 1.1.8 e altre 2 (`/arti rischi OSRU`) · Senza risposta: 1.1.4, 1.1.5, 3.2 (`/arti mancanti`)',
    );
    expect(text).not.toContain('Attività');
  });

  test('the same of the plan, in English', () => {
    const quiet = planSummary({ ...QUIET, completed: [], lateOrBlocked: old.slice(0, 2) });
    const text = textOf(messageOf(quiet, 'en'));
    expect(text.split('\n').at(-1)).toBe(
      'Still late or blocked: 1.1.1, 1.1.2 (`/arti risk`) · Answers missing: `/arti missing`',
    );
    expect(text).not.toContain('Attività');
  });
});

describe('the link to the dashboard', () => {
  test.each([
    {
      of: structureSummary(),
      link: `<${DASHBOARD}/structures/OSRU?asOf=2020-09-18|Apri OSRU nella dashboard>`,
    },
    { of: planSummary(), link: `<${DASHBOARD}/?asOf=2020-09-18|Apri il piano nella dashboard>` },
  ])('of $of.kind', ({ of, link }) => {
    expect(textOf(messageOf(of, 'it', DASHBOARD))).toContain(link);
    expect(textOf(messageOf(of))).not.toContain('dashboard');
  });
});

test.each([
  { language: 'it', text: 'In ritardo: era previsto per venerdì 18/09 alle 12:00.' },
  { language: 'en', text: 'Late: it was planned for Friday 18/09 at 12:00.' },
] as const)('a late slot says so: $text', ({ language, text }) => {
  for (const slotted of [structureSummary, planSummary]) {
    expect(textOf(messageOf(slotted({ slot: late }), language))).toContain(text);
    expect(textOf(messageOf(slotted({ slot: { ...late, late: false } }), language))).not.toContain(text);
  }
});
