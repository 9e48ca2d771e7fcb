/** `node:http` that sends the same bytes to everybody: nothing can be faster here. */
import { readFileSync } from 'node:fs';
import { readAll, serveBare, setting } from './contestant-process.ts';

const bytes = readFileSync(setting('ANSWER_FILE'));
const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length };

await serveBare((request, response) => {
  readAll(request, () => {
    response.writeHead(200, headers);
    response.end(bytes);
  });
});
