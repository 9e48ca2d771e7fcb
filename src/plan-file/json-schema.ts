/** JSON Schemas for editors, generated from the parser's own: published beside the files in `plans/`. */
import { z } from 'zod';
import { directoryFileSchema } from './directory-schema.ts';
import { planFileSchema } from './plan-schema.ts';
import { PLACE_KEY } from './tree.ts';

/** The text of `plans/plan.schema.json`. */
export const planJsonSchema = (): string => print(planFileSchema, 'ARTI plan file');

/** The text of `plans/directory.schema.json`. */
export const directoryJsonSchema = (): string => print(directoryFileSchema, 'ARTI directory file');

function print(schema: z.ZodType, title: string): string {
  const generated = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => {
      // The reader adds the place of each map; nobody writes it.
      if (jsonSchema.properties) delete jsonSchema.properties[PLACE_KEY];
      if (jsonSchema.required) {
        jsonSchema.required = jsonSchema.required.filter((field) => field !== PLACE_KEY);
        if (jsonSchema.required.length === 0) delete jsonSchema.required;
      }
    },
  });
  const { $schema, ...rest } = generated;
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
