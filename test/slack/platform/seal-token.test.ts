/** A bot token is opened by who sealed it, for the workspace for which it was sealed, and by nobody else. */
import { expect, test } from 'vitest';
import { createSealer } from '../../../src/slack/workspaces/seal-token.ts';

const TOKEN = 'xoxb-1-very-secret';
const sealer = createSealer('client-secret');
const sealed = sealer.seal('T1', TOKEN);

test('what was sealed is opened, also by another process with the same secret', () => {
  expect(sealer.open('T1', sealed)).toBe(TOKEN);
  expect(createSealer('client-secret').open('T1', sealed)).toBe(TOKEN);
});

test('the token does not show, and the same one is never sealed alike', () => {
  expect(sealed).not.toContain('secret');
  expect(Buffer.from(sealed.split('.').at(-1) ?? '', 'base64url').toString('latin1')).not.toContain('xoxb');
  expect(sealer.seal('T1', TOKEN)).not.toBe(sealed);
});

const [version, nonce, tag = '', content = ''] = sealed.split('.');
const flipped = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

test.each([
  { why: 'another client secret', open: () => createSealer('other').open('T1', sealed) },
  { why: 'put beside another workspace', open: () => sealer.open('T2', sealed) },
  { why: 'changed', open: () => sealer.open('T1', [version, nonce, tag, flipped(content)].join('.')) },
  { why: 'another tag', open: () => sealer.open('T1', [version, nonce, flipped(tag), content].join('.')) },
  {
    why: 'a tag cut short, which is easier to guess',
    open: () => sealer.open('T1', [version, nonce, tag.slice(0, 6), content].join('.')),
  },
  { why: 'of another version', open: () => sealer.open('T1', ['v2', nonce, tag, content].join('.')) },
  { why: 'the token itself', open: () => sealer.open('T1', TOKEN) },
  { why: 'nothing', open: () => sealer.open('T1', '') },
])('$why: not opened', ({ open }) => {
  expect(open()).toBeUndefined();
});
