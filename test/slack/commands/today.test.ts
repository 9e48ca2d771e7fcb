/** `/arti today`: the day, and what the schedule did when it was moved. */
import { expect, test } from 'vitest';
import { actorOf } from '../../../src/domain/actor.ts';
import { defaultSchedule } from '../../../src/domain/schedule/schedule.ts';
import type { Language } from '../../../src/messages/language.ts';
import { createSimulatedClock } from '../../../src/services/clock.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { todayCommand } from '../../../src/slack/commands/today.ts';
import type { Environment } from '../../../src/slack/environment.ts';
import { openTestContext, personOf, TODAY } from '../../helpers/context.ts';
import { decision } from '../../store/support.ts';

type Case = {
  readonly why: string;
  /** Of Rome, by the machine's clock. */
  readonly time?: string;
  readonly schedules?: boolean;
  readonly language?: Language;
  readonly rest: string;
  readonly is: readonly string[];
};

const cases: readonly Case[] = [
  { why: 'the day', rest: '', is: ['Oggi è lunedì 14/09/2020 (giorno simulato).'] },
  {
    why: 'nothing fell due',
    rest: '14/09/2020',
    time: '08:00',
    is: ['Il giorno è ora lunedì 14/09/2020 (simulato).', 'Dal calendario: nessun invio eseguito.'],
  },
  {
    why: 'on time',
    rest: '14/09/2020',
    time: '09:35',
    is: ['Il giorno è ora lunedì 14/09/2020 (simulato).', 'Dal calendario: 3 invii eseguiti.'],
  },
  {
    why: 'in the evening',
    rest: '18/09/2020',
    is: [
      'Il giorno è ora venerdì 18/09/2020 (simulato).',
      'Dal calendario: nessun invio eseguito, 6 saltati (vedi `/arti calendario storico`).',
      'In attesa delle 8 di un giorno lavorativo: segnalazione al responsabile, riepilogo della struttura, riepilogo del piano.',
    ],
  },
  {
    why: 'in the evening, in English',
    rest: '18/09/2020',
    language: 'en',
    is: [
      'The day is now Friday 18/09/2020 (simulated).',
      'By the schedule: 0 slots run, 6 skipped (see `/arti schedule history`).',
      'Waiting for 8:00 on a working day: escalation to the head, structure’s summary, plan’s summary.',
    ],
  },
  {
    why: 'the schedule is another process’s',
    rest: '18/09/2020',
    schedules: false,
    is: ['Il giorno è ora venerdì 18/09/2020 (simulato).'],
  },
];

test.each(cases)('$why', async ({ time = '21:12', schedules = true, language = 'it', rest, is }) => {
  const context = await openTestContext();
  const schedule = defaultSchedule('2020-09-14T05:00:00.000Z', 'scheduler', 'Firenze');
  await context.store.commit(decision(context.planId, { schedule }));
  const now = () => new Date(`2026-02-02T${time}:00+01:00`);
  const clock = createSimulatedClock(TODAY, { movable: true, now });
  // Of the environment it uses the context and the voice.
  const environment = {
    context: { ...context, clock, schedules },
    voice: voiceOf(language),
  } as unknown as Environment;
  const person = personOf('programmazione');
  const { text } = await todayCommand.answer(environment, {
    call: { text: rest, user: 'U1', channel: 'C1', triggerId: '1.2' },
    person,
    actor: actorOf(person),
    word: 'oggi',
    rest,
  });
  expect(text.split('\n')).toEqual(is);
});
