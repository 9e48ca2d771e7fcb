/** A small valid plan, to be broken in one place at a time. */
export const SMALL_PLAN = `format: arti-plan/1
year: 2020
agency: { code: X, name: Agenzia }
title: Piano
structures:
  - { code: UNO, name: Ufficio uno }
  - { code: DUE, name: Ufficio due, aliases: [secondo] }
areas:
  - { code: '1', title: Ambito }
baselines:
  - number: 0
    act: Atto 1
    adoptedOn: 2020-01-15
    effectiveFrom: 2020-01-01
    goals:
      - code: '1.1'
        area: '1'
        title: Primo
        weight: 60.00
        structures: [UNO]
        indicator:
          description: Secondo il cronoprogramma
          targets:
            - { years: 2020, operator: '>=', value: 100.00 }
        schedule:
          name: CRONO 1
          deadline: 2020-12-31
          phases:
            - number: 1
              description: Prima fase
              output: Un atto
              start: 2020-01-01
              end: 2020-06-30
              structures: [UNO, DUE]
              weight: 40.00
            - number: 2
              description: Seconda fase
              output: Un altro atto
              start: 2020-07-01
              end: 2020-12-31
              structures: [DUE]
              weight: 60.00
      - code: '1.2'
        area: '1'
        title: Secondo
        weight: 40.00
        structures: [DUE]
        indicator:
          description: Fatti su previsti
          targets:
            - { years: 2020, operator: '>=', value: 50.00 }
            - { years: 2021-2022, operator: '>=', reference: dato finale anno precedente }
  - number: 1
    act: Atto 2
    adoptedOn: 2020-08-03
    effectiveFrom: 2020-08-03
    changes:
      - goal: '1.1'
        kind: MODIFY
        motivation: Meno
        values:
          weight: 50.00
          schedule:
            phases:
              - { number: 1, end: 2020-09-30 }
      - goal: '1.3'
        kind: INSERT
        motivation: Nuovo
        values:
          area: '1'
          title: Terzo
          weight: 50.00
          structures: [UNO]
          indicator:
            description: Fatti su previsti
            targets:
              - { years: 2020, operator: '>=', value: 50.00 }
      - goal: '1.2'
        kind: MERGE
        into: '1.1'
        motivation: Insieme
`;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The small plan with `from`, which must be there once, written as `to`. */
export function edited(...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`not there once: ${from}`);
    return text.replace(from, () => to);
  }, SMALL_PLAN);
}
