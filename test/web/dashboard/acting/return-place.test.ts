import { expect, test } from 'vitest';
import type { DraftStorage } from '../../../../src/web/dashboard/acting/draft.ts';
import { placeToReturn, rememberPlace } from '../../../../src/web/dashboard/acting/return-place.ts';

function storage(): DraftStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

test.each([
  { why: 'a view with its filters', place: '/goals/1.1?asOf=2020-06-30', to: '/goals/1.1?asOf=2020-06-30' },
  { why: 'never to where one signs in', place: '/sign-in', to: '/' },
  { why: 'never to another host', place: '//elsewhere.example/', to: '/' },
  { why: 'nor by a backslash', place: '/\\elsewhere.example', to: '/' },
])('$why', ({ place, to }) => {
  const kept = storage();
  rememberPlace(kept, place);
  expect(placeToReturn(kept)).toBe(to);
});

test('to the plan where no place is kept', () => {
  expect(placeToReturn(storage())).toBe('/');
});
