import type { OperationPrinter } from './compile-operation.ts';

/**
 * Fields of all printers of one shelf. A field takes 1.2 kB of memory once it is compiled, in a query of 30 fields as in
 * one of 1,700 (measured: 42 kB of the plan's dashboard, 2 MB of the largest query that is let through), and 5 µs to
 * compile: so a shelf holds 2.4 MB at most, which is 58 ways to ask the dashboard, or one to ask for as much as may be.
 */
const MOST_FIELDS = 2_000;

/** Printers of one operation, by the way in which the variables of `@skip` and `@include` fell out. */
export type Printers = {
  readonly find: (way: string) => OperationPrinter | undefined;
  readonly keep: (way: string, printer: OperationPrinter) => void;
};

/** Room for the printers of several operations. */
export type PrinterShelf = {
  /**
   * A place for those of one operation, which live no longer than it does: they hold its document, and a document that
   * nobody keeps any more is to leave nothing behind.
   * @param fields that each of them prints
   */
  readonly placeFor: (fields: number) => Printers;
};

type Slot = {
  readonly printers: WeakRef<Map<string, OperationPrinter>>;
  readonly way: string;
  readonly fields: number;
};

export function createPrinterShelf(mostFields = MOST_FIELDS): PrinterShelf {
  /** By operation and way, those asked for longest ago first. */
  const all = new Map<string, Slot>();
  let total = 0;
  let operations = 0;

  function makeRoom(except: string): void {
    for (const [oldest, { printers, way, fields }] of all) {
      if (total <= mostFields || oldest === except) return;
      all.delete(oldest);
      total -= fields;
      printers.deref()?.delete(way);
    }
  }

  return {
    placeFor(fields) {
      const operation = ++operations;
      const printers = new Map<string, OperationPrinter>();
      const reference = new WeakRef(printers);
      const keyOf = (way: string) => `${operation} ${way}`;
      return {
        find(way) {
          const key = keyOf(way);
          const slot = all.get(key);
          if (slot) {
            all.delete(key);
            all.set(key, slot);
          }
          return printers.get(way);
        },
        keep(way, printer) {
          const key = keyOf(way);
          if (!all.delete(key)) total += fields;
          all.set(key, { printers: reference, way, fields });
          printers.set(way, printer);
          makeRoom(key);
        },
      };
    },
  };
}
