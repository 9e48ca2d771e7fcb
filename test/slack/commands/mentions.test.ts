import { expect, test } from 'vitest';
import { readReferences, type SignedReference } from '../../../src/slack/commands/mentions.ts';

const shown = ({ minus, reference }: SignedReference): string => {
  const id = reference.kind === 'NAME' ? '' : `:${reference.id}`;
  return `${minus ? '-' : ''}${reference.kind}${id} ${reference.given}`;
};

test.each([
  { why: 'nothing', text: '', is: [] },
  { why: 'a person', text: '<@U1|ada>', is: ['USER:U1 @ada'] },
  { why: 'a person of a large organisation', text: '<@W1A2|ada>', is: ['USER:W1A2 @ada'] },
  { why: 'a person without a label', text: '<@U1>', is: ['USER:U1 <@U1>'] },
  { why: 'an empty label', text: '<@U1|>', is: ['USER:U1 <@U1|>'] },
  { why: 'a group', text: '<!subteam^S1|@osru>', is: ['GROUP:S1 @osru'] },
  { why: 'a channel', text: '<#C1|osru>', is: ['CHANNEL:C1 #osru'] },
  { why: 'an address that Slack made a link of', text: '<mailto:a@b.it|a@b.it>', is: ['NAME a@b.it'] },
  { why: 'two', text: '<@U1|ada> <@U2|bruno>', is: ['USER:U1 @ada', 'USER:U2 @bruno'] },
  { why: 'two and a word between', text: '<@U1|ada> e <@U2|bruno>', is: ['USER:U1 @ada', 'USER:U2 @bruno'] },
  { why: 'two without a space', text: '<@U1|ada><@U2|bruno>', is: ['USER:U1 @ada', 'USER:U2 @bruno'] },
  { why: 'a comma', text: '<@U1|ada>, <@U2|bruno>', is: ['USER:U1 @ada', 'USER:U2 @bruno'] },
  { why: 'a dash takes back', text: '-<@U1|ada>', is: ['-USER:U1 @ada'] },
  { why: 'a dash and a space', text: '– <@U1|ada>', is: ['-USER:U1 @ada'] },
  { why: 'one of two', text: '<@U1|ada> -<@U2|bruno>', is: ['USER:U1 @ada', '-USER:U2 @bruno'] },
  { why: 'the other of two', text: '-<@U1|ada> <@U2|bruno>', is: ['-USER:U1 @ada', 'USER:U2 @bruno'] },
  { why: 'an address', text: 'a@b.it', is: ['NAME a@b.it'] },
  { why: 'a key', text: 'referente.osru', is: ['NAME referente.osru'] },
  { why: 'a key with a mark', text: '@referente.osru', is: ['NAME referente.osru'] },
  { why: 'keys', text: 'a.rossi b.verdi', is: ['NAME a.rossi', 'NAME b.verdi'] },
  { why: 'a name', text: 'Referente OSRU', is: ['NAME Referente OSRU'] },
  { why: 'names', text: 'Ada Rossi, Bruno Verdi', is: ['NAME Ada Rossi', 'NAME Bruno Verdi'] },
  { why: 'names with marks', text: '@Ada Rossi @Bruno', is: ['NAME Ada Rossi', 'NAME Bruno'] },
  { why: 'names and “e”', text: 'Ada Rossi e Bruno', is: ['NAME Ada Rossi', 'NAME Bruno'] },
  { why: 'a name taken back', text: '-@Ada Rossi', is: ['-NAME Ada Rossi'] },
  { why: 'one name taken back', text: '@Ada -@Bruno', is: ['NAME Ada', '-NAME Bruno'] },
  { why: 'a dash inside a name', text: 'Anna-Maria', is: ['NAME Anna-Maria'] },
  { why: 'a name and a person', text: 'a@b.it <@U1|ada>', is: ['NAME a@b.it', 'USER:U1 @ada'] },
  { why: 'a channel by name', text: '#osru', is: ['NAME osru'] },
  { why: 'everybody is nobody', text: '<!channel>', is: ['NAME <!channel>'] },
])('$why', ({ text, is }) => {
  expect(readReferences(text).map(shown)).toEqual(is);
});
