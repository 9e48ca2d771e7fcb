import { expect, test } from 'vitest';
import { codeOfLink } from '../../../src/slack/unfurl/code-of-link.ts';

test.each([
  { url: 'https://arti.example/goals/1.4', is: '1.4' },
  { url: 'https://arti.example/dashboard/2020/goals/1.4', is: '1.4' },
  { url: 'https://arti.example/phases/1.4.2/', is: '1.4.2' },
  { url: 'https://arti.example/phases/1.4.2?tab=storia#oggi', is: '1.4.2' },
  { url: 'http://localhost:3000/goals/1.4', is: '1.4' },
  { url: 'https://arti.example/?code=1.4.2', is: '1.4.2' },
  { url: 'https://arti.example/plan?code=1.04', is: '1.4' },
  { url: 'https://arti.example/', is: undefined },
  { url: 'https://arti.example/goals', is: undefined },
  { url: 'https://arti.example/goals/', is: undefined },
  { url: 'https://arti.example/goals/abc', is: undefined },
  { url: 'https://arti.example/goals/1.4/edit', is: undefined },
  { url: 'https://arti.example/subgoals/1.4', is: undefined },
  { url: 'https://arti.example/?code=', is: undefined },
  { url: 'https://arti.example/goals/%31.4', is: undefined },
  { url: 'ftp://arti.example/goals/1.4', is: undefined },
  { url: 'arti.example/goals/1.4', is: undefined },
])('$url → $is', ({ url, is }) => {
  expect(codeOfLink(url)).toBe(is);
});
