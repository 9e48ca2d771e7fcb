/** The commands that arrange things, as somebody types them: names are looked up in Slack, over the wire. */
import { describe, expect, test } from 'vitest';
import type { Person, Role } from '../../../src/domain/directory.ts';
import type { Language } from '../../../src/messages/language.ts';
import { answerCommand } from '../../../src/slack/commands/answer-command.ts';
import { ARTI_DIRECTORY, openTestContext, personOf } from '../../helpers/context.ts';
import { TEAM } from '../../helpers/fake-slack.ts';
import { DIREZIONE, OSRU } from '../../helpers/figures.ts';
import { saidIn, startArrangingSlack } from '../arranging-slack.ts';

const person = (key: string, role: Role, ...structures: Person['structures']): Person => ({
  key,
  name: `Nome ${key}`,
  title: '',
  email: `${key}@arti.example`,
  role,
  structures,
  place: null,
});
const people = [
  ...ARTI_DIRECTORY.people.filter(({ role }) => role !== 'HEAD'),
  person('clara', 'HEAD', OSRU),
  person('ada', 'STAFF', OSRU),
  person('bruno', 'STAFF', DIREZIONE),
];

const IDS = { OFFICE: 'U0OFFICE', CLARA: 'U0CLARA', ADA: 'U0ADA', BRUNO: 'U0BRUNO', OSRU: 'U0OSRU' };
/** As Slack writes them into a command. */
const ADA = `<@${IDS.ADA}|ada>`;
const BRUNO = `<@${IDS.BRUNO}|bruno>`;
const ZOE = '<@U0ZOE|zoe>';
const GUEST = '<@U0GUEST|ospite>';
const GROUP = '<!subteam^S0OSRU|@osru>';
const CHANNEL = '<#C0OSRU|settore-osru>';

async function start(language: Language = 'it') {
  const context = await openTestContext({ directory: { ...ARTI_DIRECTORY, people } });
  const fake = await startArrangingSlack(context, language);
  const { slack } = fake;
  slack.addUser(IDS.OFFICE, personOf('programmazione').email);
  for (const key of ['clara', 'ada', 'bruno']) slack.addUser(`U0${key.toUpperCase()}`, `${key}@arti.example`);
  slack.addUser(IDS.OSRU, personOf('referente.osru').email);
  slack.addUser('U0ZOE', 'zoe@arti.example', {
    profile: { email: 'zoe@arti.example', real_name: 'Zoe <Neri>', title: 'Funzionaria' },
  });
  slack.addUser('U0GUEST', 'ada@arti.example', { is_restricted: true });
  slack.addUser('U0BOT2', '', { is_bot: true });
  slack.addUser('USLACKBOT', 'ada@arti.example', { is_bot: false });
  fake.addGroup('S0OSRU', [IDS.ADA, 'U0ZOE', 'U0GUEST', 'U0BOT2']);
  fake.addChannel('C0OSRU', 'settore-osru');
  let triggers = 0;
  const type = async (user: string, text: string, triggerId = `1.${triggers++}`) =>
    saidIn(await answerCommand(fake.environment, { text, user, channel: 'C1', triggerId }));
  const arrangements = () => context.store.loadArrangements(context.planId);
  return { ...fake, context, type, arrangements };
}

const assignmentsOf = async ({ arrangements }: Awaited<ReturnType<typeof start>>) =>
  (await arrangements()).assignments.map((each) => `${each.item} ${each.person}`);

