/**
 * `npm audit` does not answer here, so the versions below which a package must not fall are held by hand
 * (design.md, the stack).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

type Floor = {
  readonly name: string;
  readonly floor: string;
  /** We import it: its absence from the lockfile is a mistake. Others only must not be old where they appear. */
  readonly required: boolean;
};

const FLOORS: readonly Floor[] = [
  /** CVE-2026-39356 */
  { name: 'drizzle-orm', floor: '0.45.2', required: true },
  { name: 'graphql-yoga', floor: '5.21.3', required: true },
  { name: '@slack/bolt', floor: '4.7.3', required: true },
  { name: 'better-sqlite3', floor: '12.8.0', required: true },
  /** Socket Mode of `@slack/bolt` 5 speaks through undici: `ws` comes back only if another package brings it. */
  { name: 'ws', floor: '8.21.0', required: false },
  /** We read YAML with `yaml`; this one would come with somebody else's tools. */
  { name: 'js-yaml', floor: '4.1.1', required: false },
];

type Lockfile = { readonly packages: Readonly<Record<string, { readonly version?: string }>> };

/** Below 0 when `a` comes before `b`; a pre-release comes before its release. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => {
    const [release = '', pre] = version.split('+')[0]?.split(/-(.*)/) ?? [];
    return [...release.split('.').map(Number), pre === undefined ? 0 : -1];
  });
  for (let i = 0; i < 4; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** All copies of a package, nested ones too. */
const copiesOf = ({ packages }: Lockfile, name: string): { path: string; version: string }[] =>
  Object.entries(packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([path, { version = '0.0.0' }]) => ({ path, version }));

function problemsOf(lockfile: Lockfile, floors: readonly Floor[]): string[] {
  return floors.flatMap(({ name, floor, required }) => {
    const copies = copiesOf(lockfile, name);
    if (copies.length === 0) return required ? [`${name} is not in the lockfile`] : [];
    return copies
      .filter(({ version }) => compareVersions(version, floor) < 0)
      .map(({ path, version }) => `${path} is ${version}, below ${floor}`);
  });
}

test('no package in the lockfile is below its floor', () => {
  const text = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8');
  expect(problemsOf(JSON.parse(text) as Lockfile, FLOORS)).toEqual([]);
});

describe('the check itself', () => {
  const floors: readonly Floor[] = [
    { name: 'ws', floor: '8.21.0', required: false },
    { name: '@slack/bolt', floor: '4.7.3', required: true },
  ];
  const bolt = { 'node_modules/@slack/bolt': { version: '5.1.0' } };

  test.each([
    { why: 'all above', packages: bolt, problems: [] },
    { why: 'on the floor', packages: { 'node_modules/@slack/bolt': { version: '4.7.3' } }, problems: [] },
    {
      why: 'a required one is missing',
      packages: { 'node_modules/bolt': { version: '5.1.0' } },
      problems: ['@slack/bolt is not in the lockfile'],
    },
    {
      why: 'a nested copy is below',
      packages: {
        ...bolt,
        'node_modules/ws': { version: '8.21.0' },
        'node_modules/a/node_modules/ws': { version: '8.9.9' },
      },
      problems: ['node_modules/a/node_modules/ws is 8.9.9, below 8.21.0'],
    },
    {
      why: 'a name that only ends alike',
      packages: { ...bolt, 'node_modules/isomorphic-ws': { version: '1.0.0' } },
      problems: [],
    },
  ])('$why', ({ packages, problems }) => {
    expect(problemsOf({ packages }, floors)).toEqual(problems);
  });

  test.each([
    { a: '0.45.2', b: '0.45.10', sign: -1 },
    { a: '5.0.0', b: '4.99.99', sign: 1 },
    { a: '12.8.0', b: '12.8.0', sign: 0 },
    { a: '1.0.0-beta.9', b: '1.0.0', sign: -1 },
    { a: '1.0.0-beta.9', b: '0.45.2', sign: 1 },
    { a: '1.0.0+build.7', b: '1.0.0', sign: 0 },
  ])('$a against $b: $sign', ({ a, b, sign }) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});
