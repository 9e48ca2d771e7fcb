/** Makes the schema of now the one that clients rely on; what was declared up to here is in the CHANGELOG. */
import { writeFileSync } from 'node:fs';
import { printSdl } from '../src/graphql/print-sdl.ts';

writeFileSync(new URL('../graphql/released.graphql', import.meta.url), printSdl());
writeFileSync(new URL('../graphql/declared-changes.json', import.meta.url), '[]\n');
