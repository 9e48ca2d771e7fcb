import type { arrangingIt } from './arranging-it.ts';

const NOT_ASKED = 'are not asked for updates';

export const arrangingEn: typeof arrangingIt = {
  assignDone: (changed) =>
    changed === 0 ? 'That is how it stood already: nothing has changed.' : 'Assignments updated.',
  assignTitle: 'Who answers',
  arrangedBefore: 'This request had been carried out already.',
  assignGoal: (goal) => `${goal} is a goal: it stands for its phases.`,
  answeredBy: (names) => `Answered for by: ${names}`,
  answeredByNobody: 'Nobody answers for it.',
  answererBecause: {
    ASSIGNED: 'assigned',
    STRUCTURE: 'with the structure',
    HEAD: 'as head',
    DELEGATED: 'delegated',
  },
  andOthers: (names, count) => (count === 0 ? names : `${names} and ${count} more`),

  structureText: (structure, people, open, orphans) =>
    `${structure}: people ${people}, open items ${open}, nobody assigned ${orphans}.`,
  structureChannel: 'Channel',
  structureNoChannel: 'none: summaries are not sent',
  structureHeads: 'Heads',
  structureMembers: 'People',
  structureOpen: 'Open items',
  structureOrphans: 'Nobody assigned',
  structureNone: 'none',
  structureNoItems: 'none',
  memberTitle: (name, title) => (title === '' ? name : `${name} (${title})`),
  structureHow: (code) =>
    `To change it: \`/arti structure ${code} channel #name\`, \`head @name\`, \`add @name\`, \`remove @name\`.`,

  personUnchanged: (name) => `${name}: nothing to change.`,
  personNew: (name, structure) => `${name}: new in the directory, in ${structure}.`,
  personAdded: (name, structure) => `${name}: now in ${structure}.`,
  personHead: (name, structures) => `${name}: head of ${structures}.`,
  personHeadOfAll: 'The role holds for all of the person’s structures.',
  personStaysPlanning:
    'They stay in the planning office, which arranges for everybody already: they are not among the heads.',
  personNoHead: (name, structures) => `${name}: head no more, still in ${structures}.`,
  personRemoved: (name, structure) => `${name}: no longer in ${structure}.`,
  personWithoutStructure:
    'They stay in the directory without a structure: they are not asked, and can report on nothing but what is delegated to them.',
  channelSet: (structure, channel) => `Summaries of ${structure} now go to ${channel}.`,
  channelOff: (structure) => `${structure} has no channel any more: its summaries are not sent.`,
  channelWas: {
    STRUCTURE: (structure) => `Until now it was the channel of ${structure}, which is left without one.`,
    MANAGERS: () => 'Until now it was the managers’ channel.',
    GENERAL: () => 'Until now it was the general channel.',
  },

  orphansText: (count) =>
    count === 1
      ? 'Nobody is assigned to 1 open item: at most the head answers for it.'
      : `Nobody is assigned to ${count} open items: at most the head answers for them.`,
  orphansNothing: 'Somebody is assigned to every open item.',
  orphansOwn: 'These are the items of the structures that you head.',

  awayNone: 'No absence is set. To set one: `/arti away until 20/09`.',
  awayNoneOf: (name) => `${name}: no absence is set.`,
  awayNow: (from, until) =>
    `You are away from ${from} to ${until}. If you are back before that: \`/arti away off\`.`,
  awayNowOf: (name, from, until) => `${name}: away from ${from} to ${until}.`,
  awaySetBy: (name) => `It was set by ${name}.`,
  awaySet: (from, until) =>
    `You are away from ${from} to ${until}: on those days you ${NOT_ASKED}. To leave your items to somebody: \`/arti delegate all @name until ${until}\`.`,
  awaySetOf: (name, from, until) =>
    `${name}: away from ${from} to ${until}; on those days they ${NOT_ASKED}.`,
  awayEnded: 'The absence is no longer set: check-ins go on.',
  awayEndedOf: (name) => `${name}: the absence is no longer set.`,

  delegatedItem: (item, from, to, startsOn, endsOn) =>
    `*${item}*: from ${from} to ${to}, ${startsOn} to ${endsOn}.`,
  delegateDone: (count) => (count === 1 ? '1 item delegated.' : `${count} items delegated.`),
  delegateNotDone: (item, why) => `*${item}*: ${why}`,
  delegateEnded: (count) => (count === 1 ? '1 delegation ended.' : `${count} delegations ended.`),
  delegateNone: 'No delegation is in force. To delegate: `/arti delegate 1.1.3 @name until 30/09`.',
  delegateText: (given, taken) => `Delegations given: ${given}; taken over: ${taken}.`,
  delegateNothing: (name) => `${name} has no items to delegate.`,

  hoursSet: (from, to) => `The bot writes first only from ${from} to ${to}.`,
  hoursNone: 'No hours are set: the notification schedule in Slack decides.',
  zoneOwn: (zone) => `Time zone: ${zone}, set with \`/arti hours zone\`.`,
  zoneOfSlack: (zone) => `Time zone: ${zone}, as in Slack.`,
  zoneDefault: (zone) => `Time zone: ${zone}.`,

  cardMore: (code) => `More: \`/arti status ${code}\`.`,
  cardText: (what, progress) => `${what}: progress ${progress}`,
  cardOf: (goal, title) => `Goal ${goal}: ${title}`,
  cardPlanned: (byDeadline, linear) => `planned ${byDeadline} by deadline, ${linear} linear`,
};
