/** What who heads a structure reads of questions without an answer. */
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import type { EscalationView } from '../../../src/services/read-escalation.ts';
import { escalationMessage } from '../../../src/slack/blocks/escalation-blocks.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { blockTextLength, MAX_BLOCK_TEXT, validateBlocks } from '../../../src/slack-local/blocks/validate.ts';
import { phaseCodeOf, structureCode } from '../../helpers/figures.ts';
import { textsOf } from '../../helpers/slack-messages.ts';

type Person = EscalationView['people'][number];

const person = (parts: Partial<Person> = {}): Person => ({
  name: 'Anna Rossi',
  askedOn: isoDate('2020-09-14'),
  awayUntil: null,
  items: [{ code: phaseCodeOf('1.1.3'), title: 'Avviso pubblico' }],
  ...parts,
});

const view = (parts: Partial<EscalationView> = {}): EscalationView => ({
  structure: structureCode('OSRU'),
  structureName: 'Settore OSRU',
  day: isoDate('2020-09-17'),
  late: null,
  people: [person()],
  ...parts,
});

const AWAY = person({ name: 'Bruno Bianchi', awayUntil: isoDate('2020-09-25') });
const LATE = '2020-09-17T13:00:00.000Z';

describe('in Italian', () => {
  const it = voiceOf('it');
  test('who, since when, what, and what can be done', () => {
    const { text, blocks } = escalationMessage(view(), it);
    expect(text).toBe('Settore OSRU: 1 attività attende ancora una risposta.');
    expect(textsOf(blocks)).toEqual([
      'Richieste senza risposta · Settore OSRU',
      'Settore OSRU: 1 attività attende ancora una risposta.',
      '*Anna Rossi* — richiesta del 14/09/2020\n• *1.1.3* Avviso pubblico',
      'La situazione aggiornata è in `/arti mancanti`. Per far rispondere qualcun altro: `/arti delega 1.1.3 da @nome a @nome fino al 01/10/2020`.',
    ]);
  });

  test('an item that two were asked about counts once; who is away is said to be', () => {
    const { text, blocks } = escalationMessage(
      view({
        people: [
          person(),
          { ...AWAY, items: [...AWAY.items, { code: phaseCodeOf('1.1.4'), title: 'Circolare' }] },
        ],
      }),
      it,
    );
    expect(text).toBe('Settore OSRU: 2 attività attendono ancora una risposta, da parte di 2 persone.');
    expect(textsOf(blocks)[3]).toBe(
      '*Bruno Bianchi* — richiesta del 14/09/2020, assente fino al 25/09/2020\n• *1.1.3* Avviso pubblico\n• *1.1.4* Circolare',
    );
  });

  test('that it is late, by the clocks of Rome', () => {
    expect(textsOf(escalationMessage(view({ late: LATE }), it).blocks)[2]).toBe(
      'Questo avviso arriva in ritardo: era previsto per giovedì 17/09/2020 alle 15:00.',
    );
  });
});

test('in English', () => {
  const { blocks } = escalationMessage(view({ late: LATE, people: [person(), AWAY] }), voiceOf('en'));
  expect(textsOf(blocks)).toEqual([
    'Check-ins not answered · Settore OSRU',
    'Settore OSRU: 1 item still waits for an answer.',
    'This notice comes late: it was planned for Thursday 17/09/2020 at 15:00.',
    '*Anna Rossi* — asked on 14/09/2020\n• *1.1.3* Avviso pubblico',
    '*Bruno Bianchi* — asked on 14/09/2020, away until 25/09/2020\n• *1.1.3* Avviso pubblico',
    '`/arti missing` shows how it stands. To have somebody else answer: `/arti delegate 1.1.3 from @name to @name until 01/10/2020`.',
  ]);
});

describe.each(LANGUAGES)('%s: Slack takes it', (language) => {
  const HOSTILE = '<!channel> & <https://evil.example|qui> *R&D* `x` '.repeat(200);
  const items = (count: number, title: string) =>
    Array.from({ length: count }, (_, index) => ({ code: phaseCodeOf(`1.${index + 1}.1`), title }));
  test.each([
    { why: 'nobody', shown: view({ people: [] }) },
    { why: 'one person', shown: view() },
    { why: 'late, two people', shown: view({ late: LATE, people: [person(), AWAY] }) },
    {
      why: 'two hundred people',
      shown: view({ people: Array(200).fill(person({ items: items(8, 'Fase') })) }),
    },
    {
      why: 'three hundred items of one person',
      shown: view({ people: [person({ items: items(300, 'Fase') })] }),
    },
    {
      why: 'the longest texts, all of it markup',
      shown: view({
        structureName: HOSTILE,
        late: LATE,
        people: Array(60).fill(person({ name: HOSTILE.slice(0, 200), items: items(20, HOSTILE) })),
      }),
    },
  ])('$why', ({ shown }) => {
    const { text, blocks } = escalationMessage(shown, voiceOf(language));
    expect(validateBlocks(blocks, 'message')).toEqual([]);
    expect(blockTextLength(blocks)).toBeLessThanOrEqual(MAX_BLOCK_TEXT);
    expect(text.length).toBeLessThanOrEqual(4000);
    for (const each of [text, ...textsOf(blocks.filter(({ type }) => type !== 'header'))]) {
      expect(each).not.toContain('<!channel>');
    }
  });

  test('no percentages: nobody is judged by it', () => {
    const { text, blocks } = escalationMessage(view({ people: [person(), AWAY] }), voiceOf(language));
    expect(`${text}${JSON.stringify(blocks)}`).not.toContain('%');
  });

  test('what does not fit is counted', () => {
    const { blocks } = escalationMessage(
      view({ people: [...Array(60).fill(person()), person({ items: items(30, 'Fase') })] }),
      voiceOf(language),
    );
    const texts = textsOf(blocks);
    expect(texts.at(-2)).toMatch(/altre 1\d persone|1\d more people/);
    const { blocks: few } = escalationMessage(
      view({ people: [person({ items: items(30, 'Fase') })] }),
      voiceOf(language),
    );
    expect(textsOf(few)[2]).toMatch(/altre 18 attività|18 more items/);
  });
});
