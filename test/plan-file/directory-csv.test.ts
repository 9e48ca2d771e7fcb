import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StructureCode } from '../../src/domain/codes.ts';
import type { Person } from '../../src/domain/directory.ts';
import { problemSentence } from '../../src/messages/plan-file-catalogue.ts';
import { planFileEn } from '../../src/messages/plan-file-en.ts';
import { planFileIt } from '../../src/messages/plan-file-it.ts';
import { MAX_ROWS } from '../../src/plan-file/csv-tree.ts';
import { MAX_FILE_BYTES } from '../../src/plan-file/decode.ts';
import { parseDirectoryCsv } from '../../src/plan-file/parse-directory-csv.ts';
import { parseDirectoryFile } from '../../src/plan-file/parse-directory-file.ts';
import { parsePlanFile } from '../../src/plan-file/parse-plan-file.ts';
import type { FileProblem } from '../../src/plan-file/problems.ts';
import { MAX_ROW_BYTES, readCsv } from '../../src/plan-file/read-csv.ts';
import { bytesOf } from './small-plan.ts';

const bundled = (name: string) => readFileSync(new URL(`../../plans/${name}`, import.meta.url));

const parsedPlan = parsePlanFile(bundled('arti-2020.yaml'), 'arti-2020.yaml');
if (!parsedPlan.ok) throw new Error(JSON.stringify(parsedPlan.problems));
const { plan } = parsedPlan;

const known = (key: string, email: string): Person => ({
  key,
  email,
  name: 'N',
  title: 'T',
  role: 'STAFF',
  structures: ['OSRU' as StructureCode],
  place: null,
});

const parse = (content: string | Uint8Array, people: readonly Person[] = []) =>
  parseDirectoryCsv(typeof content === 'string' ? bytesOf(content) : content, 'p.csv', { plan, people });

function peopleOf(content: string | Uint8Array, people?: readonly Person[]): readonly Person[] {
  const result = parse(content, people);
  if (!result.ok || result.kind !== 'PEOPLE') throw new Error(JSON.stringify(result));
  return result.people;
}

function problemsOf(content: string | Uint8Array): readonly FileProblem[] {
  const result = parse(content);
  return result.ok ? [] : result.problems;
}

const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].map((letter) => ({ '€': 0x80, '’': 0x92, '–': 0x96 })[letter] ?? letter.charCodeAt(0)),
  );

const HEAD = 'chiave;nome;qualifica;email;ruolo;strutture;sede\n';
const ANNA = 'anna;Anna;Funzionaria;anna@x.it;operatore;OSRU;Firenze\n';
const PERSON: Person = {
  key: 'anna',
  name: 'Anna',
  title: 'Funzionaria',
  email: 'anna@x.it',
  role: 'STAFF',
  structures: ['OSRU' as StructureCode],
  place: 'Firenze',
};

test('the bundled lists say what the bundled directory says', () => {
  const directory = parseDirectoryFile(bundled('directory-local.yaml'), 'd');
  const channels = parse(bundled('channels-local.csv'));
  if (!directory.ok) throw new Error(JSON.stringify(directory.problems));
  expect(channels).toEqual({ ok: true, kind: 'CHANNELS', channels: directory.directory.channels });
  const unplaced = (people: readonly Person[]) => people.map((person) => ({ ...person, place: null }));
  expect(unplaced(peopleOf(bundled('people-local.csv')))).toEqual(unplaced(directory.directory.people));
});

