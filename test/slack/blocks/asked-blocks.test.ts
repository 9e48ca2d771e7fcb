/** What `/arti checkin now` answers: who was asked, and who was not and why. */
import { describe, expect, test } from 'vitest';
import type { CheckIn } from '../../../src/domain/check-in.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import type { Person } from '../../../src/domain/directory.ts';
import type { OpenedCheckIns } from '../../../src/domain/open-check-ins.ts';
import { askedMessage } from '../../../src/slack/blocks/asked-blocks.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { validateBlocks } from '../../../src/slack-local/blocks/validate.ts';
import { personOf } from '../../helpers/context.ts';

const named = (name: string): Person => ({ ...personOf('referente.osru'), name });

const round = (parts: Partial<OpenedCheckIns>): OpenedCheckIns => ({
  opened: [] as readonly CheckIn[],
  closed: [],
  asked: [],
  waiting: [],
  askedToday: [],
  snoozed: [],
  away: [],
  onHoliday: [],
  recentlyReported: [],
  unreachable: [],
  nothingToAsk: [],
  ...parts,
});

const EVERYTHING = round({
  asked: [named('Anna'), named('Bruno')],
  waiting: [{ person: named('Carla'), at: '2020-09-15T06:30:00.000Z' }],
  askedToday: [named('Dino')],
  snoozed: [{ person: named('Dora'), at: '2020-09-18T07:00:00.000Z' }],
  away: [{ person: named('Elsa'), until: isoDate('2020-09-20') }],
  onHoliday: [
    { person: named('Fabio'), holiday: 'San Giovanni' },
    { person: named('Gina'), holiday: null },
  ],
  recentlyReported: [named('Ivo')],
  unreachable: [named('Lia')],
  nothingToAsk: [named('Marco & figli')],
});

describe('each by name, with why', () => {
  test('in Italian', () => {
    expect(askedMessage(EVERYTHING, voiceOf('it')).text.split('\n')).toEqual([
      'Richieste di aggiornamento in invio a 2 persone.',
      'Destinatari: Anna, Bruno.',
      'In attesa del loro orario: Carla (15/09/2020, ore 08:30).',
      'Hanno rimandato una richiesta ancora aperta: Dora (al 18/09/2020, ore 09:00).',
      'Assenti: Elsa (fino al 20/09/2020).',
      'In un giorno non lavorativo: Fabio (San Giovanni), Gina (fine settimana).',
      'Hanno già comunicato nei giorni scorsi: Ivo.',
      'Già interpellate oggi: Dino.',
      'Non raggiungibili nei prossimi giorni: Lia.',
      'Nulla di aperto per: Marco &amp; figli.',
    ]);
  });

  test('in English', () => {
    expect(askedMessage(EVERYTHING, voiceOf('en')).text.split('\n')).toMatchObject({
      1: 'To: Anna, Bruno.',
      2: 'Waiting for their hours: Carla (15/09/2020 at 08:30).',
      3: 'Have snoozed a check-in that is still open: Dora (until 18/09/2020, 09:00).',
      4: 'Away: Elsa (until 20/09/2020).',
      5: 'On a non-working day: Fabio (San Giovanni), Gina (weekend).',
      6: 'Have reported in the last days: Ivo.',
      8: 'Out of reach in the next days: Lia.',
    });
  });

  test('nobody now', () => {
    const waiting = [{ person: named('Carla'), at: '2020-09-15T06:30:00.000Z' }];
    expect(askedMessage(round({ waiting }), voiceOf('it')).text.split('\n')).toEqual([
      'Per ora nessuna richiesta è in invio.',
      'In attesa del loro orario: Carla (15/09/2020, ore 08:30).',
    ]);
  });
});

test('a thousand people fit, and the others are counted', () => {
  const many = Array.from({ length: 1_000 }, (_, index) =>
    named(`Persona dal nome molto lungo numero ${index}`),
  );
  const content = askedMessage(round({ asked: many, nothingToAsk: many }), voiceOf('it'));
  expect(content.text).toContain('altre 970 persone');
  expect(validateBlocks(content.blocks, 'message')).toEqual([]);
});
