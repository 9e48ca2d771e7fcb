import { expect, test } from 'vitest';
import type { Person } from '../../src/domain/directory.ts';
import { findColleague } from '../../src/services/find-colleague.ts';
import { ARTI_DIRECTORY, openTestContext } from '../helpers/context.ts';
import { OSRU } from '../helpers/figures.ts';

const person = (key: string, name: string): Person => ({
  key,
  name,
  title: '',
  email: `${key}@arti.example`,
  role: 'STAFF',
  structures: [OSRU],
  place: null,
});
const people = [
  person('a.rossi', 'Ada Rossi'),
  person('m.verdi', 'Maria Verdi'),
  person('m.verdi.2', 'Maria Verdi'),
  person('ada', 'Bruno Bianchi'),
  person('b.neri', 'Ada'),
];

test.each([
  { why: 'by address', given: 'a.rossi@arti.example', is: 'a.rossi' },
  { why: 'by address, in capitals', given: 'A.Rossi@ARTI.example', is: 'a.rossi' },
  { why: 'by key', given: 'a.rossi', is: 'a.rossi' },
  { why: 'by name', given: 'ada  rossi', is: 'a.rossi' },
  { why: 'a key before a name', given: 'Ada', is: 'ada' },
  { why: 'one of two of a name, by key', given: 'm.verdi.2', is: 'm.verdi.2' },
  { why: 'a name that two share', given: 'Maria Verdi', is: 'UNKNOWN_COLLEAGUE' },
  { why: 'half a name', given: 'Rossi', is: 'UNKNOWN_COLLEAGUE' },
  { why: 'nobody', given: 'nessuno', is: 'UNKNOWN_COLLEAGUE' },
  { why: 'nothing', given: ' ', is: 'UNKNOWN_COLLEAGUE' },
])('$why: $given', async ({ given, is }) => {
  const context = await openTestContext({ directory: { ...ARTI_DIRECTORY, people } });
  const found = await findColleague(context, given);
  expect(found.ok ? found.value.key : found.refusal.code).toBe(is);
});