describe('good files of people', () => {
  const cases: readonly { why: string; content: string | Uint8Array; person?: Partial<Person> }[] = [
    { why: 'semicolons, Italian header', content: HEAD + ANNA },
    {
      why: 'commas, English header',
      content:
        'key,name,title,email,role,structures,place\nanna,Anna,Funzionaria,anna@x.it,staff,OSRU,Firenze\n',
    },
    {
      why: 'a header of both languages, in capitals, in another order',
      content:
        'EMAIL;Ruolo;Name;TITLE;Strutture;Sede;Key\nanna@x.it;STAFF;Anna;Funzionaria;OSRU;Firenze;anna\n',
    },
    { why: 'a byte order mark', content: `\uFEFF${HEAD}${ANNA}` },
    { why: 'line ends of Windows', content: (HEAD + ANNA).replaceAll('\n', '\r\n') },
    { why: 'line ends of both kinds', content: `${HEAD.replace('\n', '\r\n')}${ANNA}` },
    { why: 'no line end at the end', content: (HEAD + ANNA).trimEnd() },
    {
      why: 'empty lines, and rows of empty cells as a spreadsheet leaves them',
      content: `\n${HEAD}\n${ANNA};;;;;;\n\n;;\n`,
    },
    { why: 'empty columns on the right', content: (HEAD + ANNA).replaceAll('\n', ';;\n') },
    {
      why: 'spaces around cells, non-breaking ones too',
      content: `${HEAD} anna ;\u00a0Anna ; Funzionaria; anna@x.it ; operatore ; OSRU ; Firenze\n`,
    },
    {
      why: 'quoted cells',
      content: `${HEAD}"anna";"Anna";"Funzionaria";"anna@x.it";"operatore";"OSRU";"Firenze"\n`,
    },
    {
      why: 'a quoted cell with delimiter, quotes and a line end',
      content: `${HEAD}anna;"Anna; detta ""Nina""";"Funzionaria\nesperta";anna@x.it;operatore;OSRU;Firenze\n`,
      person: { name: 'Anna; detta "Nina"', title: 'Funzionaria esperta' },
    },
    {
      why: 'UTF-8',
      content: `${HEAD}anna;Nicolò D’Amè – €;Funzionaria;anna@x.it;operatore;OSRU;Firenze\n`,
      person: { name: 'Nicolò D’Amè – €' },
    },
    {
      why: 'Windows-1252, as Excel saves it',
      content: windows1252(`${HEAD}anna;Nicolò D’Amè – €;Funzionaria;anna@x.it;operatore;OSRU;Firenze\n`),
      person: { name: 'Nicolò D’Amè – €' },
    },
    {
      why: 'several structures by a dash',
      content: (HEAD + ANNA).replace('OSRU', 'OSRU - LAVORO'),
      person: { structures: ['OSRU', 'LAVORO'] as StructureCode[] },
    },
    {
      why: 'several structures by a bar',
      content: (HEAD + ANNA).replace('OSRU', 'OSRU|LAVORO'),
      person: { structures: ['OSRU', 'LAVORO'] as StructureCode[] },
    },
    {
      why: 'several structures by a comma, one of them twice',
      content: (HEAD + ANNA).replace('OSRU', 'OSRU, LAVORO,OSRU'),
      person: { structures: ['OSRU', 'LAVORO'] as StructureCode[] },
    },
    { why: 'a structure in lower case', content: (HEAD + ANNA).replace('OSRU', 'osru') },
    {
      why: 'no structure for a manager, told by a dash',
      content: (HEAD + ANNA).replace('operatore;OSRU', 'Dirigente;-'),
      person: { role: 'MANAGER', structures: [] },
    },
    {
      why: 'no column of structures for the planning office',
      content:
        'chiave;nome;qualifica;email;ruolo;sede\nanna;Anna;Funzionaria;anna@x.it;programmazione;Firenze\n',
      person: { role: 'PLANNING', structures: [] },
    },
    { why: 'a head', content: (HEAD + ANNA).replace('operatore', 'responsabile'), person: { role: 'HEAD' } },
    { why: 'no place', content: (HEAD + ANNA).replace('Firenze', ''), person: { place: null } },
    {
      why: 'a place in capitals',
      content: (HEAD + ANNA).replace('Firenze', 'SIENA'),
      person: { place: 'Siena' },
    },
    {
      why: 'a row that ends before its empty cells',
      content: `${HEAD}anna;Anna;Funzionaria;anna@x.it;dirigente\n`,
      person: { role: 'MANAGER', structures: [], place: null },
    },
    { why: 'an address in capitals', content: (HEAD + ANNA).replace('anna@x.it', 'Anna@X.it') },
    {
      why: 'a formula told as text',
      content: (HEAD + ANNA).replace('Funzionaria', "'=1+1"),
      person: { title: "'=1+1" },
    },
  ];
  test.each(cases)('$why', ({ content, person }) => {
    expect(peopleOf(content)).toEqual([{ ...PERSON, ...person }]);
  });
});

