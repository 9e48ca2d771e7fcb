/**
 * Who may import whom (design.md), and a few things that belong to one place alone. Every file is parsed: an
 * arrow of types only is an arrow too, for it ties the same two parts together.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { type ParseResult, parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

type Place = {
  /** Directories, or single files, of src that this one may import beside itself. */
  readonly imports: readonly string[];
  /** NONE excludes Node's own modules as well. */
  readonly packages: 'ANY' | 'NONE';
  /** What it may import from beside src. */
  readonly beside?: readonly string[];
};

const edge: Place = { imports: ['domain', 'services', 'messages'], packages: 'ANY' };

/** Every directory of src; one that is not here fails until somebody decides where it belongs. */
const PLACES: Readonly<Record<string, Place>> = {
  domain: { imports: [], packages: 'NONE' },
  messages: { imports: ['domain'], packages: 'NONE' },
  'plan-file': { imports: ['domain'], packages: 'ANY' },
  /** Which days are holidays, and what they are called. */
  calendar: { imports: ['domain', 'messages'], packages: 'ANY' },
  store: { imports: ['domain'], packages: 'ANY' },
  services: { imports: ['domain', 'plan-file', 'store/port.ts'], packages: 'ANY' },
  /** Draws pictures; the composition root hands it to the edges that show them. */
  charts: { imports: ['domain', 'messages'], packages: 'ANY' },
  slack: edge,
  graphql: edge,
  scheduler: edge,
  cli: edge,
  /** Speaks Slack's protocol and knows nothing of plans. */
  'slack-local': { imports: [], packages: 'ANY' },
  /** Verifies tokens of people; the composition root asks it. */
  oidc: { imports: ['domain'], packages: 'ANY' },
  web: {
    imports: ['graphql', 'slack', 'slack-local', 'services', 'domain', 'messages'],
    packages: 'ANY',
  },
};

/**
 * The dashboard's page runs in a browser and knows the product by its API alone: the names and types of the trusted
 * documents. Nothing of the server's may import it, for it is built by itself.
 */
const PAGE = 'web/dashboard';
const PAGE_PLACE: Place = {
  imports: ['domain', 'messages'],
  packages: 'ANY',
  beside: ['../graphql/generated', '../graphql/trusted-documents.json'],
};

/** The composition root, and what starts it: src/*.ts. */
const ROOT: Place = { imports: Object.keys(PLACES), packages: 'ANY' };

/** Files whose place is not that of their directory. */
const SINGLE_FILES: readonly { readonly file: RegExp; readonly place: Place }[] = [
  /** So that nothing below the root is tempted to ask it for more than its own settings. */
  { file: /^config\.ts$/, place: { imports: ['domain'], packages: 'ANY' } },
];

/** Arrows that only types may follow: the text of a problem knows its shape, not how it was found. */
const TYPE_ARROWS: readonly { readonly from: RegExp; readonly to: string }[] = [
  { from: /^messages\/plan-file-[^/]*\.ts$/, to: 'plan-file' },
];

/** Packages that one directory keeps to itself. */
const KEPT_PACKAGES: readonly { readonly name: string; readonly in: string }[] = [
  { name: 'better-sqlite3', in: 'store' },
  { name: 'drizzle-orm', in: 'store' },
  { name: 'date-holidays', in: 'calendar' },
  { name: 'jose', in: 'oidc' },
];

const READS_ENVIRONMENT = /^config\.ts$|(?:^|\/)vite\.config\.ts$/;

type Import = { readonly specifier: string; readonly typesOnly: boolean };

