import type { IsoDate } from '../../domain/dates.ts';
import type { AmbiguityReason } from '../../domain/notice.ts';
import type { Result } from '../../domain/refusal.ts';
import type { Statement } from '../../domain/statement.ts';
import type { Language } from '../../messages/language.ts';
import type { KnownItem } from './known-item.ts';

/** What the reading of a line depends on, beside the line. */
export type GrammarSetting = {
  readonly language: Language;
  readonly today: IsoDate;
  /** The item a thread is about, when the line names none. */
  readonly impliedItem: string | null;
  /** What the person who writes answers for and is open. */
  readonly items: readonly KnownItem[];
  /** Every code that any baseline of the plan holds; null where that is not known, and any code is believed. */
  readonly codes: ReadonlySet<string> | null;
};

/** A line that can be read in several ways: it is asked back, never guessed. */
export type Ambiguous = {
  readonly ok: 'AMBIGUOUS';
  readonly reason: AmbiguityReason;
  /**
   * What may stand in the line's place, each read in one way only, and of a kind that its item takes; some are several
   * lines. Never empty.
   */
  readonly choices: readonly string[];
  /** What the line is to whoever cannot ask: a refusal, or a reading that the rules of the plan will refuse. */
  readonly otherwise: Result<Statement>;
};

export type LineReading = Result<Statement> | Ambiguous;
