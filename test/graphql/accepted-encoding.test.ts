import { expect, test } from 'vitest';
import { acceptedEncoding } from '../../src/graphql/accepted-encoding.ts';

test.each([
  { why: 'the shortest of what a browser takes', header: 'gzip, deflate, br, zstd', encoding: 'br' },
  { why: 'the other where that is not taken', header: 'gzip', encoding: 'gzip' },
  { why: 'weights and capitals', header: 'GZIP;q=0.5, deflate', encoding: 'gzip' },
  { why: 'refused outright', header: 'br;q=0, gzip;q=0.0', encoding: null },
  { why: 'refused, the other taken', header: 'br; q=0, gzip', encoding: 'gzip' },
  { why: 'as it is', header: 'identity', encoding: null },
  { why: 'only what we do not have', header: 'zstd', encoding: null },
  { why: 'nothing said', header: undefined, encoding: null },
])('$why', ({ header, encoding }) => {
  expect(acceptedEncoding(header)).toBe(encoding);
});