/** All that `parsed` names: import, export … from, import(), and `import('…').Type`. */
function importsOf(parsed: ParseResult, source: string): Import[] {
  const found: Import[] = [];
  for (const { moduleRequest, entries } of parsed.module.staticImports) {
    found.push({
      specifier: moduleRequest.value,
      typesOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    });
  }
  for (const { entries } of parsed.module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ specifier: moduleRequest.value, typesOnly: isType });
    }
  }
  for (const { moduleRequest } of parsed.module.dynamicImports) {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    const literal = /^(['"`])([^'"`$]*)\1$/.exec(text);
    found.push({ specifier: literal?.[2] ?? text, typesOnly: false });
  }
  new Visitor({
    TSImportType(node) {
      found.push({ specifier: node.source.value, typesOnly: true });
    },
  }).visit(parsed.program);
  return found;
}

/** What `parsed` takes from the machine: the environment, the time, chance. */
function ambientOf(parsed: ParseResult): Set<'process.env' | 'the clock' | 'chance'> {
  const found = new Set<'process.env' | 'the clock' | 'chance'>();
  const isNamed = (node: { type: string; name?: unknown }, name: string): boolean =>
    node.type === 'Identifier' && node.name === name;
  new Visitor({
    MemberExpression(node) {
      const property =
        node.property.type === 'Literal'
          ? node.property.value
          : 'name' in node.property && node.property.name;
      const { object } = node;
      const owner =
        object.type === 'Identifier'
          ? object.name
          : object.type === 'MemberExpression' &&
            object.property.type === 'Identifier' &&
            object.property.name;
      if (owner === 'process' && property === 'env') found.add('process.env');
      if (owner === 'Date' && property === 'now') found.add('the clock');
      if (owner === 'Math' && property === 'random') found.add('chance');
    },
    VariableDeclarator({ id, init }) {
      if (id.type !== 'ObjectPattern' || !init || !isNamed(init, 'process')) return;
      const names = id.properties.map(
        (each) => each.type === 'Property' && 'name' in each.key && each.key.name,
      );
      if (names.includes('env')) found.add('process.env');
    },
    ImportDeclaration({ source, specifiers }) {
      if (source.value !== 'node:process' && source.value !== 'process') return;
      const takesEnvironment = specifiers.some(
        (each) => each.type === 'ImportSpecifier' && 'name' in each.imported && each.imported.name === 'env',
      );
      if (takesEnvironment) found.add('process.env');
    },
    NewExpression({ callee, arguments: given }) {
      if (isNamed(callee, 'Date') && given.length === 0) found.add('the clock');
    },
    CallExpression({ callee }) {
      if (isNamed(callee, 'Date')) found.add('the clock');
    },
  }).visit(parsed.program);
  return found;
}

const directoryOf = (file: string): string | null =>
  file.includes('/') ? (file.split('/')[0] ?? null) : null;

/** What a file may import freely. */
const homeOf = (file: string): string | null => (isWithin(file, PAGE) ? PAGE : directoryOf(file));

function placeOf(file: string): Place | undefined {
  if (isWithin(file, PAGE)) return PAGE_PLACE;
  const single = SINGLE_FILES.find((each) => each.file.test(file));
  if (single) return single.place;
  const directory = directoryOf(file);
  return directory === null ? ROOT : PLACES[directory];
}

const isWithin = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);

function importProblem(file: string, place: Place, { specifier, typesOnly }: Import): string | null {
  if (!specifier.startsWith('.')) {
    const kept = KEPT_PACKAGES.find(({ name }) => isWithin(specifier, name));
    if (kept && directoryOf(file) !== kept.in) return `${specifier} belongs to ${kept.in}/`;
    return place.packages === 'NONE'
      ? `may import no ${isBuiltin(specifier) ? 'module of Node' : 'package'}`
      : null;
  }
  const target = posix.join(posix.dirname(file), specifier);
  if (target.startsWith('..')) {
    return place.beside?.some((each) => isWithin(target, each)) ? null : 'is outside src';
  }
  const own = homeOf(file);
  if (own !== PAGE && isWithin(target, PAGE)) return 'is the page’s own';
  if (own !== null && isWithin(target, own)) return null;
  if (place.imports.some((each) => isWithin(target, each))) return null;
  // Only the root's own files may know each other: nothing below reaches up to them.
  if (own === null && directoryOf(target) === null && place === ROOT) return null;
  if (typesOnly && TYPE_ARROWS.some((each) => each.from.test(file) && isWithin(target, each.to))) return null;
  return `may import only ${[...place.imports, 'itself'].join(', ')}`;
}

