/** Writes what is generated from the code: the SDL, the types of operations, the JSON Schemas of the files people edit. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { GENERATED } from './generated.ts';

for (const { file, text } of GENERATED) {
  const target = new URL(`../${file}`, import.meta.url);
  mkdirSync(new URL('.', target), { recursive: true });
  writeFileSync(target, await text());
}