describe('assign', () => {
  test('to a colleague named in Slack, who is remembered', async () => {
    const talk = await start();
    const said = await talk.type(IDS.CLARA, `assegna 1.1.2 ${ADA}`);
    expect(said).toContain('Assegnazioni aggiornate.');
    expect(said).toContain('Nome ada (per assegnazione)');
    expect(await assignmentsOf(talk)).toEqual(['1.1.2 ada']);
    expect(await talk.context.store.findSlackKey('PERSON', TEAM, IDS.ADA)).toBe('ada');
  });

  test('a goal stands for its phases, and that is said', async () => {
    const talk = await start('en');
    expect(await talk.type(IDS.OFFICE, `assign 1.4 ${BRUNO}`)).toContain('1.4 is a goal');
    expect(await assignmentsOf(talk)).toHaveLength(4);
  });

  test.each([
    { text: 'assign 1.1.2 ada@arti.example', is: ['1.1.2 ada'] },
    { text: 'assign 1.1.2 ADA', is: ['1.1.2 ada'] },
    { text: 'assign 1.1.2 Nome Ada, referente osru', is: ['1.1.2 ada', '1.1.2 referente.osru'] },
    {
      text: `assign 1.1.2 1.1.3 ${ADA} Nome Clara`,
      is: ['1.1.2 ada', '1.1.2 clara', '1.1.3 ada', '1.1.3 clara'],
    },
  ])('$text', async ({ text, is }) => {
    const talk = await start('en');
    await talk.type(IDS.OFFICE, text);
    expect(await assignmentsOf(talk)).toEqual(is);
  });

  test('is taken back', async () => {
    const talk = await start();
    await talk.type(IDS.OFFICE, `assegna 1.1.2 ${ADA}`);
    await talk.type(IDS.OFFICE, `assegna 1.1.2 -${ADA}`);
    expect(await assignmentsOf(talk)).toEqual([]);
  });

  test('the same command again changes nothing', async () => {
    const talk = await start();
    await talk.type(IDS.OFFICE, `assegna 1.1.2 ${ADA}`, '7.7');
    expect(await talk.type(IDS.OFFICE, `assegna 1.1.2 ${ADA}`, '7.7')).toContain('era già stata eseguita');
    expect(talk.context.audit()).toHaveLength(1);
  });

  test.each([
    {
      why: 'a guest, whatever their address',
      by: IDS.OFFICE,
      text: `1.1.2 ${GUEST}`,
      is: '«@ospite» non risulta',
    },
    {
      why: 'a member who is not in the directory',
      by: IDS.CLARA,
      text: `1.1.2 ${ZOE}`,
      is: '«Zoe &lt;Neri&gt;» non risulta',
    },
    {
      why: 'one of a group who is not',
      by: IDS.OFFICE,
      text: `1.1.2 ${GROUP}`,
      is: '«Zoe &lt;Neri&gt;» non risulta',
    },
    {
      why: 'a group that is not there',
      by: IDS.OFFICE,
      text: '1.1.2 <!subteam^S9|@boh>',
      is: 'Il gruppo «@boh»',
    },
    {
      why: 'Slack’s own bot',
      by: IDS.OFFICE,
      text: '1.1.2 <@USLACKBOT|slackbot>',
      is: '«@slackbot» non risulta',
    },
    { why: 'a user that is not there', by: IDS.OFFICE, text: '1.1.2 <@U9|boh>', is: '«@boh» non risulta' },
    { why: 'who works elsewhere', by: IDS.CLARA, text: `1.1.2 ${ADA} ${BRUNO}`, is: 'può provvedere' },
    {
      why: 'staff',
      by: IDS.ADA,
      text: `1.1.2 ${ADA}`,
      is: 'non può disporre assenze, deleghe e assegnazioni',
    },
    { why: 'nothing that is a code', by: IDS.OFFICE, text: ADA, is: 'Si scrive `/arti assegna' },
  ])('refused, and nothing is written: $why', async ({ by, text, is }) => {
    const talk = await start();
    expect(await talk.type(by, `assegna ${text}`)).toContain(is);
    expect(await assignmentsOf(talk)).toEqual([]);
  });

  test('without names it tells who answers, to anybody', async () => {
    const talk = await start('en');
    const said = await talk.type(IDS.ADA, 'assign 1.4.1');
    expect(said).toContain('Who answers');
    expect(said).toContain('Nome bruno (with the structure)');
  });
});

