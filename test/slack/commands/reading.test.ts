/** The commands that list items: what they say, that Slack takes it, and who may ask. */
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../src/domain/actor.ts';
import type { Person } from '../../../src/domain/directory.ts';
import { LANGUAGES, type Language } from '../../../src/messages/language.ts';
import { openCheckIns } from '../../../src/services/open-check-ins.ts';
import type { MessageContent } from '../../../src/slack/blocks/parts.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { findCommand } from '../../../src/slack/commands/index.ts';
import type { Environment } from '../../../src/slack/environment.ts';
import { validateBlocks } from '../../../src/slack-local/blocks/validate.ts';
import {
  ARTI_DIRECTORY,
  openTestContext,
  PLANNING_OFFICE,
  personOf,
  type TestContext,
} from '../../helpers/context.ts';
import { DIREZIONE, LAVORO, OSRU } from '../../helpers/figures.ts';
import { bigPlan, textsOf } from '../../helpers/slack-messages.ts';

async function type(
  context: TestContext,
  text: string,
  { person = personOf('referente.osru'), language = 'it' }: { person?: Person; language?: Language } = {},
): Promise<MessageContent> {
  const [word = '', ...rest] = text.split(' ');
  const command = findCommand(word);
  if (!command) throw new Error(`no command ${word}`);
  // These commands only read: of the environment they use the context and the voice.
  const environment = { context, voice: voiceOf(language), team: 'T1' } as unknown as Environment;
  const content = await command.answer(environment, {
    call: { text, user: 'U1', channel: 'C1', triggerId: '1.2' },
    person,
    actor: actorOf(person),
    word,
    rest: rest.join(' '),
  });
  expect(validateBlocks(content.blocks, 'message')).toEqual([]);
  expect(content.text.trim()).not.toBe('');
  expect(JSON.stringify(content)).not.toMatch(/undefined|\[object|NaN/);
  return content;
}

const shown = ({ blocks }: MessageContent): string => textsOf(blocks).join('\n');

describe('/arti mine', () => {
  test('one’s open items, the overdue ones first, each with its button', async () => {
    const content = await type(await openTestContext(), 'mine');
    const rows = content.blocks.filter((block) => 'accessory' in block && block.accessory);
    expect(rows.length).toBeGreaterThan(2);
    expect(shown(content)).toMatch(/Attività aperte di cui risponde: \d+, in ritardo o bloccate: \d+\./);
    const healths = rows.map((row) => /🔴/.test(JSON.stringify(row)));
    expect(healths.indexOf(false)).toBeGreaterThanOrEqual(healths.filter(Boolean).length);
    expect(JSON.stringify(rows[0])).toContain('"action_id":"item_report"');
  });

  test('of who answers for nothing, that', async () => {
    const { text } = await type(await openTestContext(), 'mie', { person: personOf('dirigente') });
    expect(text).toBe('Non risponde di alcuna attività nella baseline in vigore.');
  });
});

describe('/arti due', () => {
  test.each([
    { why: 'a month unless told', text: 'scadenze', until: '14/10/2020' },
    { why: 'days', text: 'due 10d', until: '24/09/2020' },
    { why: 'weeks, in Italian', text: 'scadenze 2s', until: '28/09/2020' },
  ])('$why', async ({ text, until }) => {
    expect((await type(await openTestContext(), text)).text).toContain(until);
  });

  test('who reports sees their own and how to see all; all is more', async () => {
    const context = await openTestContext();
    const own = await type(context, 'scadenze 120g');
    const all = await type(context, 'scadenze 120g tutto');
    expect(shown(own)).toContain('/arti scadenze 30g tutto');
    expect(shown(all)).not.toContain('/arti scadenze 30g tutto');
    expect(shown(all).length).toBeGreaterThan(shown(own).length);
  });

  test.each(['scadenze presto', 'due 0', 'due 400d', 'due -1'])('refused: %s', async (text) => {
    expect((await type(await openTestContext(), text)).text).toContain('non è un periodo');
  });
});

describe('/arti risk', () => {
  test('counts by kind, worst first, and names the structures', async () => {
    const content = await type(await openTestContext(), 'rischi');
    expect(shown(content)).toMatch(/Dalla più grave – in ritardo: \d+/);
    expect(shown(content)).toContain('Direzione');
  });

  test.each([
    { text: 'risk 1.1', says: /\*1\.1\.\d\*/ },
    { text: 'rischi OSRU', says: /OSRU/ },
    { text: 'rischi 9.9', says: /non esiste/ },
  ])('$text', async ({ text, says }) => {
    expect(shown(await type(await openTestContext(), text))).toMatch(says);
  });
});

describe('/arti diff', () => {
  test('1.1: what was struck through, what stands now, and why', async () => {
    const text = shown(await type(await openTestContext(), 'confronto 1.1'));
    expect(text).toContain('Peso: ~15,00\u00a0%~ → *12,00\u00a0%*');
    expect(text).toContain('Fine: ~31/05/2020~ → *30/09/2020*');
    expect(text).toContain('Motivazione (baseline 1):');
  });

  test('the whole plan conserves its weight', async () => {
    const text = shown(await type(await openTestContext(), 'diff', { language: 'en' }));
    expect(text).toContain('The sum of the weights is conserved: 86.00%.');
  });

  test.each([
    { text: 'confronto 3.3', says: /eliminato[\s\S]*Accorpato in 1\.3/ },
    { text: 'confronto 1.4', says: /inserito[\s\S]*— → \*7,00/ },
    { text: 'confronto 1.1 0 9', says: /non ha una baseline 9/ },
    { text: 'confronto 9.9', says: /non esiste/ },
    { text: 'confronto tutto quanto', says: /Si scrive `\/arti confronto/ },
  ])('$text', async ({ text, says }) => {
    expect(shown(await type(await openTestContext(), text))).toMatch(says);
  });
});

describe('/arti missing', () => {
  test('nobody was asked yet', async () => {
    const content = await type(await openTestContext(), 'mancanti', { person: personOf('programmazione') });
    expect(content.text).toBe('Non è ancora stata inviata alcuna richiesta di aggiornamento.');
  });

  test.each([
    { why: 'their head', gone: ['referente.osru'], says: 'chiesta al responsabile: Responsabile OSRU' },
    { why: 'nobody', gone: ['referente.osru', 'responsabile.osru'], says: 'nessuno a cui chiederla' },
  ])('items without anybody assigned are listed: asked of $why', async ({ gone, says }) => {
    const people = ARTI_DIRECTORY.people.filter(({ key }) => !gone.includes(key));
    const context = await openTestContext({ directory: { ...ARTI_DIRECTORY, people } });
    const text = shown(await type(context, 'missing', { person: personOf('programmazione') }));
    expect(text).toContain('Attività senza un referente');
    expect(text).toContain(says);
  });
});

describe('/arti missing of one structure', () => {
  const OFFICE = personOf('programmazione');
  const asked = async () => {
    const context = await openTestContext();
    await openCheckIns(context, PLANNING_OFFICE);
    return context;
  };

  test.each(['mancanti OSRU', 'mancanti osru', 'missing Settore OSRU'])('%s', async (text) => {
    const shownText = shown(await type(await asked(), text, { person: OFFICE }));
    expect(shownText).toContain('Senza risposta · OSRU');
    expect(shownText).toContain('Referente OSRU');
    expect(shownText).not.toContain('Referente Lavoro');
    expect(shownText).toContain('1 persona non ha ancora risposto.');
  });

  test.each([
    { who: 'programmazione', text: 'mancanti XYZ', says: /La struttura «XYZ» non esiste nel piano/ },
    {
      who: 'responsabile.osru',
      text: 'mancanti DIREZIONE',
      says: /non può vedere chi non ha ancora risposto/,
    },
    { who: 'responsabile.osru', text: 'mancanti OSRU', says: /Senza risposta · OSRU/ },
    { who: 'programmazione', text: 'mancanti', says: /Referente Lavoro/ },
  ])('$who: $text', async ({ who, text, says }) => {
    expect(shown(await type(await asked(), text, { person: personOf(who) }))).toMatch(says);
  });
});

describe('/arti help', () => {
  test('lists only what one’s role may do', async () => {
    const context = await openTestContext();
    const staff = shown(await type(context, 'aiuto'));
    const office = shown(await type(context, 'aiuto', { person: personOf('programmazione') }));
    expect(staff).not.toContain('/arti riepilogo');
    expect(office).toContain('/arti riepilogo ora');
  });

  test('of a command gives examples out of one’s own items', async () => {
    const text = shown(await type(await openTestContext(), 'help update'));
    expect(text).toContain('`/arti aggiorna CODICE DATO [NOTA]`');
    expect(text).toMatch(/\/arti aggiorna 1\.\d\.\d 60% in attesa della firma/);
  });

  test('of what is no command, says so and lists them', async () => {
    expect((await type(await openTestContext(), 'aiuto ballare')).text).toContain('«ballare» non esiste');
  });
});

describe('a plan of a thousand phases is cut, never refused', () => {
  test.each(
    LANGUAGES.flatMap((language) =>
      ['mine', 'due 366', 'due 366 all', 'risk', 'diff', 'missing'].map((text) => ({ language, text })),
    ),
  )('$text ($language)', async ({ language, text }) => {
    const person: Person = { ...personOf('referente.osru'), structures: [DIREZIONE, LAVORO, OSRU] };
    const context = await openTestContext({
      plan: bigPlan((what) => `${what} <b>&${'lungo '.repeat(200)}`),
      directory: { people: [person], channels: [] },
    });
    const content = await type(context, text, { person, language });
    expect(shown(content)).not.toMatch(/<b>/);
  });
});
