/** Whatever the plan and the people, Slack takes every answer about who answers for what, and every card. */
import { describe, expect, test } from 'vitest';
import { answerersOf, orphansOf } from '../../../src/domain/answerers.ts';
import { assess } from '../../../src/domain/assess.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import type { Person } from '../../../src/domain/directory.ts';
import { DEFAULT_HEALTH_RULES } from '../../../src/domain/health.ts';
import { openItems } from '../../../src/domain/open-items.ts';
import { baselineInForce, type Plan } from '../../../src/domain/plan.ts';
import { planItems } from '../../../src/domain/plan-items.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import {
  assignedMessage,
  delegationsMessage,
  orphansMessage,
  structureChangedMessage,
  structureMessage,
} from '../../../src/slack/blocks/arranging-blocks.ts';
import { itemCard } from '../../../src/slack/blocks/card-blocks.ts';
import type { MessageContent } from '../../../src/slack/blocks/parts.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { blockTextLength, MAX_BLOCK_TEXT, validateBlocks } from '../../../src/slack-local/blocks/validate.ts';
import { ARTI } from '../../helpers/context.ts';
import {
  buildGoal,
  buildIndicator,
  buildPlan,
  measuredRatio,
  neutralisedFrom,
  scheduledGoal,
  standingOf,
  unattachedGoal,
} from '../../helpers/figures.ts';
import { bigPlan, textsOf } from '../../helpers/slack-messages.ts';

const HOSTILE = `<!channel> & <https://evil.example|qui> *R&D* _x_ \`y\` 👩‍👩‍👧 `;
const longest = (what: string) => `${what} ${HOSTILE.repeat(300)}`.slice(0, 10_000);
const DAY = isoDate('2020-06-15');

const oddities = buildPlan([
  buildGoal('1.1', 10, { indicator: buildIndicator({ measure: 'VALUE', unit: longest('euro') }) }),
  buildGoal('1.2', 10, { indicator: buildIndicator({ targets: [] }) }),
  buildGoal('1.3', 10, { neutralised: neutralisedFrom('2020-01-01') }),
  unattachedGoal('1.4', 10),
  scheduledGoal('1.5', 10, [{ neutralised: neutralisedFrom('2020-01-01') }, { start: '2020-12-01' }]),
  scheduledGoal('1.6', 10, [{ description: { unknown: 'non riportato' }, output: { unknown: 'idem' } }]),
]);

const cases: readonly { readonly why: string; readonly plan: Plan; readonly crowd: number }[] = [
  { why: 'ARTI’s plan, nobody', plan: ARTI, crowd: 0 },
  { why: 'ARTI’s plan, two people', plan: ARTI, crowd: 2 },
  { why: 'goals of every kind', plan: oddities, crowd: 3 },
  { why: 'a thousand phases, the longest texts, a crowd', plan: bigPlan(longest), crowd: 300 },
];

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function messagesOf(plan: Plan, crowd: number, language: (typeof LANGUAGES)[number]) {
  const voice = voiceOf(language);
  const standing = standingOf(DAY, { measurements: [measuredRatio('3.1', '8006/20015', '2020-06-01')] });
  const figures = assess(plan, baselineInForce(plan, DAY), standing, DEFAULT_HEALTH_RULES);
  const structures = plan.structures.map(({ code }) => code);
  const people = Array.from(
    { length: crowd },
    (_, index): Person => ({
      key: `p${index}`,
      name: longest(`Nome ${index}`),
      title: longest('Titolo'),
      email: `p${index}@arti.example`,
      role: index % 2 === 0 ? 'HEAD' : 'STAFF',
      structures,
      place: null,
    }),
  );
  const arrangements = { assignments: [], delegations: [], settings: new Map() };
  const items = planItems(figures);
  const open = openItems(figures);
  const answered = items.map(({ code, structures: own }) => ({
    code,
    structures: own,
    title: longest(code),
    answerers: answerersOf({ code, structures: own }, people, arrangements, DAY),
  }));
  const goals = figures.goals.map(({ goal }) => goal.code);
  const heads = people.filter(({ role }) => role === 'HEAD');
  const orphans = orphansOf(open, heads, arrangements);
  const delegations = people.slice(1).flatMap((to, index) => {
    const [from] = people;
    const item = items[index]?.code;
    return from && item ? [{ item, from, to, startsOn: DAY, endsOn: DAY }] : [];
  });
  const changed = people.map((after, index) => ({
    wish: (['ADD', 'HEAD', 'NOT_HEAD', 'REMOVE'] as const)[index % 4] ?? 'ADD',
    before: index % 3 === 0 ? null : after,
    after: { ...after },
  }));
  return [
    ['assigned', assignedMessage({ items: answered, goals, changed: 3, repeated: false }, 'CHANGE', voice)],
    [
      'asked',
      assignedMessage({ items: answered, goals: [], changed: 0, repeated: false }, 'QUESTION', voice),
    ],
    ['orphans', orphansMessage({ figures, orphans, own: true }, voice)],
    ['no orphans', orphansMessage({ figures, orphans: [], own: false }, voice)],
    ['delegations', delegationsMessage('Deleghe', delegations, [{ item: '1.1.1', why: HOSTILE }], voice)],
    ...plan.structures.flatMap((structure): (readonly [string, MessageContent])[] => [
      [
        `structure ${structure.code}`,
        structureMessage(
          {
            figures,
            structure,
            channel: null,
            heads,
            members: people.filter(({ role }) => role !== 'HEAD'),
            open,
            orphans,
          },
          true,
          voice,
        ),
      ],
      [
        `structure ${structure.code} changed`,
        structureChangedMessage(
          { structure, people: changed, channelWas: null, repeated: crowd === 0 },
          { name: 'canale' },
          voice,
        ),
      ],
    ]),
    ...figures.goals
      .slice(0, 40)
      .flatMap((goal): (readonly [string, MessageContent])[] => [
        [`card of ${goal.goal.code}`, itemCard({ figures, kind: 'GOAL', goal }, voice)],
        ...goal.phases
          .slice(0, 5)
          .map(
            (phase) =>
              [`card of ${phase.phase.code}`, itemCard({ figures, kind: 'PHASE', phase }, voice)] as const,
          ),
      ]),
  ] as const;
}

