import type { KeyMessages } from './keys-it.ts';

export const keysEn: KeyMessages = {
  title: 'Keys of the API',
  none: 'No key was made yet.',
  more: (count) => (count === 1 ? '… and another one' : `… and ${count} others`),
  created: (name, id) => `Key “${name}” made, with the id ${id}.`,
  shownOnce: 'Keep it now in a safe place: it is not shown again.',
  howToSend: 'It is sent with each request: “Authorization: Bearer” followed by the key.',
  createdBefore: (name, id) =>
    `The key “${name}” (${id}) was made by this request before, and is shown once only. If it was lost, revoke it and make another one.`,
  revoked: (name, id) => `Key “${name}” (${id}) revoked: from the next request on it is not accepted.`,
  revokedBefore: (name, id) => `The key “${name}” (${id}) had been revoked before.`,
  row: (id, name, state) => `${id} · ${name} · ${state}`,
  states: {
    ACTIVE: 'valid',
    EXPIRED: 'expired',
    REVOKED: 'revoked',
  },
  scopes: {
    read: 'read',
    report: 'report',
    administer: 'administer',
    introspect: 'introspect',
  },
  allows: (scopes) => `allows: ${scopes}`,
  structures: (codes) => `structures: ${codes}`,
  wholePlan: 'whole plan',
  until: (day) => `until ${day}, that day included`,
  noExpiry: 'does not expire',
  madeOn: (day) => `made on ${day}`,
  lastUsed: (moment) => `last used on ${moment}`,
  neverUsed: 'never used',
  slackHint: (example) =>
    [
      '`/arti key create "Dashboard of the Region" read until 31/12/2027` makes a key that reads; `report` and the codes of one or more structures, one that reports; `administer`, one that does what the planning office does; with `introspect` it reads the API’s schema too.',
      `\`/arti key revoke ${example}\` revokes the key with that id.`,
    ].join('\n'),
};