describe('without a key', () => {
  const keyless = (email: string) => `nome;qualifica;email;ruolo\nAnna;F;${email};dirigente\n`;
  test.each([
    { why: 'the local part of the address', email: 'anna.rossi@x.it', key: 'anna.rossi' },
    { why: 'in lower case, without what a key may not have', email: 'Anna+Rossi@x.it', key: 'anna-rossi' },
    { why: 'beginning with a letter or digit', email: '_anna@x.it', key: 'anna' },
    { why: 'the key that the person has already', email: 'Referente@x.it', key: 'referente.osru' },
  ])('$why: $email → $key', ({ email, key }) => {
    expect(peopleOf(keyless(email), [known('referente.osru', 'referente@x.it')])[0]?.key).toBe(key);
  });

  test('a key in the file comes before the one that the person has', () => {
    expect(peopleOf(HEAD + ANNA, [known('vecchia', 'anna@x.it')])[0]?.key).toBe('anna');
  });

  test('two of the same local part are told, with both lines', () => {
    const content = `${keyless('anna@x.it')}Anna;F;anna@y.it;dirigente\n`;
    expect(problemsOf(content)).toMatchObject([
      { code: 'DUPLICATE_CODE', owner: 'PERSON', line: 3, firstLine: 2 },
    ]);
  });

  test('no letter of the address will do', () => {
    expect(problemsOf(keyless('__@x.it'))).toMatchObject([{ code: 'NOT_A_KEY', found: '__@x.it' }]);
  });
});