describe('structure', () => {
  test('shows itself to anybody', async () => {
    const talk = await start();
    const said = await talk.type(IDS.ADA, 'struttura osru');
    expect(said).toContain('OSRU · Settore regionale');
    expect(said).toContain('*Canale*\n#osru');
    expect(said).toContain('*Responsabili*\nNome clara');
    expect(said).not.toContain('Per cambiare');
    expect(await talk.type(IDS.OFFICE, 'struttura osru')).toContain('Per cambiare');
  });

  test('takes a group: who is new gets an entry, guests and bots none', async () => {
    const talk = await start();
    const said = await talk.type(IDS.OFFICE, `struttura Settore OSRU aggiungi ${GROUP} ${BRUNO}`);
    expect(said).toContain('Nome ada: nulla da cambiare.');
    expect(said).toContain('Zoe &lt;Neri&gt;: nuovo inserimento nell’elenco, in OSRU.');
    expect(said).toContain('Nome bruno: ora in OSRU.');
    const now = await talk.context.store.listPeople();
    expect(now).toHaveLength(people.length + 1);
    expect(now.find(({ key }) => key === 'zoe')).toMatchObject({
      name: 'Zoe <Neri>',
      title: 'Funzionaria',
      role: 'STAFF',
      structures: ['OSRU'],
    });
    expect(await talk.context.store.findSlackKey('PERSON', TEAM, 'U0ZOE')).toBe('zoe');
    // Whom the directory knows now may speak at once.
    expect(await talk.type('U0ZOE', 'mie')).not.toContain('non risulta');
  });

  test.each([
    { text: `responsabile ${ADA}`, says: 'Nome ada: responsabile di OSRU.' },
    { text: `responsabile ${BRUNO}`, says: 'responsabile di DIREZIONE, OSRU. Il ruolo vale per tutte' },
    {
      text: `responsabile ${ZOE}`,
      says: 'nuovo inserimento nell’elenco, in OSRU. Zoe &lt;Neri&gt;: responsabile',
    },
    { text: 'responsabile programmazione', says: 'Resta nell’ufficio programmazione' },
    { text: 'responsabile -Nome Clara', says: 'Nome clara: non più responsabile, resta in OSRU.' },
    { text: `rimuovi ${ADA}`, says: 'Nome ada: non più in OSRU. Resta nell’elenco senza struttura' },
    { text: `rimuovi ${BRUNO}`, says: 'Nome bruno: nulla da cambiare.' },
    { text: `rimuovi ${GROUP}`, says: 'Nome ada: non più in OSRU.' },
    { text: 'aggiungi dirigente', says: 'può solo consultare il piano' },
    { text: `aggiungi ${GUEST}`, says: '«@ospite» non risulta' },
    { text: `rimuovi ${ZOE}`, says: '«Zoe &lt;Neri&gt;» non risulta' },
  ])('OSRU $text', async ({ text, says }) => {
    const talk = await start();
    expect(await talk.type(IDS.OFFICE, `struttura OSRU ${text}`)).toContain(says);
  });

  test.each([{ given: CHANNEL }, { given: '#settore-osru' }])(
    'has its channel: $given',
    async ({ given }) => {
      const talk = await start();
      const said = await talk.type(IDS.OFFICE, `struttura OSRU canale ${given}`);
      expect(said).toContain('I riepiloghi di OSRU vanno ora nel canale #settore-osru.');
      const channels = await talk.context.store.listChannels();
      expect(channels.filter(({ structure }) => structure === 'OSRU')).toEqual([
        { name: 'settore-osru', topic: 'Settore OSRU', structure: 'OSRU', purpose: 'STRUCTURE' },
      ]);
      expect(await talk.context.store.findSlackId('CHANNEL', TEAM, 'settore-osru')).toBe('C0OSRU');
    },
  );

  test.each([
    { why: 'the app is not in', fields: { is_member: false } },
    { why: 'is private', fields: { is_private: true } },
    { why: 'is archived', fields: { is_archived: true } },
    { why: 'is a conversation', fields: { is_channel: false } },
  ])('takes no channel that $why', async ({ fields }) => {
    const talk = await start();
    talk.addChannel('C0OSRU', 'settore-osru', fields);
    expect(await talk.type(IDS.OFFICE, `struttura OSRU canale ${CHANNEL}`)).toContain('non si trova');
    expect((await talk.context.store.listChannels()).map(({ name }) => name)).toContain('osru');
  });

  test.each(['<#C9|boh>', '#boh'])('nor one that is not there: %s', async (channel) => {
    const talk = await start('en');
    expect(await talk.type(IDS.OFFICE, `structure OSRU channel ${channel}`)).toContain('cannot be found');
  });

  test('is changed by the planning office alone, and Slack is asked about nobody for others', async () => {
    const talk = await start();
    expect(await talk.type(IDS.CLARA, `struttura OSRU aggiungi ${ZOE}`)).toContain('non può amministrare');
    expect(talk.slack.called('users.info')).toEqual([{ user: IDS.CLARA }]);
  });

  test.each([
    { text: 'struttura', is: 'Si scrive `/arti struttura' },
    { text: 'struttura URP', is: 'Strutture: DIREZIONE, LAVORO, OSRU' },
    { text: `struttura URP aggiungi ${ADA}`, is: 'Strutture: DIREZIONE, LAVORO, OSRU' },
  ])('$text', async ({ text, is }) => {
    const talk = await start();
    expect(await talk.type(IDS.OFFICE, text)).toContain(is);
  });
});

