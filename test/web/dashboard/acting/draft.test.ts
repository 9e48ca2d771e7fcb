import { describe, expect, test } from 'vitest';
import {
  type Draft,
  type DraftStorage,
  dropDraft,
  keepDraft,
  readDraft,
  sending,
} from '../../../../src/web/dashboard/acting/draft.ts';

const DRAFT: Draft = { key: 'k-1', texts: { percent: '62,5', note: 'bando' }, isOpen: true, sentAs: null };

function storage(entries: Readonly<Record<string, string>> = {}): DraftStorage {
  const kept = new Map(Object.entries(entries));
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

const refuse = () => {
  throw new DOMException('no room', 'QuotaExceededError');
};

describe('a draft', () => {
  test('is read back as it was kept, by its form alone', () => {
    const kept = storage();
    keepDraft(kept, 'report::1.1.1', DRAFT);
    expect(readDraft(kept, 'report::1.1.1')).toEqual(DRAFT);
    expect(readDraft(kept, 'report::1.1.2')).toBeNull();
    dropDraft(kept, 'report::1.1.1');
    expect(readDraft(kept, 'report::1.1.1')).toBeNull();
  });

  test.each([
    { why: 'not JSON', text: '{' },
    { why: 'another shape', text: '{"key":1}' },
    { why: 'a text that is none', text: JSON.stringify({ ...DRAFT, texts: { percent: 5 } }) },
  ])('$why is no draft', ({ text }) => {
    expect(readDraft(storage({ 'draft:f': text }), 'f')).toBeNull();
  });

  test('is written on where the browser keeps nothing', () => {
    const full: DraftStorage = { getItem: refuse, setItem: refuse, removeItem: refuse };
    expect(() => keepDraft(full, 'f', DRAFT)).not.toThrow();
    expect(() => dropDraft(full, 'f')).not.toThrow();
    expect(readDraft(full, 'f')).toBeNull();
  });
});

describe('sending', () => {
  const newKey = () => 'k-2';

  test('what was never sent takes the key it has', () => {
    expect(sending(DRAFT, 'a', newKey)).toEqual({ ...DRAFT, sentAs: 'a' });
  });

  test('the same once more keeps its key', () => {
    const first = sending(DRAFT, 'a', newKey);
    expect(sending(first, 'a', newKey).key).toBe('k-1');
  });

  test('something else takes a new key, since the first may have arrived', () => {
    const first = sending(DRAFT, 'a', newKey);
    expect(sending(first, 'b', newKey)).toEqual({ ...DRAFT, key: 'k-2', sentAs: 'b' });
  });
});
