import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { callText } from '../../../src/web/dashboard/texts/call-text.ts';

test('a shell reads it as it was meant, whatever stands in the variables', () => {
  const variables = { structure: "d'Arno $HOME `id` \\", asOf: null };
  const line = callText({ origin: 'https://arti.example', documentId: 'sha256:ab', variables, key: 'KEY' });
  const script = `curl() { printf '%s\\n' "$@"; }\n${line}`;
  expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n')).toEqual([
    '--get',
    'https://arti.example/graphql',
    '--header',
    'authorization: Bearer KEY',
    '--header',
    'accept: application/json',
    '--data-urlencode',
    'documentId=sha256:ab',
    '--data-urlencode',
    `variables=${JSON.stringify(variables)}`,
  ]);
});
