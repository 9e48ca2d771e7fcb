/**
 * What can be wrong with a plan file or a directory file: the rule that was broken and its facts, without a
 * word of prose. The sentences are in `messages/plan-file-it.ts` and `messages/plan-file-en.ts`.
 */
import type { Bps } from '../domain/plan.ts';

/** Where in the file: line and column from 1, `path` as a JSON pointer (`/baselines/0/goals/2/weight`). */
export type FilePlace = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
};

/** What a value should be, or is. */
export type ValueKind = 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'LIST' | 'FIELDS';

/** The file as bytes and as YAML. */
type ReadingRule =
  | { readonly code: 'FILE_TOO_LARGE'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'NOT_UTF8' }
  | { readonly code: 'CONTROL_CHARACTER'; readonly codePoint: number }
  | { readonly code: 'EMPTY_FILE' }
  | { readonly code: 'YAML_SYNTAX'; readonly kind: SyntaxKind }
  | { readonly code: 'MULTIPLE_DOCUMENTS' }
  | { readonly code: 'DUPLICATE_KEY'; readonly key: string; readonly firstLine: number }
  | { readonly code: 'KEY_NOT_TEXT' }
  | { readonly code: 'UNRESOLVED_ALIAS'; readonly alias: string }
  | { readonly code: 'TOO_MANY_ALIASES'; readonly limit: number }
  | { readonly code: 'TOO_DEEP'; readonly limit: number }
  | { readonly code: 'TOO_MANY_VALUES'; readonly limit: number }
  | { readonly code: 'WRONG_FORMAT'; readonly found: string | null; readonly accepted: string };

export type SyntaxKind = 'INDENTATION' | 'TAB' | 'QUOTES' | 'MISSING_CHARACTER' | 'ANCHOR' | 'TAG' | 'OTHER';

/** One field by itself. */
export type FieldRule =
  | { readonly code: 'MISSING_FIELD'; readonly field: string }
  | { readonly code: 'EMPTY_FIELD'; readonly field: string }
  | { readonly code: 'UNKNOWN_FIELD'; readonly field: string; readonly accepted: readonly string[] }
  | { readonly code: 'WRONG_TYPE'; readonly expected: ValueKind; readonly found: ValueKind }
  | { readonly code: 'NOT_ONE_OF'; readonly found: string; readonly accepted: readonly string[] }
  | { readonly code: 'TOO_LONG'; readonly limit: number }
  | { readonly code: 'NOT_A_DATE'; readonly found: string }
  | { readonly code: 'NOT_A_CODE'; readonly found: string }
  | { readonly code: 'CODE_NOT_QUOTED'; readonly found: string }
  | { readonly code: 'NOT_A_STRUCTURE_CODE'; readonly found: string }
  | { readonly code: 'NOT_A_WEIGHT'; readonly found: string }
  | { readonly code: 'WEIGHT_NEGATIVE'; readonly found: string }
  | { readonly code: 'WEIGHT_TOO_PRECISE'; readonly found: string }
  | { readonly code: 'WEIGHT_OVER_100'; readonly found: string }
  | { readonly code: 'NOT_AN_INTEGER'; readonly found: string; readonly least: number; readonly most: number }
  | { readonly code: 'NOT_A_TARGET_VALUE'; readonly found: string }
  | { readonly code: 'NOT_YEARS'; readonly found: string }
  | { readonly code: 'NOT_A_KEY'; readonly found: string }
  | { readonly code: 'NOT_AN_EMAIL'; readonly found: string }
  | { readonly code: 'TARGET_WITHOUT_OPERATOR' };

export type CodeOwner =
  | 'GOAL'
  | 'AREA'
  | 'STRUCTURE'
  | 'STRUCTURE_NAME'
  | 'PHASE'
  | 'PERSON'
  | 'EMAIL'
  | 'CHANNEL';