describe('bad files', () => {
  type Expected = { code: FileProblem['code']; line: number; column: number; says?: string };
  const cell = (from: string, to: string) => HEAD + ANNA.replace(from, to);
  const cases: readonly { why: string; content: string | Uint8Array; expected: readonly Expected[] }[] = [
    {
      why: 'an empty file',
      content: '',
      expected: [{ code: 'EMPTY_FILE', line: 1, column: 1, says: 'CSV' }],
    },
    { why: 'a header alone', content: HEAD, expected: [{ code: 'CSV_NO_ROWS', line: 1, column: 1 }] },
    {
      why: 'a header that says nothing',
      content: 'a;b\n1;2\n',
      expected: [{ code: 'CSV_HEADER', line: 1, column: 1, says: 'canale/channel' }],
    },
    {
      why: 'no header',
      content: ANNA,
      expected: [{ code: 'CSV_HEADER', line: 1, column: 1, says: 'ruolo/role' }],
    },
    {
      why: 'a column that is not known',
      content: (HEAD + ANNA).replace('sede', 'città').replace('Firenze', ''),
      expected: [{ code: 'UNKNOWN_FIELD', line: 1, column: 45, says: 'sede/place' }],
    },
    {
      why: 'one column twice, once in each language',
      content: 'nome;name;qualifica;email;ruolo\nAnna;Anna;F;anna@x.it;dirigente\n',
      expected: [{ code: 'DUPLICATE_KEY', line: 1, column: 6, says: 'name' }],
    },
    {
      why: 'a required column missing, told once',
      content: `nome;qualifica;email\nAnna;F;anna@x.it\nBea;F;bea@x.it\n`,
      expected: [{ code: 'CSV_COLUMN_MISSING', line: 1, column: 1, says: 'ruolo/role' }],
    },
    {
      why: 'an empty name, by the name of its column',
      content: cell('Anna', ''),
      expected: [{ code: 'EMPTY_FIELD', line: 2, column: 6, says: '«nome»' }],
    },
    {
      why: 'an unknown role',
      content: cell('operatore', 'capo'),
      expected: [
        {
          code: 'NOT_ONE_OF',
          line: 2,
          column: 33,
          says: 'operatore, responsabile, dirigente, programmazione, staff',
        },
      ],
    },
    {
      why: 'an unknown place',
      content: cell('Firenze', 'Milano'),
      expected: [{ code: 'NOT_ONE_OF', line: 2, column: 48, says: 'Arezzo, Carrara, Empoli, Firenze' }],
    },
    {
      why: 'a structure that the plan does not have',
      content: cell('OSRU', 'OSRU - ALTRA'),
      expected: [{ code: 'UNKNOWN_STRUCTURE', line: 2, column: 43, says: 'DIREZIONE' }],
    },
    {
      why: 'staff without a structure',
      content: cell('OSRU', ''),
      expected: [{ code: 'PERSON_WITHOUT_STRUCTURE', line: 2, column: 1 }],
    },
    {
      why: 'no address',
      content: cell('anna@x.it', 'anna'),
      expected: [{ code: 'NOT_AN_EMAIL', line: 2, column: 23 }],
    },
    {
      why: 'a key in capitals',
      content: cell('anna;', 'Anna;'),
      expected: [{ code: 'NOT_A_KEY', line: 2, column: 1 }],
    },
    {
      why: 'a person twice',
      content: HEAD + ANNA + ANNA,
      expected: [
        { code: 'DUPLICATE_CODE', line: 3, column: 1, says: 'riga 2' },
        { code: 'DUPLICATE_CODE', line: 3, column: 23, says: 'indirizzo' },
      ],
    },
    {
      why: 'a formula',
      content: cell('Funzionaria', '"=HYPERLINK(""http://x"")"'),
      expected: [{ code: 'CSV_FORMULA', line: 2, column: 11, says: 'HYPERLINK' }],
    },
    {
      why: 'a formula behind a plus',
      content: cell('Anna', '+A1'),
      expected: [{ code: 'CSV_FORMULA', line: 2, column: 6 }],
    },
    {
      why: 'a formula behind a minus',
      content: cell('Anna', '-1+A1'),
      expected: [{ code: 'CSV_FORMULA', line: 2, column: 6 }],
    },
    {
      why: 'a formula behind an at',
      content: cell('Anna', '@SUM(A1)'),
      expected: [{ code: 'CSV_FORMULA', line: 2, column: 6 }],
    },
    {
      why: 'a formula for structures',
      content: cell('OSRU', '=A1'),
      expected: [{ code: 'CSV_FORMULA', line: 2, column: 43 }],
    },
    {
      why: 'an error of the spreadsheet',
      content: cell('Funzionaria', '#N/D'),
      expected: [{ code: 'CSV_FORMULA', line: 2, column: 11 }],
    },
    {
      why: 'a quote that is never closed: the cell where it opens',
      content: cell('Anna', '"Anna'),
      expected: [{ code: 'CSV_QUOTES', line: 2, column: 6 }],
    },
    {
      why: 'a quote inside a cell, after accents',
      content: cell('Anna', 'Nicolò "Nico"').replace('anna;', 'aà;'),
      expected: [{ code: 'CSV_QUOTES', line: 2, column: 4 }],
    },
    {
      why: 'text after a closing quote',
      content: cell('Anna', '"Anna" R'),
      expected: [{ code: 'CSV_QUOTES', line: 2, column: 6 }],
    },
    {
      why: 'a comma too many, where commas separate',
      content: 'name,title,email,role,structures\nAnna,F,anna@x.it,staff,OSRU,LAVORO\n',
      expected: [{ code: 'CSV_CELL_WITHOUT_COLUMN', line: 2, column: 29, says: '«,»' }],
    },
    {
      why: 'a cell of an unnamed column',
      content: `${HEAD.trimEnd()};\n${ANNA.trimEnd()};\n${ANNA.replaceAll('anna', 'bea').trimEnd()};;x\n`,
      expected: [{ code: 'CSV_CELL_WITHOUT_COLUMN', line: 3, column: 55 }],
    },
    {
      why: 'a file over 5 MB',
      content: new Uint8Array(MAX_FILE_BYTES + 1).fill(32),
      expected: [{ code: 'FILE_TOO_LARGE', line: 1, column: 1, says: '5 MB' }],
    },
    {
      why: 'too many rows',
      content: HEAD + ANNA.repeat(MAX_ROWS + 1),
      expected: [{ code: 'CSV_TOO_MANY_ROWS', line: 1, column: 1, says: '5.000' }],
    },
    {
      why: 'a sheet of empty rows',
      content: HEAD + ANNA + ';;;;;;\n'.repeat(100_000),
      expected: [{ code: 'CSV_TOO_MANY_CELLS', line: 1, column: 1, says: '250.000' }],
    },
    {
      why: 'a row too long',
      content: HEAD + ANNA.replace('Anna', 'a'.repeat(MAX_ROW_BYTES)),
      expected: [{ code: 'CSV_ROW_TOO_LONG', line: 2, column: 6, says: '100.000' }],
    },
    {
      why: 'a cell too long',
      content: cell('Anna', 'a'.repeat(10_001)),
      expected: [{ code: 'TOO_LONG', line: 2, column: 6 }],
    },
    {
      why: 'a control character',
      content: cell('Anna', 'An\u0007na'),
      expected: [{ code: 'CONTROL_CHARACTER', line: 2, column: 8 }],
    },
    {
      why: 'UTF-16, “Unicode text” of Excel',
      content: Uint8Array.from([0xff, 0xfe, ...Buffer.from(HEAD + ANNA, 'utf16le')]),
      expected: [{ code: 'NOT_UTF8', line: 1, column: 1 }],
    },
    {
      why: 'UTF-8 with a stray byte of Windows-1252',
      content: Uint8Array.from([...bytesOf(cell('Anna', 'Nicolò')), 0xe0]),
      expected: [{ code: 'NOT_UTF8', line: 3, column: 1 }],
    },
    {
      why: 'a byte that Windows-1252 does not have',
      content: Uint8Array.from([...bytesOf(HEAD), 0x81]),
      expected: [{ code: 'NOT_UTF8', line: 2, column: 1 }],
    },
    {
      why: 'every problem of every row, in order',
      content: `${HEAD}${ANNA.replace('Anna', '')}bea;Bea;F;bea;capo;ALTRA;Milano\n`,
      expected: [
        { code: 'EMPTY_FIELD', line: 2, column: 6 },
        { code: 'NOT_AN_EMAIL', line: 3, column: 11 },
        { code: 'NOT_ONE_OF', line: 3, column: 15 },
        { code: 'UNKNOWN_STRUCTURE', line: 3, column: 20 },
        { code: 'NOT_ONE_OF', line: 3, column: 26 },
      ],
    },
    {
      why: 'lines are those of the file, after a cell of two and an empty one',
      content: `${HEAD}\nbea;"B\nea";F;bea@x.it;operatore;OSRU;\n${ANNA.replace('Firenze', 'Milano')}`,
      expected: [{ code: 'NOT_ONE_OF', line: 5, column: 48 }],
    },
    {
      why: 'a channel without use',
      content: 'canale;argomento;struttura;scopo\nosru;Settore;;\n',
      expected: [{ code: 'CHANNEL_STRUCTURE_OR_PURPOSE', line: 2, column: 1 }],
    },
    {
      why: 'a channel of two uses',
      content: 'canale;argomento;struttura;scopo\nosru;Settore;OSRU;generale\n',
      expected: [{ code: 'CHANNEL_STRUCTURE_OR_PURPOSE', line: 2, column: 1 }],
    },
    {
      why: 'a channel name that Slack refuses',
      content: 'canale;argomento;struttura\nOSRU;Settore;OSRU\n',
      expected: [{ code: 'NOT_A_KEY', line: 2, column: 1 }],
    },
    {
      why: 'an unknown purpose',
      content: 'canale;argomento;scopo\nosru;Settore;svago\n',
      expected: [{ code: 'NOT_ONE_OF', line: 2, column: 14, says: 'dirigenti, generale, managers, general' }],
    },
    {
      why: 'a channel of an unknown structure',
      content: 'canale;argomento;struttura\nosru;Settore;ALTRA\n',
      expected: [{ code: 'UNKNOWN_STRUCTURE', line: 2, column: 14 }],
    },
    {
      why: 'a channel twice',
      content: 'canale;argomento;struttura\nosru;Settore;OSRU\n#osru;Settore;OSRU\n',
      expected: [{ code: 'DUPLICATE_CODE', line: 3, column: 1 }],
    },
    {
      why: 'a column of people in a list of channels',
      content: 'canale;argomento;struttura;email\nosru;Settore;OSRU;a@x.it\n',
      expected: [{ code: 'UNKNOWN_FIELD', line: 1, column: 28, says: 'scopo/purpose' }],
    },
  ];
  test.each(cases)('$why', ({ content, expected }) => {
    const problems = problemsOf(content);
    expect(problems.map(({ code, line, column }) => ({ code, line, column }))).toEqual(
      expected.map(({ code, line, column }) => ({ code, line, column })),
    );
    for (const [index, problem] of problems.entries()) {
      expect(problemSentence(planFileIt, problem)).toContain(expected[index]?.says ?? '');
      expect(problemSentence(planFileEn, problem)).not.toBe(problemSentence(planFileIt, problem));
    }
  });
});