test('orphans: what nobody but the head answers for', async () => {
  const talk = await start();
  expect(await talk.type(IDS.CLARA, 'orfane')).toContain('Tutte le attività aperte hanno un referente.');
  await talk.type(IDS.OFFICE, 'struttura OSRU rimuovi ada, referente.osru');
  const said = await talk.type(IDS.CLARA, 'orfane');
  expect(said).toContain('4 attività aperte sono senza un referente');
  expect(said).toContain('chiesta al responsabile: Nome clara');
  expect(await talk.type(IDS.CLARA, 'orphans now')).toContain('Si scrive `/arti orfane`');
});

describe('away', () => {
  test('of oneself: set, shown, ended', async () => {
    const talk = await start();
    expect(await talk.type(IDS.ADA, 'assente')).toContain('Nessuna assenza');
    expect(await talk.type(IDS.ADA, 'assente fino al 20/09')).toContain('dal 14/09/2020 al 20/09/2020');
    expect((await talk.arrangements()).settings.get('ada')?.away).toEqual({
      from: '2020-09-14',
      until: '2020-09-20',
      setBy: 'ada',
    });
    expect(await talk.type(IDS.ADA, 'assente')).toContain('dal 14/09/2020 al 20/09/2020');
    expect(await talk.type(IDS.ADA, 'rientrato')).toContain('non è più impostata');
    expect((await talk.arrangements()).settings.get('ada')?.away).toBeNull();
  });

  test('of a colleague, by their head', async () => {
    const talk = await start('en');
    expect(await talk.type(IDS.CLARA, `away ${ADA} from 16/09 until 20/09`)).toContain(
      'Nome ada: away from 16/09/2020',
    );
    expect(await talk.type(IDS.ADA, 'away')).toContain('It was set by Nome clara.');
    expect(await talk.type(IDS.CLARA, `away ${ADA}`)).toContain('Nome ada: away from');
    expect(await talk.type(IDS.CLARA, `away ${ADA} off`)).toContain('no longer set');
  });

  test('what has passed is not shown', async () => {
    const talk = await start('en');
    await talk.type(IDS.ADA, 'away until 20/09');
    talk.context.goTo('2020-09-21');
    expect(await talk.type(IDS.ADA, 'away')).toContain('No absence is set');
  });

  test.each([
    {
      why: 'of a colleague of others',
      by: IDS.CLARA,
      text: `${BRUNO} until 20/09`,
      is: 'its head can do it',
    },
    { why: 'of a colleague, by staff', by: IDS.ADA, text: `${BRUNO} until 20/09`, is: 'its head can do it' },
    { why: 'nor looked at by staff', by: IDS.ADA, text: BRUNO, is: 'its head can do it' },
    { why: 'in the past', by: IDS.ADA, text: 'until 13/09/2020', is: 'has passed' },
    { why: 'no day', by: IDS.ADA, text: 'until friday', is: 'not a valid day' },
    { why: 'no end', by: IDS.ADA, text: 'from 16/09', is: 'Write `/arti away' },
    { why: 'somebody unknown', by: IDS.CLARA, text: `${ZOE} until 20/09`, is: 'is not in the directory' },
  ])('not $why', async ({ by, text, is }) => {
    const talk = await start('en');
    expect(await talk.type(by, `away ${text}`)).toContain(is);
    expect((await talk.arrangements()).settings.get('bruno')?.away ?? null).toBeNull();
  });
});