/** Fields against each other. */
type PlanRule =
  | {
      readonly code: 'DUPLICATE_CODE';
      readonly owner: CodeOwner;
      readonly value: string;
      readonly firstLine: number;
    }
  | { readonly code: 'GOAL_IS_PHASE_CODE'; readonly goal: string; readonly phaseOf: string }
  | { readonly code: 'UNKNOWN_STRUCTURE'; readonly structure: string; readonly known: readonly string[] }
  | { readonly code: 'UNKNOWN_AREA'; readonly area: string; readonly known: readonly string[] }
  | { readonly code: 'TARGET_WITHOUT_VALUE' }
  | { readonly code: 'TARGET_VALUE_AND_REFERENCE' }
  | { readonly code: 'TARGET_YEARS_OVERLAP'; readonly goal: string; readonly year: number }
  | { readonly code: 'UNITS_WITHOUT_TARGET'; readonly phase: string }
  | { readonly code: 'UNITS_NOT_COUNTED'; readonly phase: string }
  | {
      readonly code: 'PHASE_WEIGHTS_NOT_100';
      readonly goal: string;
      readonly baseline: number;
      readonly sumBps: Bps;
    }
  | {
      readonly code: 'END_BEFORE_START';
      readonly phase: string;
      readonly start: string;
      readonly end: string;
    }
  | { readonly code: 'DATE_OUT_OF_REACH'; readonly date: string; readonly from: string; readonly to: string }
  | { readonly code: 'GOAL_WEIGHTS_OVER_100'; readonly baseline: number; readonly sumBps: Bps }
  | {
      readonly code: 'WEIGHT_NOT_CONSERVED';
      readonly baseline: number;
      readonly beforeBps: Bps;
      readonly afterBps: Bps;
    }
  | { readonly code: 'FIRST_BASELINE_NOT_WHOLE' }
  | { readonly code: 'LATER_BASELINE_NOT_CHANGES'; readonly baseline: number }
  | { readonly code: 'BASELINE_NUMBER'; readonly found: number; readonly expected: number }
  | { readonly code: 'BASELINE_NOT_AFTER_PREVIOUS'; readonly date: string; readonly previous: string }
  | { readonly code: 'CHANGE_OF_UNKNOWN_GOAL'; readonly goal: string; readonly baseline: number }
  | { readonly code: 'GOAL_CHANGED_TWICE'; readonly goal: string; readonly baseline: number }
  | { readonly code: 'INSERT_OF_EXISTING'; readonly goal: string; readonly baseline: number }
  | { readonly code: 'MERGE_INTO_UNKNOWN'; readonly goal: string; readonly into: string }
  | { readonly code: 'MERGE_INTO_ELIMINATED'; readonly goal: string; readonly into: string }
  | { readonly code: 'PHASE_NOT_IN_SCHEDULE'; readonly goal: string; readonly number: number }
  | { readonly code: 'NO_SCHEDULE_TO_CHANGE'; readonly goal: string }
  | { readonly code: 'SCHEDULE_CHANGED_TWICE'; readonly goal: string };

type DirectoryRule =
  | { readonly code: 'PERSON_WITHOUT_STRUCTURE'; readonly person: string }
  | { readonly code: 'CHANNEL_STRUCTURE_OR_PURPOSE'; readonly channel: string };

/** A directory as CSV: its lines, and the header that says what they hold. */
type CsvRule =
  | { readonly code: 'CSV_QUOTES' }
  | { readonly code: 'CSV_ROW_TOO_LONG'; readonly limit: number }
  | { readonly code: 'CSV_TOO_MANY_ROWS'; readonly rows: number; readonly limit: number }
  | { readonly code: 'CSV_TOO_MANY_CELLS'; readonly limit: number }
  | { readonly code: 'CSV_NO_ROWS' }
  /** No column of the header is known; `people` and `channels` are the accepted ones, `chiave/key`. */
  | { readonly code: 'CSV_HEADER'; readonly people: readonly string[]; readonly channels: readonly string[] }
  | { readonly code: 'CSV_COLUMN_MISSING'; readonly missing: string }
  /** A row with more cells than the header. */
  | { readonly code: 'CSV_CELL_WITHOUT_COLUMN'; readonly columns: number; readonly delimiter: string }
  /** Something that a spreadsheet computes, or failed to. */
  | { readonly code: 'CSV_FORMULA'; readonly found: string };

export type Rule = ReadingRule | FieldRule | PlanRule | DirectoryRule | CsvRule;

/** Accepted, and said. */
export type NoticeRule =
  | { readonly code: 'GOALS_BELOW_100'; readonly baseline: number; readonly sumBps: Bps }
  | { readonly code: 'WORDINGS_UNKNOWN'; readonly baseline: number; readonly count: number }
  | { readonly code: 'SCHEDULE_UNKNOWN'; readonly goal: string; readonly schedule: string }
  | { readonly code: 'CHANGE_WITHOUT_EFFECT'; readonly goal: string; readonly baseline: number }
  | {
      readonly code: 'PHASE_AFTER_DEADLINE';
      readonly phase: string;
      readonly end: string;
      readonly deadline: string;
    };

export type FileProblem = FilePlace & Rule;
export type FileNotice = FilePlace & NoticeRule;
