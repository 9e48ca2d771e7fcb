import { type GraphQLLeafType, isEnumType } from 'graphql';
import { NotPrintable } from './not-printable.ts';

/** JSON of a leaf. @throws for a value that its type does not let out */
export type LeafPrinter = (value: unknown) => string;

const INT32 = 2 ** 31;

/** What the common types let out as it is, printed at once; anything else goes through the type's own `serialize`. */
export function leafPrinter(type: GraphQLLeafType): LeafPrinter {
  const serialized: LeafPrinter = (value) => {
    const said = JSON.stringify(type.serialize(value));
    if (said === undefined || said === 'null') throw new NotPrintable(`no ${type.name}`);
    return said;
  };
  if (isEnumType(type)) {
    const names = new Map<unknown, string>(
      type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]),
    );
    return (value) => names.get(value) ?? serialized(value);
  }
  if (type.name === 'Float') {
    return (value) =>
      typeof value === 'number' && Number.isFinite(value) ? String(value) : serialized(value);
  }
  if (type.name === 'Int') {
    return (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= -INT32 && value < INT32
        ? String(value)
        : serialized(value);
  }
  return serialized;
}
