import { trustedDocumentsManifest } from '../src/graphql/documents/trusted-documents.ts';
import { printSdl } from '../src/graphql/print-sdl.ts';
import { directoryJsonSchema, planJsonSchema } from '../src/plan-file/json-schema.ts';
import { namedOperations, operationTypes } from './codegen.ts';

/** Files that the code determines, apart from the migrations, which drizzle-kit and `strict-tables.ts` write. */
export const GENERATED: readonly { readonly file: string; readonly text: () => string | Promise<string> }[] =
  [
    { file: 'graphql/schema.graphql', text: printSdl },
    { file: 'graphql/generated/operations.ts', text: operationTypes },
    { file: 'graphql/generated/named-operations.ts', text: namedOperations },
    { file: 'graphql/trusted-documents.json', text: trustedDocumentsManifest },
    { file: 'plans/plan.schema.json', text: planJsonSchema },
    { file: 'plans/directory.schema.json', text: directoryJsonSchema },
  ];
