import type { HelpEntry } from './help-entry.ts';
import type { HelpTopic } from './help-it.ts';

export const helpEn: Readonly<Record<HelpTopic, HelpEntry>> = {
  mine: {
    usage: '/arti mine',
    what: 'the items you answer for, the most urgent first',
    examples: () => ['/arti mine'],
  },
  due: {
    usage: '/arti due [30d] [all]',
    what: 'what falls due in the next days',
    examples: () => ['/arti due', '/arti due 2w', '/arti due 60d all'],
  },
  update: {
    usage: '/arti update CODE FIGURE [NOTE]',
    what: 'records a status report; in a direct message code and figure are enough',
    examples: ({ phase, units }) => [
      `/arti update ${phase} 60% waiting for the signature`,
      `/arti update ${phase} done on 28/04`,
      `/arti update ${phase} blocked: the opinion is missing`,
      `/arti update ${phase} unchanged`,
      `/arti update ${units.code} 6200 ${units.name}`,
    ],
  },
  figure: {
    usage: '/arti figure CODE NUMERATOR/DENOMINATOR',
    what: 'records a measurement of an indicator',
    examples: ({ ratio }) => [
      `/arti figure ${ratio} 8006/20015`,
      `/arti figure ${ratio} 8006/20015 on 30/06`,
    ],
  },
  history: {
    usage: '/arti history CODE',
    what: 'all that was said of a phase or an indicator, corrections included',
    examples: ({ phase, ratio }) => [`/arti history ${phase}`, `/arti history ${ratio}`],
  },
  away: {
    usage: '/arti away [@NAME] [from DD/MM] until DD/MM',
    what: 'an absence, during which no check-ins come; `off` ends it',
    examples: () => [
      '/arti away',
      '/arti away until 20/09',
      '/arti away from 14/09 until 20/09',
      '/arti away @name until 20/09',
      '/arti away off',
    ],
  },
  delegate: {
    usage: '/arti delegate CODE @NAME [from DD/MM] until DD/MM',
    what: 'leaves an item to a colleague for a period; `all` in the place of the code, `off` to end it',
    examples: ({ phase }) => [
      '/arti delegate',
      `/arti delegate ${phase} @name until 30/09`,
      '/arti delegate all @name from 14/09 until 20/09',
      `/arti delegate ${phase} from @name to @name until 30/09`,
      `/arti delegate off ${phase}`,
    ],
  },
  hours: {
    usage: '/arti hours [HH:MM-HH:MM | off | zone ZONE]',
    what: 'at which hours the bot may write first, and the time zone',
    examples: () => [
      '/arti hours',
      '/arti hours 8:30-14:00',
      '/arti hours off',
      '/arti hours zone Europe/Rome',
      '/arti hours zone off',
    ],
  },
  status: {
    usage: '/arti status [CODE] [as of DD/MM] [baseline N]',
    what: 'the plan, an area, a goal, a phase or a structure: progress, planned, variance, health',
    examples: ({ phase, goal, structure }) => [
      '/arti status',
      `/arti status ${goal}`,
      `/arti status ${phase}`,
      `/arti status ${structure}`,
      `/arti status ${goal} as of 30/06 baseline 0`,
    ],
  },
  explain: {
    usage: '/arti explain [CODE] [as of DD/MM] [baseline N]',
    what: 'the sum behind the figure, term by term',
    examples: ({ goal, structure }) => [`/arti explain ${goal}`, `/arti explain ${structure}`],
  },
  chart: {
    usage: '/arti chart [CODE] [as of DD/MM] [baseline N]',
    what: 'the course of the year: actual against planned',
    examples: ({ goal, structure }) => ['/arti chart', `/arti chart ${goal}`, `/arti chart ${structure}`],
  },
  risk: {
    usage: '/arti risk [CODE]',
    what: 'overdue, blocked, at risk, without news: worst first',
    examples: ({ goal, structure }) => ['/arti risk', `/arti risk ${goal}`, `/arti risk ${structure}`],
  },
  missing: {
    usage: '/arti missing [STRUCTURE]',
    what: 'who has not answered, by structure, and the items nobody is assigned to',
    examples: ({ structure }) => ['/arti missing', `/arti missing ${structure}`],
  },
  orphans: {
    usage: '/arti orphans',
    what: 'the open items that nobody but the head answers for',
    examples: () => ['/arti orphans'],
  },
  assign: {
    usage: '/arti assign CODE @NAME [-@NAME]',
    what: 'assigns an item to who works on it, or takes it back; without names, tells who answers',
    examples: ({ phase, goal }) => [
      `/arti assign ${phase}`,
      `/arti assign ${phase} @name`,
      `/arti assign ${goal} @group`,
      `/arti assign ${phase} -@name`,
    ],
  },
  structure: {
    usage: '/arti structure CODE [channel #NAME | head @NAME | add @NAME | remove @NAME]',
    what: 'channel, heads and people of a structure, and its open items',
    examples: ({ structure }) => [
      `/arti structure ${structure}`,
      `/arti structure ${structure} channel #name`,
      `/arti structure ${structure} head @name`,
      `/arti structure ${structure} add @name @group`,
      `/arti structure ${structure} remove @name`,
    ],
  },
  diff: {
    usage: '/arti diff [CODE] [N N]',
    what: 'the approved plan against the re-modulated one, with the motivation',
    examples: ({ goal }) => ['/arti diff', `/arti diff ${goal}`, `/arti diff ${goal} 0 1`],
  },
  checkin: {
    usage: '/arti checkin now',
    what: 'asks everybody with open items for an update now',
    examples: () => ['/arti checkin now'],
  },
  summary: {
    usage: '/arti summary now',
    what: 'sends the weekly summaries of the structures and of the plan now',
    examples: () => ['/arti summary now'],
  },
  schedule: {
    usage: '/arti schedule [YEAR] [STRUCTURE] [ENTRY WHEN] · [YEAR] history [STRUCTURE] [ENTRY] [1–40]',
    what: 'when the bot asks, reminds and summarises; the planning office changes it, and heads that of their structures',
    examples: ({ structure }) => [
      '/arti schedule',
      `/arti schedule ${structure}`,
      '/arti schedule checkin monday 9:30',
      `/arti schedule ${structure} checkin tuesday 10`,
      `/arti schedule ${structure} checkin default`,
      '/arti schedule reminder off',
      '/arti schedule monthly 5 9:00',
      '/arti schedule review 30/06 30/09 18:00',
      '/arti schedule cadence 30 days 2 weeks',
      '/arti schedule place Pisa',
      `/arti schedule history ${structure} checkin 40`,
      '/arti schedule 2020 quarterly off',
    ],
  },
  outbox: {
    usage: '/arti outbox [resend [number] | dismiss number]',
    what: 'messages that were not delivered or are in doubt, and what to do with them',
    examples: () => ['/arti outbox', '/arti outbox resend', '/arti outbox dismiss 12'],
  },
  key: {
    usage: '/arti key [create "NAME" SCOPE [STRUCTURE] [until DD/MM/YYYY] | revoke ID]',
    what: 'the keys with which programs come to the API: listed, made and revoked',
    examples: ({ structure }) => [
      '/arti key',
      '/arti key create "Dashboard of the Region" read until 31/12/2027',
      '/arti key create "Exploring the schema" read introspect',
      `/arti key create "Figures of the structure" report ${structure}`,
      '/arti key revoke k7m3x9qd',
    ],
  },
  dashboard: {
    usage: '/arti dashboard [logout | revoke PERSON]',
    what: 'a personal link to the dashboard, valid once and for five minutes; “logout” ends your own sessions, “revoke” those of somebody else (planning office)',
    examples: () => ['/arti dashboard', '/arti dashboard logout'],
  },
  today: {
    usage: '/arti today [DD/MM/YYYY]',
    what: 'tells the day; in the local workspace, moves it',
    examples: () => ['/arti today', '/arti today 30/09/2020'],
  },
  help: {
    usage: '/arti help [COMMAND]',
    what: 'this list, or how a command is used',
    examples: () => ['/arti help', '/arti help update'],
  },
};