const inBoth = cases.flatMap((each) => LANGUAGES.map((language) => ({ ...each, language })));

describe.each(inBoth)('$why, in $language', ({ plan, crowd, language }) => {
  const messages = messagesOf(plan, crowd, language);

  test('every message is accepted, and has a text', () => {
    expect(messages.length).toBeGreaterThan(6);
    for (const [name, { text, blocks }] of messages) {
      expect(validateBlocks(blocks, 'message'), name).toEqual([]);
      expect(blockTextLength(blocks), name).toBeLessThanOrEqual(MAX_BLOCK_TEXT);
      expect(text.trim(), name).not.toBe('');
    }
  });

  test('markup of people and plans is escaped, emoji are whole, nothing shows through of the code', () => {
    for (const [name, { text, blocks }] of messages) {
      for (const shown of [text, ...textsOf(blocks.filter(({ type }) => type !== 'header'))]) {
        expect(/<|>|&(?!amp;|lt;|gt;)/.exec(shown)?.[0], `${name}: ${shown.slice(0, 200)}`).toBeUndefined();
        expect(shown, name).not.toMatch(LONE_SURROGATE);
        expect(shown, name).not.toMatch(/undefined|\[object|NaN|null\b/);
      }
    }
  });
});

test('a card tells the whole in a few lines', () => {
  const figures = assess(ARTI, baselineInForce(ARTI, DAY), standingOf(DAY, {}), DEFAULT_HEALTH_RULES);
  const [goal] = figures.goals;
  const phase = goal?.phases[1];
  if (!goal || !phase) throw new Error('no phase');
  expect(textsOf(itemCard({ figures, kind: 'PHASE', phase }, voiceOf('it')).blocks)).toMatchInlineSnapshot(`
    [
      "*Fase 1.1.2* Aggiornamento della programmazione del fabbisogno del personale di ARTI 2020 – 2022",
      "Obiettivo 1.1: Consolidamento del riordino istituzionale per la gestione operativa dei servizi per l'impiego e delle politiche attive del lavoro",
      "*Avanzamento*
    0,00 %
    atteso 0,00 % a scadenza, 91,76 % lineare",
      "*Stato*
    💤 senza notizie recenti",
      "*Fine*
    30/06/2020",
      "*Strutture*
    Direzione, Direzione regionale Lavoro, Settore regionale Organizzazione e Sviluppo Risorse Umane (OSRU)",
      "Per saperne di più: \`/arti stato 1.1.2\`.",
    ]
  `);
  expect(textsOf(itemCard({ figures, kind: 'GOAL', goal }, voiceOf('en')).blocks)).toMatchInlineSnapshot(`
    [
      "*Goal 1.1* Consolidamento del riordino istituzionale per la gestione operativa dei servizi per l'impiego e delle politiche attive del lavoro",
      "*Progress*
    0.00%
    planned 55.00% by deadline, 80.15% linear",
      "*Health*
    🔴 overdue",
      "*End*
    31/12/2020",
      "*Structures*
    Direzione",
      "More: \`/arti status 1.1\`.",
    ]
  `);
});