describe('delegate', () => {
  const delegations = async ({ arrangements }: Awaited<ReturnType<typeof start>>) =>
    (await arrangements()).delegations.map(
      (each) => `${each.item} ${each.from}→${each.to} ${each.startsOn} ${each.endsOn}`,
    );

  test('an item for a period: given, shown to both, ended', async () => {
    const talk = await start();
    expect(await talk.type(IDS.ADA, 'delega')).toContain('Nessuna delega in corso');
    const said = await talk.type(IDS.ADA, `delega 1.1.2 ${BRUNO} fino al 30/09`);
    expect(said).toContain('1 attività delegata.');
    expect(said).toContain('*1.1.2*: da Nome ada a Nome bruno, dal 14/09/2020 al 30/09/2020.');
    expect(await delegations(talk)).toEqual(['1.1.2 ada→bruno 2020-09-14 2020-09-30']);
    expect(await talk.type(IDS.ADA, 'delega')).toContain('Deleghe date: 1; ricevute: 0.');
    expect(await talk.type(IDS.BRUNO, 'delega')).toContain('Deleghe date: 0; ricevute: 1.');
    expect(await talk.type(IDS.ADA, 'delega off 1.1.2')).toContain('1 delega terminata.');
    expect(await delegations(talk)).toEqual([]);
  });

  test('everything one answers for, and its end', async () => {
    const talk = await start('en');
    expect(await talk.type(IDS.ADA, `delegate all ${BRUNO} from 16/09 until 30/09`)).toContain(
      '4 items delegated.',
    );
    expect(await delegations(talk)).toHaveLength(4);
    expect(await talk.type(IDS.ADA, 'delegate off all')).toContain('4 delegations ended.');
    expect(await talk.type(IDS.ADA, 'delegate off all')).toContain('No delegation');
  });

  test('what cannot be delegated keeps nobody from the rest', async () => {
    const talk = await start('en');
    const said = await talk.type(IDS.ADA, `delegate 1.1.2 1.4.1 ${BRUNO} until 30/09`);
    expect(said).toContain('1 item delegated.');
    expect(said).toContain('⚠️ *1.4.1*:');
    expect(await delegations(talk)).toEqual(['1.1.2 ada→bruno 2020-09-14 2020-09-30']);
  });

  test('by the head, in the place of who is away', async () => {
    const talk = await start();
    await talk.type(IDS.CLARA, `delega 1.1.2 da ${ADA} a ${BRUNO} fino al 30/09`);
    expect(await delegations(talk)).toEqual(['1.1.2 ada→bruno 2020-09-14 2020-09-30']);
    expect(await talk.type(IDS.CLARA, 'delega off 1.1.2')).toContain('1 delega terminata.');
  });

  test('the same end again ends nothing that was delegated since', async () => {
    const talk = await start();
    await talk.type(IDS.ADA, `delega 1.1.2 ${BRUNO} fino al 30/09`);
    expect(await talk.type(IDS.ADA, 'delega off all', '7.7')).toContain('1 delega terminata.');
    await talk.type(IDS.ADA, `delega 1.1.2 ${BRUNO} fino al 25/09`);
    expect(await talk.type(IDS.ADA, 'delega off all', '7.7')).toContain('Deleghe date: 1; ricevute: 0.');
    expect(await delegations(talk)).toEqual(['1.1.2 ada→bruno 2020-09-14 2020-09-25']);
  });

  test('the same command again delegates once', async () => {
    const talk = await start();
    for (const _ of [1, 2]) await talk.type(IDS.ADA, `delega 1.1.2 ${BRUNO} fino al 30/09`, '7.7');
    expect(await delegations(talk)).toHaveLength(1);
  });

  test.each([
    {
      why: 'to oneself',
      by: IDS.ADA,
      text: `1.1.2 ${ADA} until 30/09`,
      is: 'Nobody can delegate to themselves',
    },
    { why: 'to a manager', by: IDS.ADA, text: '1.1.2 dirigente until 30/09', is: 'may only read' },
    { why: 'a goal', by: IDS.ADA, text: `1.1 ${BRUNO} until 30/09`, is: '1.1 is a goal' },
    {
      why: 'of others',
      by: IDS.ADA,
      text: `1.4.1 from ${BRUNO} to ${ADA} until 30/09`,
      is: 'its head can do it',
    },
    { why: 'without an end', by: IDS.ADA, text: `1.1.2 ${BRUNO}`, is: 'Write `/arti delegate' },
    {
      why: 'from a day that has passed',
      by: IDS.ADA,
      text: `1.1.2 ${BRUNO} from 10/09 until 30/09`,
      is: 'has passed',
    },
    {
      why: 'everything of who has nothing',
      by: IDS.OFFICE,
      text: `all ${BRUNO} until 30/09`,
      is: 'has no items',
    },
    { why: 'and ends what was never given', by: IDS.ADA, text: 'off 1.1.2', is: 'No delegation of 1.1.2' },
  ])('not $why', async ({ by, text, is }) => {
    const talk = await start('en');
    expect(await talk.type(by, `delegate ${text}`)).toContain(is);
    expect(await delegations(talk)).toEqual([]);
  });
});

