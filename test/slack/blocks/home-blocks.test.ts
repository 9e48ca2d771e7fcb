/** The home tab holds within Slack's limits whatever somebody answers for, and every row of it acts. */
import type { HomeView, KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { type Actor, actorOf } from '../../../src/domain/actor.ts';
import { NO_SETTINGS, type PersonSettings } from '../../../src/domain/arrangement.ts';
import { assess } from '../../../src/domain/assess.ts';
import type { CheckIn } from '../../../src/domain/check-in.ts';
import type { ItemCode } from '../../../src/domain/codes.ts';
import { addDays, isoDate } from '../../../src/domain/dates.ts';
import type { Person, Role } from '../../../src/domain/directory.ts';
import { DEFAULT_HEALTH_RULES } from '../../../src/domain/health.ts';
import { SILENCES } from '../../../src/domain/missing.ts';
import { baselineInForce, type Plan } from '../../../src/domain/plan.ts';
import type { PlanFigures } from '../../../src/domain/plan-figures.ts';
import { itemsAtRisk, planItems } from '../../../src/domain/plan-items.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import type { Home } from '../../../src/services/read-home.ts';
import { homeView, refusedHome } from '../../../src/slack/blocks/home-blocks.ts';
import { homePageIn, readItemChoice } from '../../../src/slack/blocks/home-controls.ts';
import { ITEMS_A_PAGE } from '../../../src/slack/blocks/home-items.ts';
import { awayModal, delegateModal, settingsModal } from '../../../src/slack/blocks/home-modals.ts';
import { REPORT_ITEM_ACTION } from '../../../src/slack/blocks/item-list-blocks.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { validateView } from '../../../src/slack-local/blocks/validate.ts';
import { ARTI } from '../../helpers/context.ts';
import {
  assessGoals,
  buildPlan,
  DIREZIONE,
  type Said,
  scheduledGoal,
  standingOf,
} from '../../helpers/figures.ts';
import { bigPlan, saidOfAll, textsOf } from '../../helpers/slack-messages.ts';

const ROLES: readonly Role[] = ['STAFF', 'HEAD', 'MANAGER', 'PLANNING'];
const HOSTILE = `<!channel> & <https://evil.example|qui> *R&D* 👩‍👩‍👧 `;
const longest = (what: string) => `${what} ${HOSTILE.repeat(300)}`.slice(0, 10_000);

function figuresOf(plan: Plan, day: string, said: Said = {}): PlanFigures {
  return assess(plan, baselineInForce(plan, isoDate(day)), standingOf(day, said), DEFAULT_HEALTH_RULES);
}

const personOf = (role: Role, name: string, figures: PlanFigures): Person => ({
  key: 'qualcuno',
  name,
  title: 'Ufficio',
  email: 'qualcuno@example.org',
  role,
  structures: figures.structures.map(({ structure }) => structure.code),
  place: null,
});

const AWAY: PersonSettings = {
  hours: { from: '08:00', to: '24:00' },
  timeZone: 'America/Argentina/Buenos_Aires',
  slackTimeZone: 'Europe/Rome',
  away: { from: isoDate('2020-01-01'), until: isoDate('2020-12-31'), setBy: 'capo' },
};

/** As much of everything as there can be: delegations, people who have not answered, things said. */
function fullHome(role: Role, figures: PlanFigures, name: string): Home {
  const person = personOf(role, name, figures);
  const actor: Actor = actorOf(person);
  const items = planItems(figures);
  const codes = items.map(({ code }) => code);
  const checkIn = checkInOf(person, codes, figures);
  const delegation = (id: number, from: Person, to: Person) => ({
    id,
    item: codes[0] ?? ('1.1.1' as ItemCode),
    from,
    to,
    startsOn: figures.day,
    endsOn: addDays(figures.day, 9),
  });
  const other = { ...person, key: 'altro', name };
  return {
    person,
    actor,
    figures,
    items: items.map((item, index) => ({
      item,
      because: index % 2 === 0 ? 'DELEGATED' : 'HEAD',
      delegatedBy: index % 2 === 0 ? other : null,
    })),
    structures: Array.from({ length: 3 }, () => figures.structures).flat(),
    checkIn: {
      checkIn,
      year: figures.plan.year,
      lines: items.map(({ code, phase, goal }) => ({
        item: code,
        phase,
        goal,
        answer: null,
        answerable: true,
      })),
      closedSince: null,
      snoozedUntil: null,
    },
    said: Array.from({ length: 5 }, (_, index) => ({
      item: '1.1.1' as ItemCode,
      sequence: 9 - index,
      said: { kind: 'BLOCKED', because: name.repeat(20), percentBps: 4_000, units: null },
      reportedOn: figures.day,
      note: name.repeat(20),
      inForce: index > 1,
    })),
    settings: AWAY,
    awaySetBy: other,
    delegations: Array.from({ length: 14 }, (_, index) =>
      index % 2 === 0 ? delegation(index, person, other) : delegation(index, other, person),
    ),
    risks: role === 'MANAGER' || role === 'PLANNING' ? itemsAtRisk(items, figures.day) : null,
    missing:
      role === 'STAFF'
        ? null
        : {
            figures,
            missing: figures.structures.map(({ structure }) => ({
              structure: structure.code,
              answers: SILENCES.map((silence) => ({ person: other, checkIn, items: codes, silence })),
            })),
            orphans: [],
            everAsked: true,
          },
  };
}

const checkInOf = ({ key }: Person, items: readonly ItemCode[], { day }: PlanFigures): CheckIn => ({
  id: `2020-${day}-${key}`,
  person: key,
  openedOn: day,
  closesOn: addDays(day, 4),
  closedOn: null,
  openedAtSequence: 0,
  items,
  owed: null,
  remindedAt: null,
  skipped: null,
});

const bareHome = (role: Role, figures: PlanFigures): Home => ({
  ...fullHome(role, figures, 'Qualcuno'),
  person: { ...personOf(role, 'Qualcuno', figures), structures: [] },
  items: [],
  structures: [],
  checkIn: null,
  said: [],
  settings: NO_SETTINGS,
  awaySetBy: null,
  delegations: [],
  ...(role === 'STAFF' ? {} : { missing: { figures, missing: [], orphans: [], everAsked: false } }),
});

const everything = saidOfAll(
  bigPlan((what) => what),
  '2020-06-01',
  HOSTILE.repeat(40).slice(0, 2_000),
);
const cases = [
  { why: 'ARTI’s plan', figures: figuresOf(ARTI, '2020-09-14') },
  {
    why: 'a thousand phases, nothing said',
    figures: figuresOf(
      bigPlan((what) => what),
      '2020-06-15',
    ),
  },
  {
    why: 'a thousand phases, the longest texts',
    figures: figuresOf(bigPlan(longest), '2020-06-15', everything),
  },
  { why: 'a plan of nothing', figures: figuresOf({ ...buildPlan([]), areas: [] }, '2020-06-15') },
].flatMap((each) =>
  ROLES.flatMap((role) =>
    LANGUAGES.map((language) => ({ ...each, role, language, voice: voiceOf(language) })),
  ),
);

/** What is left of markup when entities and the product's own are taken out. */
const rawMarkup = (text: string): string | undefined => /<|>|&(?!amp;|lt;|gt;)/.exec(text)?.[0];

describe.each(cases)('$why, for a $role in $language', ({ figures, role, voice }) => {
  const pages = [0, 1, 40, 1_000_000];
  const views: readonly HomeView[] = [
    ...pages.map((page) => homeView(fullHome(role, figures, 'Qualcuno'), page, voice)),
    homeView(fullHome(role, figures, longest('nome').slice(0, 500)), 0, voice),
    homeView(bareHome(role, figures), 0, voice),
  ];

  test('Slack takes every page, and what the tab is of people’s texts is escaped', () => {
    for (const view of views) {
      expect(validateView(view, 'home')).toEqual([]);
      expect(JSON.stringify(view).length).toBeLessThan(250_000);
      const mrkdwn = blocksOf(view).filter(({ type }) => type !== 'header');
      for (const shown of textsOf(mrkdwn)) expect(rawMarkup(shown), shown.slice(0, 200)).toBeUndefined();
      for (const shown of textsOf(blocksOf(view))) expect(shown).not.toMatch(/undefined|\[object|NaN|null\b/);
    }
  });

  test('Slack takes every form that is opened from it', () => {
    const about = { home: 3, about: 'x'.repeat(60) };
    const item = planItems(figures)[0];
    const person = personOf(role, longest('nome'), figures);
    for (const modal of [
      settingsModal(NO_SETTINGS, about, voice),
      settingsModal(AWAY, about, voice),
      awayModal(null, figures.day, about, voice),
      awayModal(person, figures.day, about, voice),
      ...(item ? [delegateModal(item, figures.day, about, voice)] : []),
    ]) {
      expect(validateView(modal, 'modal')).toEqual([]);
    }
  });
});

/** Ours are all of kinds that `@slack/types` knows. */
const blocksOf = ({ blocks }: HomeView): readonly KnownBlock[] => blocks as readonly KnownBlock[];

const IT = voiceOf('it');

type Controls = {
  readonly action_id?: string;
  readonly value?: string;
  readonly options?: readonly { value?: string }[];
};

const controlsOf = (view: HomeView): readonly Controls[] =>
  blocksOf(view).flatMap((block): Controls[] => {
    if (block.type === 'actions') return [...block.elements] as Controls[];
    return block.type === 'section' && block.accessory ? [block.accessory as Controls] : [];
  });

const codesOn = (view: HomeView): readonly string[] =>
  controlsOf(view).flatMap(({ options }) => {
    const chosen = readItemChoice(options?.at(-1)?.value ?? '');
    return chosen ? [chosen.item] : [];
  });

describe('the person’s items', () => {
  // One overdue, one blocked, one due soon, one at risk, one never reported, one on track, one that lies ahead, one done.
  const figures = assessGoals(
    [
      scheduledGoal('1.1', 100, [
        { end: '2020-12-31', start: '2020-06-01', weight: 10 },
        { start: '2020-11-01', weight: 10 },
        { end: '2020-06-20', start: '2020-06-01', weight: 10 },
        { end: '2020-12-31', weight: 10 },
        { end: '2020-06-10', weight: 10 },
        { end: '2020-12-31', weight: 10 },
        { end: '2020-12-31', weight: 20 },
        { end: '2020-12-31', weight: 20 },
      ]),
    ],
    '2020-06-15',
    {
      reports: {
        '1.1.3': 75,
        '1.1.4': { percent: 5 },
        '1.1.5': 50,
        '1.1.6': { percent: 45, blockedBecause: 'manca il parere' },
        '1.1.7': { percent: 100, completedOn: '2020-06-01' },
        '1.1.8': 50,
      },
    },
  );
  const home = fullHome('STAFF', figures, 'Qualcuno');
  const view = homeView(home, 0, IT);

  test('stand most urgent first, under what they have in common; what is over or lies ahead is counted', () => {
    expect(codesOn(view)).toEqual(['1.1.5', '1.1.6', '1.1.3', '1.1.4', '1.1.1', '1.1.8']);
    const heads = textsOf(blocksOf(view)).filter((text) => /^\*[^*]+\* \(\d+\)$/.test(text));
    expect(heads).toEqual([
      '*In ritardo* (1)',
      '*Bloccate* (1)',
      '*In scadenza* (1)',
      '*A rischio* (1)',
      '*Mai comunicate* (1)',
      '*In linea* (1)',
    ]);
    expect(textsOf(blocksOf(view))).toContain('1 completata · 1 non ancora avviata');
  });

  test('each has its last value, deadline and health, and says who delegated it', () => {
    const row = textsOf(blocksOf(view)).find((text) => text.startsWith('*1.1.5*'));
    expect(row).toContain('Ultimo dato: 50,00');
    expect(row).toContain('fine 10/06/2020');
    expect(row).toContain('🔴 in ritardo');
    expect(row).toContain('delegata da Qualcuno');
  });

  test('each can be reported on, and offers what makes sense of it', () => {
    const choices = (item: string) =>
      controlsOf(view)
        .flatMap(({ options }) => options ?? [])
        .flatMap(({ value }) => readItemChoice(value ?? '') ?? [])
        .filter((chosen) => chosen.item === item)
        .map(({ choice, year, sequence }) => `${choice} ${year} ${sequence}`);
    expect(choices('1.1.5')).toEqual([
      'UNCHANGED 2020 1',
      'DONE 2020 1',
      'HISTORY 2020 1',
      'EXPLAIN 2020 1',
      'DELEGATE 2020 1',
    ]);
    // Of what was never said nothing is unchanged.
    expect(choices('1.1.1')).toEqual(['DONE 2020 0', 'HISTORY 2020 0', 'EXPLAIN 2020 0', 'DELEGATE 2020 0']);
    const reports = controlsOf(view).filter(({ action_id }) => action_id === REPORT_ITEM_ACTION);
    expect(reports.map(({ value }) => value)).toEqual(expect.arrayContaining([...codesOn(view)]));
  });

  test('every row of it acts: beside each section stands a control, or below it', () => {
    const without = blocksOf(view).filter(
      (block, index) =>
        block.type === 'section' && !block.accessory && blocksOf(view)[index + 1]?.type !== 'actions',
    );
    expect(without).toEqual([]);
  });
});

describe('the pages', () => {
  const figures = figuresOf(
    bigPlan((what) => what),
    '2020-06-15',
  );
  const home = fullHome('STAFF', figures, 'Qualcuno');
  const pageOf = (page: number) => homeView(home, page, IT);

  test('together show each open item once', () => {
    const last = Math.ceil(1_000 / ITEMS_A_PAGE) - 1;
    const shown = Array.from({ length: last + 1 }, (_, page) => codesOn(pageOf(page))).flat();
    expect(shown).toHaveLength(1_000);
    expect(new Set(shown).size).toBe(1_000);
  });

  test.each([
    { why: 'the first', page: 0, kept: 0, text: 'Attività 1–12 di 1000', buttons: ['1'] },
    { why: 'one between', page: 2, kept: 2, text: 'Attività 25–36 di 1000', buttons: ['1', '3'] },
    { why: 'the last', page: 83, kept: 83, text: 'Attività 997–1000 di 1000', buttons: ['82'] },
    { why: 'beyond the last', page: 500, kept: 83, text: 'Attività 997–1000 di 1000', buttons: ['82'] },
  ])('$why', ({ page, kept, text, buttons }) => {
    const view = pageOf(page);
    expect(textsOf(blocksOf(view))).toContain(text);
    const turning = controlsOf(view).filter(({ action_id }) =>
      /^home_(previous|next)$/.test(action_id ?? ''),
    );
    expect(turning.map(({ value }) => value)).toEqual(buttons);
    expect(homePageIn(view.private_metadata ?? '')).toBe(kept);
  });
});

test.each([
  { why: 'as it was drawn', metadata: '{"page":4,"day":"2020-09-14"}', today: null, page: 4 },
  { why: 'on the same day', metadata: '{"page":4,"day":"2020-09-14"}', today: '2020-09-14', page: 4 },
  { why: 'on another day', metadata: '{"page":4,"day":"2020-09-14"}', today: '2020-09-15', page: 0 },
  { why: 'a first time', metadata: '', today: '2020-09-15', page: 0 },
  { why: 'something else', metadata: '{"page":-1}', today: null, page: 0 },
])('the page of a home tab $why is $page', ({ metadata, today, page }) => {
  expect(homePageIn(metadata, today === null ? null : isoDate(today))).toBe(page);
});

describe('by role', () => {
  const figures = figuresOf(ARTI, '2020-09-14');
  const headersOf = (home: Home) =>
    blocksOf(homeView(home, 0, IT)).flatMap((block) => (block.type === 'header' ? [block.text.text] : []));

  test.each([
    { role: 'STAFF', heads: ['Le mie attività aperte', 'Le mie strutture'] },
    { role: 'HEAD', heads: ['Le mie attività aperte', 'Senza risposta', 'Le mie strutture'] },
    {
      role: 'MANAGER',
      heads: [
        'Le mie attività aperte',
        'Il piano',
        'Attività a rischio',
        'Senza risposta',
        'Le mie strutture',
      ],
    },
    {
      role: 'PLANNING',
      heads: [
        'Le mie attività aperte',
        'Il piano',
        'Attività a rischio',
        'Senza risposta',
        'Le mie strutture',
      ],
    },
  ] as const)('$role with everything', ({ role, heads }) => {
    expect(headersOf(fullHome(role, figures, 'Ada'))).toEqual([
      'Buongiorno, Ada',
      ...heads,
      'Le mie ultime comunicazioni',
      'Le mie impostazioni',
    ]);
  });

  test.each([
    { role: 'MANAGER', heads: ['Il piano', 'Attività a rischio', 'Senza risposta', 'Le mie impostazioni'] },
    {
      role: 'STAFF',
      heads: ['Le mie attività aperte', 'Le mie ultime comunicazioni', 'Le mie impostazioni'],
    },
  ] as const)('$role who answers for nothing', ({ role, heads }) => {
    expect(headersOf(bareHome(role, figures))).toEqual(['Buongiorno, Qualcuno', ...heads]);
  });

  test('a head reports in the place of who has not answered, a manager does not', () => {
    const menus = (role: Role) => {
      const home = fullHome(role, figures, 'Ada');
      const mine = { ...home, person: { ...home.person, structures: [DIREZIONE] } };
      return controlsOf(homeView(mine, 0, IT)).filter(({ action_id }) => action_id === 'home_missing');
    };
    expect(menus('HEAD').length).toBeGreaterThan(0);
    expect(menus('HEAD')[0]?.options?.map(({ value }) => value)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^REPORT\/1\./), 'AWAY/altro']),
    );
    expect(menus('MANAGER')).toEqual([]);
  });
});

test.each(LANGUAGES)('who is not let in is told whom to ask, in %s', (language) => {
  const view = refusedHome(
    { code: 'UNKNOWN_PERSON', given: 'U1', contacts: ['Ufficio <programmazione>'] },
    voiceOf(language),
  );
  expect(validateView(view, 'home')).toEqual([]);
  expect(textsOf(blocksOf(view)).join(' ')).toContain('Ufficio &lt;programmazione&gt;');
});
