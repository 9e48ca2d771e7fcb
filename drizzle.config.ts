import { defineConfig } from 'drizzle-kit';

/** After `drizzle-kit generate`, `scripts/strict-tables.ts` makes the new tables STRICT. */
export default defineConfig({ dialect: 'sqlite', schema: './src/store/schema/index.ts', out: './drizzle' });