/** Everything wrong with `files` (paths below src → source), one sentence each. */
function problemsOf(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([file, source]) => {
    const place = placeOf(file);
    if (!place) return [`${file}: ${directoryOf(file)}/ has no place in the table of this test`];
    const parsed = parseSync(file, source);
    if (parsed.errors.length > 0) return [`${file}: does not parse: ${parsed.errors[0]?.message}`];
    const ambient = ambientOf(parsed);
    return [
      ...importsOf(parsed, source).flatMap((each) => {
        const problem = importProblem(file, place, each);
        return problem === null ? [] : [`${file} → ${each.specifier}: ${problem}`];
      }),
      ...[...ambient]
        .filter((each) =>
          each === 'process.env' ? !READS_ENVIRONMENT.test(file) : directoryOf(file) === 'domain',
        )
        .map((each) => `${file}: takes ${each}`),
    ];
  });
}

const SRC = join(import.meta.dirname, '../src');

const sources = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(SRC, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(SRC.length + 1), readFileSync(path, 'utf8')]),
  );

describe('src', () => {
  test('imports along the arrows of the design, and takes time, chance and environment where it may', () => {
    expect(problemsOf(sources())).toEqual([]);
  });

  test('has no directory without a place', () => {
    const directories = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(directories.map(({ name }) => name).filter((name) => !(name in PLACES))).toEqual([]);
  });

  test('was really read', () => {
    expect(Object.keys(sources())).toEqual(expect.arrayContaining(['domain/assess.ts', 'store/port.ts']));
  });
});

describe('the checker lets pass', () => {
  test.each([
    { why: 'a file of the same directory', file: 'domain/a.ts', source: "import { b } from './b.ts'" },
    { why: 'a deeper file, back up to its own', file: 'slack/views/a.ts', source: "import '../blocks/b.ts'" },
    {
      why: 'the store and its packages',
      file: 'store/a.ts',
      source: "import { eq } from 'drizzle-orm'; import '../domain/b.ts'",
    },
    {
      why: 'the store’s port in a service',
      file: 'services/a.ts',
      source: "import type { Store } from '../store/port.ts'",
    },
    {
      why: 'the parser of plans in a service',
      file: 'services/a.ts',
      source: "import { parse } from '../plan-file/parse.ts'",
    },
    {
      why: 'an edge',
      file: 'slack/a.ts',
      source: "import '../services/b.ts'; import '../messages/it.ts'; import '@slack/bolt'",
    },
    {
      why: 'the calendar, its package and the names of days',
      file: 'calendar/a.ts',
      source:
        "import Holidays from 'date-holidays'; import '../messages/patron-days.ts'; import '../domain/a.ts'",
    },
    {
      why: 'the web server and the edges it serves',
      file: 'web/a.ts',
      source: "import '../graphql/b.ts'; import '../slack-local/c.ts'",
    },
    {
      why: 'the page, its own files, the rules, the words and the documents it asks for',
      file: 'web/dashboard/views/a.tsx',
      source:
        "import '../parts/b.tsx'; import '../../../domain/a.ts'; import '../../../messages/it.ts'; import type { A } from '../../../../graphql/generated/named-operations.ts'; import 'preact'",
    },
    {
      why: 'the root, everything',
      file: 'main.ts',
      source: "import './store/a.ts'; import './cli/b.ts'; import './config.ts'",
    },
    {
      why: 'config and the domain',
      file: 'config.ts',
      source: "import { isoDate } from './domain/dates.ts'; process.env.PORT",
    },
    { why: 'a configuration of Vite', file: 'slack-local/page/vite.config.ts', source: 'process.env.PORT' },
    {
      why: 'texts of plan files, their types',
      file: 'messages/plan-file-it.ts',
      source: "import type { Problem } from '../plan-file/problem.ts'",
    },
    {
      why: 'the same, marked one by one',
      file: 'messages/plan-file-it.ts',
      source: "import { type Problem } from '../plan-file/problem.ts'",
    },
    {
      why: 'a given instant in the domain',
      file: 'domain/a.ts',
      source: 'new Date(0); Date.parse(""); Math.max(1, 2)',
    },
    {
      why: 'the clock outside the domain',
      file: 'scheduler/a.ts',
      source: 'Date.now(); new Date(); Math.random()',
    },
    {
      why: 'import.meta.env of a page',
      file: 'slack-local/page/a.tsx',
      source: 'const a = <p>{import.meta.env.MODE}</p>',
    },
  ])('$why', ({ file, source }) => {
    expect(problemsOf({ [file]: source })).toEqual([]);
  });
});

