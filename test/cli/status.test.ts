import { describe, expect, test } from 'vitest';
import { openTerminal } from './support.ts';

/** Non-breaking spaces as spaces, so that expectations can be typed. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('a goal: title, weight, both readings, variance, coverage, health with its reason, phases', async () => {
  const { exit, out, err } = await openTerminal().run(
    'status',
    '1.1',
    '--as-of',
    '30/06/2020',
    '--baseline',
    '0',
  );
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  const text = plain(out);
  expect(text).toContain('Obiettivo 1.1\nConsolidamento del riordino');
  expect(text).toContain('Al 30/06/2020 · baseline 0 (DGR 153/2020)');
  expect(text).toMatch(/Peso +15,00 %/);
  expect(text).toMatch(/Atteso +65,00 % a scadenza · 82,40 % lineare/);
  expect(text).toMatch(/Scostamento +−65,00 a scadenza · −82,40 lineare/);
  expect(text).toMatch(/Copertura +0,00 % \(al più 100,00 %\)/);
  expect(text).toMatch(/Stato +in ritardo \(1\.1\.1\): fine prevista 31\/05\/2020/);
  for (const number of [1, 2, 3, 4, 5, 6]) expect(text).toMatch(new RegExp(`^1\\.1\\.${number} `, 'm'));
  expect(text).toContain('ultimo dato: mai comunicato');
});

test('the same in English', async () => {
  const { out } = await openTerminal({ language: 'en' }).run(
    'status',
    '1.1',
    '--as-of',
    '2020-06-30',
    '--baseline',
    '1',
  );
  expect(out).toMatch(/Planned +40\.00% by deadline · 73\.35% linear/);
  expect((await openTerminal().run('status', '1.1', '--lang', 'en')).out).toContain('Weighted progress');
  expect((await openTerminal().run('--lang=en', 'status')).out).toContain('Weighted progress');
});

describe('every subject fits 80 columns', () => {
  test.each([
    [],
    ['1.1'],
    ['3.1'],
    ['4.3'],
    ['1.1.3'],
    ['1.4.4'],
    ['DIREZIONE'],
    ['osru'],
    ['3.3', '--baseline', '0'],
  ])('status %s %s %s', async (...argv) => {
    const { exit, out } = await openTerminal().run('status', ...argv);
    expect(exit).toBe(0);
    const wide = out.split('\n').filter((line) => [...line].length > 80);
    expect(wide).toEqual([]);
    expect(out).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

test('the plan by area, and what of 100 points it holds', async () => {
  const text = plain((await openTerminal().run('status')).out);
  expect(text).toContain('0,00 di 86,00 punti');
  expect(text).toMatch(/^Ambito 3 · Servizi alle imprese$/m);
  expect(text).toMatch(/^3\.1 .* 10,00 % +0,00 % +0,00 % senza notizie recenti$/m);
  expect(text).toMatch(/^4\.3 .* — .* non valutabile$/m);
  expect(text).toMatch(/^OSRU /m);
});

test('a goal whose schedule is not known has no figure, and says why', async () => {
  const text = plain((await openTerminal().run('status', '4.3')).out);
  expect(text).toContain('non calcolabile: il cronoprogramma non è noto');
  expect(text).toMatch(/ARTI CRONO 4, fasi non note/);
});

describe('refused with a sentence, exit 1, nothing on stdout', () => {
  test.each([
    { argv: ['9.9'], sentence: /«9\.9» non esiste/ },
    { argv: ['3.3'], sentence: /3\.3 è confluito in 1\.3.*Motivazione/ },
    { argv: ['--baseline', '7'], sentence: /baseline 7.*0, 1/ },
    { argv: ['--year', '2019'], sentence: /2019.*2020/ },
  ])('status $argv', async ({ argv, sentence }) => {
    const { exit, out, err } = await openTerminal().run('status', ...argv);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toMatch(sentence);
  });

  test('before any import', async () => {
    const { exit, err } = await openTerminal({ seed: false }).run('status');
    expect(exit).toBe(1);
    expect(err).toContain('arti import FILE');
  });
});
