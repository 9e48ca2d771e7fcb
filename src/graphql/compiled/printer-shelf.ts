import type { OperationPrinter } from './compile-operation.ts';

/**
 * Fields of all printers of one shelf. A field takes 1.2 kB of memory once it is compiled, in a query of 30 fields as in
 * one of 1,700 (measured: 42 kB of the plan's dashboard, 2 MB of the largest query that is let through), and 5 µs to
 * compile: so a shelf holds 2.4 MB at most, which is 58 ways to ask the dashboard, or one to ask for as much as may be.
 */
const MOST_FIELDS = 2_000;

/** Printers that were made, as long as there is room. */
export type PrinterShelf = {
  readonly find: (key: string) => OperationPrinter | undefined;
  /** Whatever was asked for longest ago makes room. @param fields that it prints */
  readonly keep: (key: string, printer: OperationPrinter, fields: number) => void;
  /** Tells what one operation keeps from what all others do. */
  readonly nextOperation: () => number;
};

export function createPrinterShelf(mostFields = MOST_FIELDS): PrinterShelf {
  const all = new Map<string, { readonly printer: OperationPrinter; readonly fields: number }>();
  let total = 0;
  let operations = 0;
  return {
    find(key) {
      const found = all.get(key);
      if (!found) return undefined;
      all.delete(key);
      all.set(key, found);
      return found.printer;
    },
    keep(key, printer, fields) {
      total += fields - (all.get(key)?.fields ?? 0);
      all.delete(key);
      all.set(key, { printer, fields });
      for (const [oldest, kept] of all) {
        if (total <= mostFields || oldest === key) return;
        all.delete(oldest);
        total -= kept.fields;
      }
    },
    nextOperation: () => ++operations,
  };
}