describe('channels', () => {
  test('with # and words of either language', () => {
    const content =
      'channel,topic,structure,purpose\n#osru,Settore,osru,\ndirigenti,Tutti,,Managers\ntutti,Tutti,-,general\n';
    expect(parse(content)).toEqual({
      ok: true,
      kind: 'CHANNELS',
      channels: [
        { name: 'osru', topic: 'Settore', structure: 'OSRU', purpose: 'STRUCTURE' },
        { name: 'dirigenti', topic: 'Tutti', structure: null, purpose: 'MANAGERS' },
        { name: 'tutti', topic: 'Tutti', structure: null, purpose: 'GENERAL' },
      ],
    });
  });
});

test('before the first plan codes are taken as written, in capitals', () => {
  const content = bytesOf((HEAD + ANNA).replace('OSRU', 'nuova - altra_2'));
  const result = parseDirectoryCsv(content, 'p.csv', { plan: null, people: [] });
  expect(result).toMatchObject({ ok: true, people: [{ structures: ['NUOVA', 'ALTRA_2'] }] });
  const bad = parseDirectoryCsv(bytesOf((HEAD + ANNA).replace('OSRU', '1 x')), 'p.csv', {
    plan: null,
    people: [],
  });
  expect(bad).toMatchObject({ ok: false, problems: [{ code: 'NOT_A_STRUCTURE_CODE' }] });
});

