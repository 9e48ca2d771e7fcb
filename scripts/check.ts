/**
 * What `npm test` looks at before it runs the tests: types, style and generated files, side by side. Each says all that
 * it has to say at once when it ends, also where another has failed; one that fails makes the whole fail.
 */
import { spawn } from 'node:child_process';

const SCRIPTS = ['typecheck', 'lint', 'check:generated'] as const;

/** By a shell: under Windows npm is no program. */
function run(script: string): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(`npm run --silent ${script}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: output.trimEnd() }));
  });
}

async function check(script: string): Promise<boolean> {
  const { code, output } = await run(script);
  console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${script}`);
  if (output !== '') console.log(output);
  return code === 0;
}

const passed = await Promise.all(SCRIPTS.map(check));
if (passed.includes(false)) process.exitCode = 1;
