import { expect, test } from 'vitest';
import { mayReport, type Reporter } from '../../../../src/web/dashboard/acting/may-report.ts';

const OSRU = { code: 'OSRU' };
const STAFF: Reporter = {
  permissions: ['READ', 'REPORT_OWN_STRUCTURES'],
  structures: [OSRU],
  member: { items: [] },
};

test.each([
  { why: 'who reports for all', who: { ...STAFF, permissions: ['REPORT_ALL'], structures: [] }, may: true },
  { why: 'a structure of theirs answers for it', who: STAFF, may: true },
  { why: 'another structure does', who: { ...STAFF, structures: [{ code: 'DIREZIONE' }] }, may: false },
  {
    why: 'a colleague left it to them',
    who: { ...STAFF, structures: [], member: { items: [{ item: { code: '1.1.3' } }] } },
    may: true,
  },
  { why: 'who only reads', who: { ...STAFF, permissions: ['READ'] }, may: false },
  { why: 'a key, which is no member', who: { ...STAFF, structures: [], member: null }, may: false },
])('$why → $may', ({ who, may }) => {
  expect(mayReport(who, { code: '1.1.3', structures: [OSRU] })).toBe(may);
});
