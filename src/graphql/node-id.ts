/**
 * The ids of nodes: opaque to clients, the same for ever. An id names what it is of and, where figures were asked for
 * with a day or a baseline, these too: who keeps objects by their id never mixes two days. It gives no access: who may
 * see what it names is looked at when it is asked for.
 */
import { type IsoDate, parseIsoDate } from '../domain/dates.ts';
import type { AskedView } from '../services/views/asked-view.ts';

/** What has figures, and so is of a day and a baseline. */
const FIGURES = ['Plan', 'Area', 'Goal', 'Phase', 'Structure', 'Indicator'] as const;
/** What was said: it stays as it is, and leads to figures of the day and the baseline that were asked for. */
const FACTS = ['StatusReport', 'Measurement'] as const;
/** What is as it is, whatever is asked. */
const ROWS = ['Baseline', 'CheckIn', 'Delivery', 'AuditEntry', 'Summary', 'SlotRun'] as const;

export type FiguresType = (typeof FIGURES)[number];
export type FactType = (typeof FACTS)[number];
export type RowType = (typeof ROWS)[number];

export type NodeKey = AskedView & {
  readonly type: FiguresType | FactType | RowType;
  /** Code or number of it in its plan; empty of the plan itself. */
  readonly key: string;
};

const LONGEST_ID = 400;
const FORM = /^([A-Za-z]+):(\d{4})(?:@(\d{4}-\d{2}-\d{2}))?(?:~(\d{1,4}))?:(.{0,200})$/s;

const print = ({ type, year, asOf, baseline, key }: NodeKey): string => {
  const asked = `${asOf === null ? '' : `@${asOf}`}${baseline === null ? '' : `~${baseline}`}`;
  return Buffer.from(`${type}:${year}${asked}:${key}`).toString('base64url');
};

export const figuresId = (type: FiguresType, asked: AskedView, key: string): string =>
  print({ ...asked, type, key });

export const factId = (type: FactType, asked: AskedView, sequence: number): string =>
  print({ ...asked, type, key: String(sequence) });

export const rowId = (type: RowType, year: number, key: string | number): string =>
  print({ type, year, asOf: null, baseline: null, key: String(key) });

const isOneOf = <T extends string>(known: readonly T[], text: string): text is T =>
  (known as readonly string[]).includes(text);

/** Undefined for what no id looks like; whether there is what it names is another question. */
export function parseNodeId(text: string): NodeKey | undefined {
  if (text.length > LONGEST_ID) return undefined;
  const found = FORM.exec(Buffer.from(text, 'base64url').toString('utf8'));
  const [, type = '', year = '', day, number, key = ''] = found ?? [];
  const isRow = isOneOf(ROWS, type) && day === undefined && number === undefined;
  if (!isOneOf(FIGURES, type) && !isOneOf(FACTS, type) && !isRow) return undefined;
  const asOf: IsoDate | null | undefined = day === undefined ? null : parseIsoDate(day);
  if (asOf === undefined) return undefined;
  const id: NodeKey = {
    type,
    year: Number(year),
    asOf,
    baseline: number === undefined ? null : Number(number),
    key,
  };
  // Other spellings of the same letters are none of ours.
  return print(id) === text ? id : undefined;
}
