/** The judge of the kill harness: it must see what went wrong, else the harness proves nothing. */
import { expect, test } from 'vitest';
import type { Post } from '../workspace-server.ts';
import { judge, type KeptMessage, type Verdict } from './judge.ts';

const kept = (id: number, parts: Partial<KeptMessage> = {}): KeptMessage => ({
  id,
  key: `k${id}`,
  lane: 'CHANNEL a',
  state: 'SENT',
  channel: 'C1',
  ts: `${id}.0`,
  error: null,
  ...parts,
});
const post = (id: number, ts = `${id}.0`, channel = 'C1'): Post => ({ key: `k${id}`, ts, channel });
const unsent = { channel: null, ts: null };

const CLEAN: Verdict = { lost: [], twice: [], outOfOrder: [], doubtful: [], dead: [], wrong: [] };

test.each<{
  why: string;
  messages: readonly KeptMessage[];
  posts: readonly Post[];
  verdict: Partial<Verdict>;
}>([
  { why: 'each once, in order', messages: [kept(1), kept(2)], posts: [post(1), post(2)], verdict: {} },
  {
    why: 'posted twice',
    messages: [kept(1), kept(2)],
    posts: [post(1), post(1, '1.5'), post(2)],
    verdict: { twice: ['k1'] },
  },
  {
    why: 'posted twice, the second time after the next one: that is twice, not out of order',
    messages: [kept(1), kept(2)],
    posts: [post(1), post(2), post(1, '2.5')],
    verdict: { twice: ['k1'] },
  },
  {
    why: 'the later one stands first',
    messages: [kept(1), kept(2)],
    posts: [post(2), post(1)],
    verdict: { outOfOrder: ['k1'] },
  },
  {
    why: 'other conversations have an order of their own',
    messages: [kept(1), kept(2, { channel: 'C2' })],
    posts: [post(2, '2.0', 'C2'), post(1)],
    verdict: {},
  },
  {
    why: 'counts as sent, and is not there',
    messages: [kept(1)],
    posts: [],
    verdict: { lost: ['k1'], wrong: ['k1 counts as sent at C1 1.0, and stands at no place'] },
  },
  {
    why: 'counts as sent elsewhere',
    messages: [kept(1, { ts: '9.0' })],
    posts: [post(1)],
    verdict: { wrong: ['k1 counts as sent at C1 9.0, and stands at 1.0'] },
  },
  {
    why: 'recorded, and not even kept',
    messages: [],
    posts: [],
    verdict: { lost: ['k1'] },
  },
  {
    why: 'still waits, and stands there already',
    messages: [kept(1, { state: 'PENDING', ...unsent })],
    posts: [post(1)],
    verdict: { wrong: ['k1 is still PENDING'] },
  },
  {
    why: 'in doubt, told with what is true',
    messages: [
      kept(1, { state: 'DOUBTFUL', error: 'e', ...unsent }),
      kept(2, { state: 'DOUBTFUL', error: 'f', ...unsent }),
    ],
    posts: [post(2)],
    verdict: {
      doubtful: [
        { key: 'k1', error: 'e', posted: false },
        { key: 'k2', error: 'f', posted: true },
      ],
    },
  },
  {
    why: 'refused for good',
    messages: [kept(1, { state: 'DEAD', error: 'is_archived', ...unsent })],
    posts: [],
    verdict: { dead: [{ key: 'k1', error: 'is_archived' }] },
  },
  {
    why: 'said to be refused, and stands there',
    messages: [kept(1, { state: 'DEAD', error: 'e', ...unsent })],
    posts: [post(1)],
    verdict: {
      dead: [{ key: 'k1', error: 'e' }],
      wrong: ['k1 counts as refused (e), and stands in the workspace'],
    },
  },
])('$why', ({ messages, posts, verdict }) => {
  const keys = messages.length === 0 ? ['k1'] : messages.map(({ key }) => key);
  expect(judge(keys, messages, posts)).toEqual({ ...CLEAN, ...verdict });
});
