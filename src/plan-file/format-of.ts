import { decodeFile } from './decode.ts';
import { DIRECTORY_FORMAT } from './directory-schema.ts';
import { PLAN_FORMAT } from './plan-schema.ts';

export type FileFormat = typeof PLAN_FORMAT | typeof DIRECTORY_FORMAT;

/**
 * Which parser a file is for, by its `format` line: told even when the YAML around it is broken, so that the
 * right parser says what is. Undefined when there is no such line: then either parser tells what is accepted.
 */
export function formatOf(bytes: Uint8Array): FileFormat | undefined {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return undefined;
  const [, found] = /^[{ ]*["']?format["']?\s*:\s*["']?([\w-]+\/\d+)/m.exec(decoded.text) ?? [];
  return [PLAN_FORMAT, DIRECTORY_FORMAT].find((format): format is FileFormat => format === found);
}
