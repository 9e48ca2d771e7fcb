/** The transcription against the annex: every value below was copied from the source by hand. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Baseline, type Goal, phasesOf, wordingText } from '../../src/domain/plan.ts';
import { parsePlanFile } from '../../src/plan-file/parse-plan-file.ts';

const file = new URL('../../plans/arti-2020.yaml', import.meta.url);
const result = parsePlanFile(readFileSync(file), 'plans/arti-2020.yaml');
if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
const { plan, notices } = result;

const baseline = (number: number): Baseline => plan.baselines[number]!;
const goalIn = (number: number, code: string): Goal =>
  baseline(number).goals.find((goal) => goal.code === code)!;

const D = 'DIREZIONE';
const L = 'LAVORO';
const O = 'OSRU';
const FINAL = '≥ dato finale anno precedente';
const DEFR = 'Progetto DEFR n. 11';
const YEARLY = 'Programma annuale delle attività 2020';

test('frame: agency, year, areas, structures, acts', () => {
  expect([plan.year, plan.agency.code]).toEqual([2020, 'ARTI']);
  expect(plan.areas).toEqual([
    { code: '1', title: 'Politiche per il diritto e la dignità del lavoro' },
    { code: '3', title: 'Servizi alle imprese' },
    { code: '4', title: 'Gestione efficiente ed efficace delle risorse' },
  ]);
  expect(plan.structures.map(({ code, name }) => [code, name])).toEqual([
    [D, 'Direzione'],
    [L, 'Direzione regionale Lavoro'],
    [O, 'Settore regionale Organizzazione e Sviluppo Risorse Umane (OSRU)'],
  ]);
  expect(
    plan.baselines.map(({ number, act, adoptedOn, effectiveFrom }) => [
      number,
      act,
      adoptedOn,
      effectiveFrom,
    ]),
  ).toEqual([
    [0, 'DGR 153/2020', '2020-02-17', '2020-01-01'],
    [1, 'DGR 1095/2020', '2020-08-03', '2020-08-03'],
  ]);
  for (const { notes } of plan.baselines) expect(notes.join(' ')).toContain('vengono da fuori');
});

const targetsOf = (goal: Goal): readonly string[] =>
  goal.indicator.targets.map(({ fromYear, toYear, operator, value, reference }) => {
    const years = fromYear === toYear ? `${fromYear}` : `${fromYear}-${toYear}`;
    return `${years}: ${operator === 'GTE' ? '≥' : '≤'} ${value ?? reference}`;
  });

type GoalRow = readonly [code: string, weight: number, link: string | null, title: string, targets: string[]];

const T11 =
  "Consolidamento del riordino istituzionale per la gestione operativa dei servizi per l'impiego e delle politiche attive del lavoro";
const T12 =
  "Intesa per lo Sviluppo della Toscana - Promozione dei servizi erogati dalla nuova rete regionale dei Centri per l'impiego";
const T13 =
  'Migliorare i servizi offerti e fidelizzare le imprese per favorire l’incontro tra domanda-offerta di lavoro';
const T14 =
  'Innovare e digitalizzare i servizi: progettazione e realizzazione di strumenti tecnologici per l’erogazione dei servizi alle persone e alle imprese nell’ambito della rete regionale dei centri per l’impiego in modalità a distanza';
const T15 =
  'Collaborazione nella gestione Cassa integrazione in deroga ex Decreto Legge 18/2020 e sue modifiche ed integrazioni';
const T31 = 'Incremento del numero delle imprese che si rivolgono ai centri per l’impiego';
const T32 = "Migliorare l'efficienza dei servizi di incrocio domanda - offerta di lavoro";
const T33 = 'Migliorare l’efficacia dei servizi di incrocio domanda – offerta';
const T41 = "Rilevazione della soddisfazione dell'utenza";
const T42 = 'Aggiornamento e potenziamento delle competenze dei dipendenti';
const T43 = "Potenziare e sviluppare l'immagine dei Centri per l'Impiego";
const WHOLE = ['2020: ≥ 100'];

const rows: readonly (readonly GoalRow[])[] = [
  [
    ['1.1', 1500, DEFR, T11, WHOLE],
    ['1.2', 800, DEFR, T12, WHOLE],
    ['1.3', 1000, DEFR, T13, WHOLE],
    ['3.1', 1000, DEFR, T31, ['2020: ≥ 105', `2021-2022: ${FINAL}`]],
    ['3.2', 800, YEARLY, T32, ['2020: ≥ 66', `2021-2022: ${FINAL}`]],
    ['3.3', 800, YEARLY, T33, ['2020: ≥ 100', `2021-2022: ${FINAL}`]],
    ['4.1', 800, null, T41, ['2020: ≥ dato 2019', `2021-2022: ${FINAL}`]],
    ['4.2', 800, YEARLY, T42, ['2020: ≥ 60', '2021-2022: ≥ 80']],
    ['4.3', 1100, YEARLY, T43, WHOLE],
  ],
  [
    ['1.1', 1200, DEFR, T11, WHOLE],
    ['1.2', 800, DEFR, T12, WHOLE],
    ['1.3', 1000, DEFR, T13, WHOLE],
    ['1.4', 700, null, T14, WHOLE],
    ['1.5', 500, null, T15, WHOLE],
    ['3.1', 1000, DEFR, T31, ['2020: ≥ 40', `2021-2022: ${FINAL}`]],
    ['3.2', 800, YEARLY, T32, ['2020: ≥ 50', `2021-2022: ${FINAL}`]],
    ['4.1', 800, null, T41, ['2020: ≥ 50', `2021-2022: ${FINAL}`]],
    ['4.2', 800, YEARLY, T42, ['2020: ≥ 60', '2021-2022: ≥ 80']],
    ['4.3', 1000, YEARLY, T43, WHOLE],
  ],
];

test.each([0, 1])('baseline %i: goals with weight, programming link, title and targets', (number) => {
  expect(
    baseline(number).goals.map((goal) => [
      goal.code,
      goal.weightBps,
      goal.programmingLink,
      goal.title,
      targetsOf(goal),
    ]),
  ).toEqual(rows[number]);
});

test.each([0, 1])('baseline %i: what all goals have in common, and who shares', (number) => {
  for (const goal of baseline(number).goals) {
    expect(goal.areaCode).toBe(goal.code.slice(0, 1));
    expect(goal.structures).toEqual([D]);
    expect(goal.expectedOutcome).toBeNull();
    expect(goal.indicator).toMatchObject({ measure: 'RATIO', accumulation: 'LATEST', unit: '%' });
    expect(goal.indicator.startingValue).toBe(goal.code === '4.1' ? '50,00%' : null);
    const sharing =
      { '1.1': 'SHARED', '1.2': 'SHARED', '4.1': 'CROSS_CUTTING' }[goal.code as string] ?? 'OWN';
    expect(goal.sharing).toBe(sharing);
    const bySchedule = ['1.1', '1.2', '1.3', '1.4', '4.3'].includes(goal.code);
    expect(goal.measuredBy).toBe(bySchedule ? 'SCHEDULE' : 'FIGURES');
  }
});

test('86 before, 86 after: −3 −8 −1 +7 +5 = 0', () => {
  for (const { goals } of plan.baselines) {
    expect(goals.reduce((total, goal) => total + goal.weightBps, 0)).toBe(8600);
  }
  expect(notices.filter(({ code }) => code === 'GOALS_BELOW_100')).toMatchObject([
    { baseline: 0, sumBps: 8600 },
    { baseline: 1, sumBps: 8600 },
  ]);
});

const INDICATORS: Readonly<Record<string, string>> = {
  '1.1': 'Realizzazione degli interventi previsti secondo il cronoprogramma',
  '1.2': 'Organizzazione della seconda edizione Fiera del Mercato del Lavoro secondo il cronoprogramma',
  '1.3': 'Organizzazione di fiere/eventi territoriali diffusi/recruitment days secondo il cronoprogramma',
  '1.4': 'Realizzazione delle attività previste secondo il cronoprogramma',
  '1.5': "Domande istruite ai fini dell'invio dei dati all'INPS/domande pervenute",
  '3.1':
    "Numero di imprese che si sono rivolte ai servizi/numero di imprese che si sono rivolte ai servizi nell'anno precedente",
  '3.2': 'Numero offerte lavoro pubblicate in preselezione/totale offerte pubblicate',
  '3.3': "Numero recruitment days realizzati nell'anno/numero recruitment days realizzati nel 2019",
  '4.1': 'Numero utenti soddisfatti/numero utenti su cui è stata effettuata la rilevazione',
  '4.2': 'Personale formato/personale totale',
  '4.3':
    'Implementazione del sito Internet e miglioramento della comunicazione sui social secondo il cronoprogramma',
};
const REMARKS: Readonly<Record<string, string>> = {
  '1.1':
    'Obiettivo condiviso con le Direzioni Regionali Lavoro e Organizzazione e Sistemi Informativi (obiettivo di filiera). Si veda il cronoprogramma ARTI 1',
  '1.2':
    'Obiettivo condiviso con la Direzione Regionale Lavoro (obiettivo di filiera). Si veda il cronoprogramma ARTI 2',
  '1.3': 'Si veda il cronoprogramma ARTI 3',
  '1.4': 'Si veda il cronoprogramma ARTI 5',
  '1.5':
    'Realizzazione delle istruttorie di tutte le domande pervenute ai fini dell’invio dei dati all’INPS per la successiva erogazione del contributo nei tempi previsti',
  '3.1':
    'Il valore target è calcolato sulla base delle prese in carico di aziende che richiedono servizi specialistici ai Centri per l’Impiego (CPI). Nel 2019 si sono rivolte ai CPI 20.015 imprese',
  '3.2':
    'Il valore target è calcolato sulla base dell’indicatore offerte preselezione/offerte pubblicate, l’offerta è da intendersi in termini di candidatura',
  '3.3':
    'Organizzazione di giornate di selezioni “Recruitment days” nei CPI per incontrare direttamente i responsabili delle risorse umane e conoscere il MDL territoriale',
  '4.1':
    'Il valore target è calcolato tenuto conto della media indicata a livello nazionale nella quale la verifica della qualità dei Centri per l’Impiego è risultata pari al 40-60%',
  '4.2':
    "Gli interventi formativi sono finalizzati ad accompagnare il cambiamento organizzativo e agevolare il benessere organizzativo. Il valore target 2020 tiene in considerazione la programmazione delle assunzioni previste per l'anno corrente. Ai fini del calcolo del valore dell'indicatore potranno essere conteggiati anche i corsi di formazione non obbligatoria, la cui fruizione è stata significativamente promossa nel periodo di smart-working",
  '4.3': 'Si veda il cronoprogramma ARTI 4',
};

test.each([0, 1])('baseline %i: indicators and the annex’s notes, in its words', (number) => {
  for (const goal of baseline(number).goals) {
    expect(goal.indicator.description).toBe(INDICATORS[goal.code]);
    const isUnknown = number === 0 && goal.code === '4.2';
    expect(wordingText(goal.remarks)).toBe(isUnknown ? null : REMARKS[goal.code]);
  }
});

type PhaseRow = readonly [start: string, end: string, structures: string[], weight: number, output: string];
const Y1 = '2020-01-01';
const Y2 = '2020-12-31';
const CRONO_1_4 = 'Circolari agli uffici e/o disposizioni aggiornate secondo le direttive nazionali';

const crono1 = (end1: string, end2: string, output4: string): PhaseRow[] => [
  [
    Y1,
    end1,
    [D, L, O],
    1500,
    'Bozza nuovi profili professionali da sottoporre al confronto con le organizzazioni sindacali',
  ],
  [Y1, end2, [D, L, O], 1000, 'Bozza piano dei fabbisogni e proposta delibera in Comitato di Direzione (CD)'],
  [Y1, Y2, [D, O], 2500, 'Monitoraggio da sottoporre a cadenza semestrale al CD'],
  [Y1, Y2, [L], 1000, output4],
  [
    Y1,
    '2020-04-30',
    [D, L],
    1500,
    'Decreto Arti che adotta il documento relativo al piano straordinario di potenziamento dei CPI in Toscana',
  ],
  [Y1, '2020-04-30', [D, L, O], 2500, 'Decreti Arti'],
];
const crono2 = (end3: string): PhaseRow[] => [
  [Y1, '2020-10-31', [D, L], 3500, 'Affidamento e Programma'],
  ['2020-05-01', '2020-11-30', [D, L], 2000, 'Incarico società comunicazione e piano'],
  ['2020-09-01', end3, [D, L], 4500, 'Svolgimento fiera ed eventi collaterali'],
];
const CRONO_3: PhaseRow[] = [
  [Y1, Y2, [D, L], 2500, 'Programmi eventi'],
  ['2020-03-01', Y2, [D, L], 3500, 'Piani di comunicazione'],
  ['2020-04-01', Y2, [D, L], 4000, 'Svolgimento eventi'],
];
const CRONO_5: PhaseRow[] = [
  ['2020-03-06', Y2, [D], 3000, 'Documento di definizione delle procedure'],
  ['2020-03-06', Y2, [D], 1000, 'Aggiornamento sito web e canali social'],
  ['2020-03-06', Y2, [D], 1000, 'Implementazione servizi orientamento fruibili dal portale del cittadino'],
  ['2020-03-06', Y2, [D], 5000, '10000 colloqui erogati attraverso i servizi a distanza'],
];

const schedules: readonly (readonly [
  baseline: number,
  goal: string,
  name: string,
  deadline: string,
  PhaseRow[],
])[] = [
  [0, '1.1', 'ARTI CRONO 1', Y2, crono1('2020-05-31', '2020-06-30', 'Delibere Giunta Regionale')],
  [1, '1.1', 'ARTI CRONO 1', Y2, crono1('2020-09-30', '2020-10-30', CRONO_1_4)],
  [0, '1.2', 'ARTI CRONO 2', '2020-11-30', crono2('2020-11-30')],
  [1, '1.2', 'ARTI CRONO 2', Y2, crono2(Y2)],
  [0, '1.3', 'ARTI CRONO 3', Y2, CRONO_3],
  [1, '1.3', 'ARTI CRONO 3', Y2, CRONO_3],
  [1, '1.4', 'ARTI CRONO 5', Y2, CRONO_5],
];

describe('schedules', () => {
  test.each(schedules)('baseline %i, goal %s: %s', (number, code, name, deadline, phases) => {
    const goal = goalIn(number, code);
    expect(goal.schedule).toMatchObject({ known: true, name, deadline });
    expect(
      phasesOf(goal).map(({ start, end, structures, weightBps, output }) => [
        start,
        end,
        structures,
        weightBps,
        wordingText(output),
      ]),
    ).toEqual(phases);
    expect(phasesOf(goal).map((phase) => phase.code)).toEqual(phases.map((_, i) => `${code}.${i + 1}`));
    expect(phasesOf(goal).reduce((total, phase) => total + phase.weightBps, 0)).toBe(10_000);
  });

  test('CRONO 4 is cited and not attached: unknown in both baselines', () => {
    for (const number of [0, 1]) {
      expect(goalIn(number, '4.3').schedule).toMatchObject({ known: false, name: 'ARTI CRONO 4' });
    }
  });

  test('only the interviews of CRONO 5 are counted', () => {
    const phases = plan.baselines.flatMap(({ goals }) => goals.flatMap(phasesOf));
    const counted = phases.filter((phase) => phase.creditRule !== 'PERCENT_COMPLETE');
    expect(counted).toMatchObject([
      { code: '1.4.4', creditRule: 'UNITS', units: { target: 10_000, name: 'colloqui' } },
    ]);
    expect(phases.filter((phase) => phase.units !== null)).toHaveLength(1);
  });
});

const ONLINE =
  'anche attraverso la sperimentazione di nuove modalità, sostituendo alla fase di colloquio in presenza tra azienda e candidati modalità on line e/o soluzioni miste';
const DESCRIPTIONS: Readonly<Record<string, readonly string[]>> = {
  '1.1': [
    'Aggiornamento dei profili professionali del personale del mercato del lavoro',
    'Aggiornamento della programmazione del fabbisogno del personale di ARTI 2020 – 2022',
    'Attuazione delle procedure di reclutamento in coerenza con la programmazione 2019-2021 e 2020-2022',
    'Attuazione disposizioni regionali sui nuovi strumenti quale il reddito di cittadinanza (con applicativo)',
    "Adozione del piano straordinario per il potenziamento dei Centri per l'Impiego (CPI) e delle politiche attive del lavoro in attuazione del Decreto del ministero del lavoro n. 74 del 26/06/2019",
    "Definizione architettura organizzativa dell'agenzia in seguito alla firma - dicembre 2019 - del contratto decentrato che consente l'omogenizzazione - rispetto a 10 diversi assetti di provenienza - anche degli istituti contrattuali",
  ],
  '1.2': [
    'Acquisizione spazio fiera e programmazione evento',
    'Predisposizione materiali promozionali e campagna pubblicitaria',
    `Realizzazione evento a Firenze e a livello diffuso sul territorio e presso i Centri per l'Impiego, ${ONLINE}`,
  ],
  '1.3': [
    `Programmazione eventi (fiere, seminari, job, days, recruitment) sui territori ${ONLINE}`,
    'Promozione eventi programmati',
    `Realizzazione eventi sui territori ${ONLINE}`,
  ],
  '1.4': [
    'Definizione delle procedure di erogazione dei servizi on line',
    'Comunicazione dei nuovi strumenti tecnologici di erogazione dei servizi on line',
    'Implementazione del Portale del Cittadino per accedere ai servizi on line',
    'Erogazione dei servizi di orientamento ai cittadini per favorire l’incontro tra domanda ed offerta di lavoro',
  ],
};

test('descriptions of phases; three old ones are not in the annex, and said to be unknown', () => {
  const unknown: string[] = [];
  for (const { number, goals } of plan.baselines) {
    for (const phase of goals.flatMap(phasesOf)) {
      const expected = DESCRIPTIONS[phase.code.slice(0, 3)]?.[phase.number - 1];
      if ('unknown' in phase.description) unknown.push(`${number}: ${phase.code}`);
      else expect(phase.description.text).toBe(expected);
    }
  }
  expect(unknown).toEqual(['0: 1.2.3', '0: 1.3.1', '0: 1.3.3']);
});

test('changes: what the act did to each goal', () => {
  expect(baseline(0).changes).toEqual([]);
  expect(baseline(1).changes.map(({ goal, kind, into }) => [goal, kind, into])).toEqual([
    ['1.1', 'MODIFY', null],
    ['1.2', 'MODIFY', null],
    ['1.3', 'MODIFY', null],
    ['1.4', 'INSERT', null],
    ['1.5', 'INSERT', null],
    ['3.1', 'MODIFY', null],
    ['3.2', 'MODIFY', null],
    ['3.3', 'MERGE', '1.3'],
    ['4.1', 'MODIFY', null],
    ['4.2', 'MODIFY', null],
    ['4.3', 'MODIFY', null],
  ]);
});

describe('word by word against the annex', () => {
  // Line ends and broken words are the extraction's: without spaces, and with two slips healed, text is text.
  const letters = (text: string) => text.replaceAll(/\s+/g, '').toLowerCase();
  const annex = letters(readFileSync(new URL('annex-b-arti-2020.txt', import.meta.url), 'utf8'))
    .replaceAll('cronoprgramma', 'cronoprogramma')
    .replaceAll('peracceder', 'peraccedere');

  test('every motivation, from its first word to its last', () => {
    for (const { motivation } of baseline(1).changes) expect(annex).toContain(letters(motivation));
    const opening =
      /^(In considerazione della complessa|A seguito dell'introduzione|A causa dell'emergenza|L'inserimento dell')/;
    for (const { motivation } of baseline(1).changes) expect(motivation).toMatch(opening);
  });

  test.each([0, 1])('baseline %i: titles, indicators, notes, descriptions and outputs', (number) => {
    for (const goal of baseline(number).goals) {
      const phases = phasesOf(goal).flatMap((phase) => [phase.description, phase.output]);
      const words = [goal.title, goal.indicator.description, goal.programmingLink, wordingText(goal.remarks)];
      for (const text of [...words, ...phases.map(wordingText)]) {
        if (text !== null) expect(annex).toContain(letters(text));
      }
    }
  });
});

test('what is inferred carries a note', () => {
  const noteOf = (code: string) =>
    baseline(1)
      .changes.find(({ goal }) => goal === code)
      ?.notes.join(' ') ?? '';
  expect(noteOf('1.1')).toContain('3.3');
  expect(noteOf('4.3')).toContain('3.3');
  expect(noteOf('4.2')).toContain('non si può ricostruire');
  for (const code of ['3.1', '3.2', '4.1', '4.2', '1.5']) {
    expect(goalIn(1, code).notes.join(' ')).toContain('≥');
  }
  for (const number of [0, 1]) {
    expect(phasesOf(goalIn(number, '1.1'))[3]?.notes.join(' ')).toContain('probabile, non certo');
  }
  expect(plan.notes.join(' ')).toContain('14 punti');
});

test('no broken word of the source is left', () => {
  const text = JSON.stringify(plan);
  expect(text.replaceAll(/«[^»]*»/g, 'x')).not.toMatch(
    / {2}|cronoprgramma|acceder ai|\bI (?:l|n|ndica|nizio)\b|OBI ETTI|l’ e| ,/,
  );
});