test('a structure may be named as the plan names it', () => {
  for (const { code, name, aliases } of plan.structures) {
    for (const text of [name, ...aliases]) {
      expect(peopleOf((HEAD + ANNA).replace('OSRU', `"${text}"`))[0]?.structures).toEqual([code]);
    }
  }
});

test('as many rows as are accepted are read', () => {
  const rows = Array.from({ length: MAX_ROWS }, (__, index) => ANNA.replaceAll('anna', `anna${index}`));
  expect(peopleOf(HEAD + rows.join(''))).toHaveLength(MAX_ROWS);
});

describe('whatever is in the file', () => {
  const words = fc.constantFrom(
    'nome',
    'email',
    'ruolo',
    'canale',
    ';',
    ',',
    '"',
    '\n',
    '\r\n',
    '=',
    'è',
    '€',
    '-',
    ' ',
  );

  test('it is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.array(words, { maxLength: 80 }).map((parts) => bytesOf(parts.join(''))),
          fc
            .array(words, { maxLength: 60 })
            .map((parts) => bytesOf(`nome;qualifica;email;ruolo\n${parts.join('')}`)),
        ),
        (bytes) => {
          const result = parse(bytes);
          if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('every cell is where it is said to be', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'è', '€', '😀', '"', ';', ',', '\n', ' '),
      maxLength: 6,
    });
    const grid = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(grid, fc.constantFrom('\n', '\r\n'), (cells, end) => {
        // The delimiter is told by the first line, which has no line end in a cell.
        const rows = [['x', 'y'], ...cells];
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quoted).join(';')).join(end);
        const csv = readCsv(text);
        if (!csv.ok) throw new Error('not read');
        expect(csv.rows.map((row) => row.map((each) => each.text))).toEqual(
          rows.map((row) => row.map((each) => each.replace(/\s+/g, ' ').trim())),
        );
        for (const [index, { offset }] of csv.rows.flat().entries()) {
          const due = quoted(rows.flat()[index] ?? '');
          expect(text.slice(offset, offset + due.length)).toBe(due);
        }
      }),
    );
  });
});
