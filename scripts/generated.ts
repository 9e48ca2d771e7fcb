import { printSdl } from '../src/graphql/print-sdl.ts';
import { directoryJsonSchema, planJsonSchema } from '../src/plan-file/json-schema.ts';

/** Files that the code determines, apart from the migrations, which drizzle-kit and `strict-tables.ts` write. */
export const GENERATED: readonly { readonly file: string; readonly text: () => string }[] = [
  { file: 'graphql/schema.graphql', text: printSdl },
  { file: 'plans/plan.schema.json', text: planJsonSchema },
  { file: 'plans/directory.schema.json', text: directoryJsonSchema },
];