describe('hours', () => {
  test('and zone: set, shown, left to Slack again', async () => {
    const talk = await start();
    expect(await talk.type(IDS.ADA, 'orario')).toContain('valgono le notifiche impostate in Slack');
    expect(await talk.type(IDS.ADA, 'orario 8:30-14:00')).toContain('dalle 08:30 alle 14:00');
    expect(await talk.type(IDS.ADA, 'orario fuso Atlantic/Azores')).toContain('Fuso orario: Atlantic/Azores');
    expect((await talk.arrangements()).settings.get('ada')).toMatchObject({
      hours: { from: '08:30', to: '14:00' },
      timeZone: 'Atlantic/Azores',
    });
    await talk.type(IDS.ADA, 'orario fuso off');
    const said = await talk.type(IDS.ADA, 'orario off');
    expect(said).toContain('valgono le notifiche');
    expect(said).toContain('Europe/Rome');
  });

  test.each([
    { text: '14-8', is: 'not a span of hours' },
    { text: 'zone Marte', is: 'not a time zone' },
    { text: 'zone', is: 'Write `/arti hours' },
  ])('not $text', async ({ text, is }) => {
    const talk = await start('en');
    expect(await talk.type(IDS.ADA, `hours ${text}`)).toContain(is);
    expect((await talk.arrangements()).settings.get('ada')?.hours ?? null).toBeNull();
  });
});
