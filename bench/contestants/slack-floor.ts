/** The floor of a command of Slack's: its signature checked, one prepared statement, and the product's answer sent as it is. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import Sqlite from 'better-sqlite3';
import { readAll, serveBare, setting } from './contestant-process.ts';

const client = new Sqlite(setting('ARTI_DATABASE'), { readonly: true });
const today = setting('ARTI_TODAY');
const secret = setting('SLACK_SIGNING_SECRET');
const answer = readFileSync(setting('ANSWER_FILE'));
const latest = client.prepare<[string, string]>(
  `SELECT p.code, p.weight_bps, r.percent_bps, r.units, r.reported_on, r.note
   FROM plans CROSS JOIN phases AS p ON p.plan_id = plans.id AND p.goal = ? AND p.baseline = 1
   LEFT JOIN reports AS r ON r.plan_id = plans.id AND r.sequence = (
     SELECT l.sequence FROM reports AS l WHERE l.plan_id = plans.id AND l.phase = p.code AND l.reported_on <= ?
     ORDER BY l.reported_on DESC, l.sequence DESC LIMIT 1)`,
);

function isSigned(headers: IncomingHttpHeaders, body: Buffer): boolean {
  const signed = createHmac('sha256', secret)
    .update(`v0:${headers['x-slack-request-timestamp']}:`)
    .update(body)
    .digest('hex');
  const given = Buffer.from(String(headers['x-slack-signature']));
  const expected = Buffer.from(`v0=${signed}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

await serveBare((request, response) => {
  readAll(request, (body) => {
    const goal = new URLSearchParams(body.toString()).get('text')?.split(' ')[1] ?? '';
    const isRight = isSigned(request.headers, body) && latest.all(goal, today).length > 0;
    response.writeHead(isRight ? 200 : 401, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': answer.length,
    });
    response.end(answer);
  });
});
