import type { DiffValue } from '../domain/baseline-diff.ts';
import { formatBps, formatDay, formatNumber } from './format.ts';
import type { Language } from './language.ts';

const UNKNOWN: Readonly<Record<Language, (because: string) => string>> = {
  it: (because) => `testo non noto (${because})`,
  en: (because) => `wording not known (${because})`,
};

/** What stands in a field of a baseline, as a person reads it. @param names of structures, in the order of the value's */
export function diffValueText(value: DiffValue, names: readonly string[], language: Language): string {
  switch (value.kind) {
    case 'BPS':
      return formatBps(value.bps, language);
    case 'DAY':
      return formatDay(value.day);
    case 'STRUCTURES':
      return names.join(', ');
    case 'TARGET': {
      const { operator, value: wanted, reference } = value.target;
      const sign = operator === 'GTE' ? '≥' : '≤';
      return `${sign} ${wanted === null ? (reference ?? '—') : formatNumber(wanted, language)}`;
    }
    case 'UNITS':
      return `${formatNumber(value.units.target, language)} ${value.units.name}`;
    case 'WORDS':
      return 'text' in value.wording ? value.wording.text : UNKNOWN[language](value.wording.unknown);
  }
}
