import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './schema.ts';

/** The schema as `graphql/schema.graphql` keeps it: sorted, so that a change shows as what it is. */
export const printSdl = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