describe('the checker catches', () => {
  test.each([
    {
      why: 'a package in the domain',
      file: 'domain/a.ts',
      source: "import { z } from 'zod'",
      says: 'no package',
    },
    {
      why: 'a module of Node in the domain',
      file: 'domain/a.ts',
      source: "import 'node:fs'",
      says: 'no module of Node',
    },
    {
      why: 'the domain reaching out',
      file: 'domain/a.ts',
      source: "import '../store/port.ts'",
      says: 'may import only',
    },
    {
      why: 'a type of a package in the domain',
      file: 'domain/a.ts',
      source: "import type { Block } from '@slack/types'",
      says: 'no package',
    },
    {
      why: 'a re-export',
      file: 'domain/a.ts',
      source: "export { b } from '../services/b.ts'",
      says: 'may import only',
    },
    {
      why: 'a re-export of everything',
      file: 'domain/a.ts',
      source: "export * from '../services/b.ts'",
      says: 'may import only',
    },
    {
      why: 'a dynamic import',
      file: 'slack/a.ts',
      source: "await import('../store/sqlite.ts')",
      says: 'may import only',
    },
    {
      why: 'a type named where it is used',
      file: 'slack/a.ts',
      source: "let a: import('../store/port.ts').Store",
      says: 'may import only',
    },
    {
      why: 'a package in the messages',
      file: 'messages/it.ts',
      source: "import 'intl-messageformat'",
      says: 'no package',
    },
    {
      why: 'a message that runs the parser',
      file: 'messages/plan-file-it.ts',
      source: "import { parse } from '../plan-file/parse.ts'",
      says: 'may import only',
    },
    {
      why: 'another message with a type of plan files',
      file: 'messages/it.ts',
      source: "import type { Problem } from '../plan-file/problem.ts'",
      says: 'may import only',
    },
    {
      why: 'a service past the port',
      file: 'services/a.ts',
      source: "import { open } from '../store/database.ts'",
      says: 'may import only',
    },
    {
      why: 'a service that speaks',
      file: 'services/a.ts',
      source: "import '../messages/it.ts'",
      says: 'may import only',
    },
    {
      why: 'the domain asking for a calendar',
      file: 'domain/a.ts',
      source: "import { createCalendar } from '../calendar/create-calendar.ts'",
      says: 'may import only',
    },
    {
      why: 'the package of holidays outside the calendar',
      file: 'services/a.ts',
      source: "import Holidays from 'date-holidays'",
      says: 'belongs to calendar/',
    },
    {
      why: 'an edge and the store',
      file: 'graphql/a.ts',
      source: "import '../store/sqlite.ts'",
      says: 'may import only',
    },
    {
      why: 'an edge and the port',
      file: 'scheduler/a.ts',
      source: "import type { Store } from '../store/port.ts'",
      says: 'may import only',
    },
    {
      why: 'an edge and another',
      file: 'slack/a.ts',
      source: "import '../graphql/schema.ts'",
      says: 'may import only',
    },
    {
      why: 'an edge whose name begins another’s',
      file: 'slack/a.ts',
      source: "import '../slack-local/seed.ts'",
      says: 'may import only',
    },
    {
      why: 'a workspace that knows of plans',
      file: 'slack-local/page/a.tsx',
      source: "import '../../domain/plan.ts'",
      says: 'may import only',
    },
    {
      why: 'the web server and the store',
      file: 'web/a.ts',
      source: "import '../store/port.ts'",
      says: 'may import only',
    },
    {
      why: 'the page past the API',
      file: 'web/dashboard/a.tsx',
      source: "import '../../services/a.ts'",
      says: 'may import only',
    },
    {
      why: 'the page and the server that sends it',
      file: 'web/dashboard/a.tsx',
      source: "import '../server.ts'",
      says: 'may import only',
    },
    {
      why: 'the page and the schema’s own code',
      file: 'web/dashboard/a.tsx',
      source: "import '../../../graphql/schema.graphql'",
      says: 'outside src',
    },
    {
      why: 'the server and the page',
      file: 'web/a.ts',
      source: "import './dashboard/address.ts'",
      says: 'the page’s own',
    },
    {
      why: 'the root and the page',
      file: 'main.ts',
      source: "import './web/dashboard/address.ts'",
      says: 'the page’s own',
    },
    {
      why: 'the root, from below',
      file: 'services/a.ts',
      source: "import type { Config } from '../config.ts'",
      says: 'may import only',
    },
    {
      why: 'config and a service',
      file: 'config.ts',
      source: "import './services/a.ts'",
      says: 'may import only',
    },
    { why: 'config and the root', file: 'config.ts', source: "import './main.ts'", says: 'may import only' },
    { why: 'a way out of src', file: 'cli/a.ts', source: "import '../../package.json'", says: 'outside src' },
    {
      why: 'the driver outside the store',
      file: 'main.ts',
      source: "import Database from 'better-sqlite3'",
      says: 'belongs to store/',
    },
    {
      why: 'a part of the ORM outside the store',
      file: 'cli/a.ts',
      source: "import 'drizzle-orm/better-sqlite3'",
      says: 'belongs to store/',
    },
    {
      why: 'the environment',
      file: 'main.ts',
      source: 'const port = process.env.PORT',
      says: 'takes process.env',
    },
    {
      why: 'the environment by a string',
      file: 'main.ts',
      source: "const port = process['env'].PORT",
      says: 'takes process.env',
    },
    {
      why: 'the environment taken apart',
      file: 'main.ts',
      source: 'const { env } = process',
      says: 'takes process.env',
    },
    {
      why: 'the environment by way of the global',
      file: 'main.ts',
      source: 'globalThis.process.env.PORT',
      says: 'takes process.env',
    },
    {
      why: 'the environment imported',
      file: 'main.ts',
      source: "import { env } from 'node:process'",
      says: 'takes process.env',
    },
    {
      why: 'a file named like config below',
      file: 'web/config.ts',
      source: 'process.env.PORT',
      says: 'takes process.env',
    },
    {
      why: 'the time, as an object',
      file: 'domain/a.ts',
      source: 'const now = new Date()',
      says: 'takes the clock',
    },
    {
      why: 'the time, as a text',
      file: 'domain/a.ts',
      source: 'const now = Date()',
      says: 'takes the clock',
    },
    {
      why: 'the time, as a number',
      file: 'domain/a.ts',
      source: 'const now = Date.now()',
      says: 'takes the clock',
    },
    { why: 'the time, passed on', file: 'domain/a.ts', source: 'run(Date.now)', says: 'takes the clock' },
    { why: 'chance', file: 'domain/a.ts', source: 'const id = Math.random()', says: 'takes chance' },
    { why: 'a directory that nobody placed', file: 'utils/a.ts', source: '', says: 'has no place' },
    { why: 'what is no TypeScript', file: 'domain/a.ts', source: 'const = 1', says: 'does not parse' },
  ])('$why', ({ file, source, says }) => {
    const problems = problemsOf({ [file]: source });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(file);
    expect(problems[0]).toContain(says);
  });

  test('every problem, not the first', () => {
    const source = "import 'zod'; import '../store/port.ts'; Date.now(); Math.random()";
    expect(problemsOf({ 'domain/a.ts': source })).toHaveLength(4);
  });
});
