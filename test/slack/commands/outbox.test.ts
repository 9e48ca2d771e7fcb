/** `/arti outbox`: what was not delivered, in words, and what a person may do about it. */
import { describe, expect, test } from 'vitest';
import type { Destination } from '../../../src/domain/notice.ts';
import type { Language } from '../../../src/messages/language.ts';
import { deliverOutbox, type Settlement } from '../../../src/services/outbox.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { outboxCommand } from '../../../src/slack/commands/outbox.ts';
import { actor, openTestContext, PLANNING_OFFICE, personOf } from '../../helpers/context.ts';
import { decision } from '../../store/support.ts';

const SETTLEMENTS: Readonly<Record<string, Settlement>> = {
  one: { outcome: 'DEAD', error: 'is_archived' },
  two: { outcome: 'DOUBTFUL', error: 'missing_scope' },
  three: { outcome: 'DEAD', error: 'never_heard_of' },
};
const DESTINATIONS: Readonly<Record<string, Destination>> = {
  one: { kind: 'CHANNEL', name: 'osru' },
  two: { kind: 'PERSON', person: 'programmazione' },
  three: { kind: 'CONVERSATION', channel: 'C0X<&>', threadTs: null },
};

async function start({ language = 'it', empty = false }: { language?: Language; empty?: boolean } = {}) {
  const context = await openTestContext();
  const ids = new Map<string, number>();
  for (const [key, destination] of Object.entries(empty ? {} : DESTINATIONS)) {
    const notice = { kind: 'KEPT_AFTER_DELETION', items: [] } as const;
    await context.store.commit(decision(context.planId, { outbox: () => [{ key, destination, notice }] }));
  }
  await deliverOutbox(context, async ({ id, key }) => {
    ids.set(key, id);
    return SETTLEMENTS[key] ?? { outcome: 'NOTHING_TO_SEND' };
  });
  let commands = 0;
  const environment = {
    context,
    voice: voiceOf(language),
    client: null as never,
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    team: 'T1',
    charts: null as never,
  };
  return {
    idOf: (key: string) => ids.get(key) ?? 0,
    states: () => context.messages().map(({ key, state }) => `${key} ${state}`),
    type: async (rest: string, { triggerId = `t${++commands}`, as = PLANNING_OFFICE } = {}) => {
      const call = { text: `outbox ${rest}`, user: 'U1', channel: 'C1', triggerId };
      const person = personOf('programmazione');
      const answer = await outboxCommand.answer(environment, {
        call,
        person,
        actor: as,
        word: 'outbox',
        rest,
      });
      return JSON.stringify(answer);
    },
  };
}

describe('the list', () => {
  test('has two groups, each message with number, day, kind, receiver, reason and code', async () => {
    const { type, idOf } = await start();
    const said = await type('');
    expect(said).toMatch(
      /\*Di un messaggio non si è potuto accertare.*\*2 messaggi non sono stati consegnati/s,
    );
    expect(said).toContain(`n. ${idOf('one')} · 14/09/2020`);
    expect(said).toContain('avviso dopo la cancellazione di un messaggio → #osru');
    expect(said).toContain('il canale è archiviato (is_archived)');
    expect(said).toContain(`→ ${personOf('programmazione').name}`);
    expect(said).toContain('C0X&lt;&amp;&gt;');
    expect(said).toContain('non è stato possibile inviarlo (never_heard_of)');
  });

  test.each([
    { language: 'it', resend: 'consegne rinvia', dismiss: 'consegne archivia' },
    { language: 'en', resend: 'outbox resend', dismiss: 'outbox dismiss' },
  ] as const)('what may be typed names a number that was refused, in $language', async (each) => {
    const { type, idOf } = await start(each);
    const said = await type('');
    expect(said).toContain(`\`/arti ${each.resend} ${idOf('one')}\``);
    expect(said).toContain(`\`/arti ${each.dismiss} ${idOf('one')}\``);
  });

  test('with nothing but doubtful ones, one of those', async () => {
    const { type, idOf } = await start();
    for (const key of ['one', 'three']) await type(`dismiss ${idOf(key)}`);
    expect(await type('')).toContain(`\`/arti consegne archivia ${idOf('two')}\``);
  });

  test('no number where there is none', async () => {
    const { type } = await start({ empty: true });
    expect(await type('resend abc')).toContain('dell’elenco, che è vuoto');
  });

  test('in English', async () => {
    expect(await (await start({ language: 'en' })).type('')).toContain(
      'the channel is archived (is_archived)',
    );
  });

  test('empty', async () => {
    expect(await (await start({ empty: true })).type('')).toContain('Tutti i messaggi sono stati consegnati');
  });
});

describe('typed', () => {
  test.each([
    { rest: 'resend', states: ['one PENDING', 'two DOUBTFUL', 'three PENDING'], says: '2 messaggi' },
    { rest: 'RINVIA', states: ['one PENDING', 'two DOUBTFUL', 'three PENDING'], says: '2 messaggi' },
    { rest: 'resend one', states: ['one PENDING', 'two DOUBTFUL', 'three DEAD'], says: 'Un messaggio' },
    { rest: 'rinvia two', states: ['one DEAD', 'two PENDING', 'three DEAD'], says: 'due volte' },
    { rest: 'dismiss one', states: ['one DROPPED', 'two DOUBTFUL', 'three DEAD'], says: 'tolto dall’elenco' },
    { rest: 'archivia two', states: ['one DEAD', 'two DROPPED', 'three DEAD'], says: 'tolto dall’elenco' },
  ])('$rest → $says', async ({ rest, states, says }) => {
    const started = await start();
    const typed = rest.replace(/one|two/, (key) => String(started.idOf(key)));
    expect(await started.type(typed)).toContain(says);
    expect(started.states()).toEqual(states);
  });

  test.each([
    {
      why: 'a number that is not listed',
      rest: 'resend 999',
      says: /999 non è nell’elenco. Si accettano: \d+, \d+, \d+/,
    },
    {
      why: 'no number',
      rest: 'archivia <tutti>',
      says: /«&lt;tutti&gt;» non è un numero: si indica quello di un messaggio dell’elenco. Si accettano: \d+, \d+, \d+/,
    },
    { why: 'no number to be sent again', rest: 'resend abc', says: /«abc» non è un numero/ },
    {
      why: 'a number beyond all',
      rest: 'resend 12345678901',
      says: /n. 12345678901 non è nell’elenco. Si accettano/,
    },
    { why: 'something else', rest: 'elimina', says: /\/arti consegne \[rinvia/ },
    { why: 'nothing to be taken off', rest: 'archivia', says: /\/arti consegne \[rinvia/ },
  ])('$why is refused, and what is accepted is said', async ({ rest, says }) => {
    const { type, states } = await start();
    const before = states();
    expect(await type(rest)).toMatch(says);
    expect(states()).toEqual(before);
  });

  test('delivered again, it has no second effect', async () => {
    const { type, states, idOf } = await start();
    await type(`resend ${idOf('two')}`, { triggerId: 'same' });
    const before = states();
    expect(await type(`resend ${idOf('two')}`, { triggerId: 'same' })).toContain('già stata eseguita');
    expect(states()).toEqual(before);
  });

  test('by whoever may not', async () => {
    const { type, states } = await start();
    const before = states();
    for (const rest of ['', 'resend', 'resend 1', 'dismiss 1']) {
      expect(await type(rest, { as: actor('HEAD', 'OSRU') })).not.toContain('osru');
    }
    expect(states()).toEqual(before);
  });
});
