/** Writes what is generated from the code: the SDL and the JSON Schemas of the files people edit. */
import { writeFileSync } from 'node:fs';
import { GENERATED } from './generated.ts';

for (const { file, text } of GENERATED) writeFileSync(new URL(`../${file}`, import.meta.url), text());
