/** `/arti status 1.4`, signed as Slack signs it, in and answered. */
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postRequest } from '../measure/connection.ts';
import { hold } from '../measure/contest.ts';
import { type Load, openLoop } from '../measure/load.ts';
import { quantile } from '../measure/statistics.ts';
import { compare, inMilliseconds, type Outcome } from '../report/rows.ts';
import { type Arena, askOnce, compareAnswers, type Seated, SIGNING_SECRET, seat } from './arena.ts';
import { knowsByHash, operation } from './graphql-requests.ts';
import { reporting } from './write-report.ts';

export const USER = 'U0DIREZIONE';
const STATUS_RATE = 100;
const REPORT_RATE = 20;

/** Each signed for itself: the same one twice is a copy. */
export function status(address: string, responseUrl: string): Load {
  let requests = 0;
  return {
    address,
    next() {
      requests += 1;
      const body = new URLSearchParams({
        command: '/arti',
        text: 'status 1.4',
        user_id: USER,
        team_id: 'T1',
        channel_id: `D${USER}`,
        trigger_id: `trigger-${requests}`,
        response_url: responseUrl,
      }).toString();
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
      return postRequest('/slack/events', body, {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      });
    },
    isRight: (answer) => answer.status === 200 && answer.body.includes('"blocks"'),
  };
}

export async function slackStatus(arena: Arena): Promise<Outcome> {
  const seated: Seated[] = [];
  try {
    const ours = await seat(arena, 'ours');
    seated.push(ours);
    const ourLoad = status(ours.contestant.address, arena.slackResponseUrl);
    const ANSWER_FILE = join(arena.directory, 'status.json');
    writeFileSync(ANSWER_FILE, (await askOnce(ourLoad)).body);
    const floor = await seat(arena, 'slack-floor', { ANSWER_FILE });
    seated.push(floor);
    const entrants = [
      { contestant: floor.contestant, load: status(floor.contestant.address, arena.slackResponseUrl) },
      { contestant: ours.contestant, load: ourLoad },
    ];
    await compareAnswers(
      entrants.map(({ contestant, load }) => [contestant.name, load]),
      ({ body }) => JSON.parse(body),
    );
    const contest = await hold(entrants, arena.pace);
    const { address } = ours.contestant;
    const isTrusted = await knowsByHash(address, operation('acknowledge-report'));
    const p99s: number[] = [];
    for (let round = 0; round < arena.pace.rounds; round += 1) {
      const [asked] = await Promise.all([
        openLoop(ourLoad, STATUS_RATE, arena.pace.rateMs),
        openLoop(reporting(address, arena.phases, isTrusted), REPORT_RATE, arena.pace.rateMs),
      ]);
      p99s.push(quantile(asked.latencies, 0.99));
    }
    const against = 'slack-floor';
    return {
      rows: [
        {
          work: 'signed `/arti status 1.4`, in and answered',
          checks: [
            compare(contest, { figure: 'p50', against, connections: 1, limit: 1.7 }),
            compare(contest, { figure: 'p50', against, connections: 32, limit: 1.7 }),
            compare(contest, { figure: 'CPU', against, connections: 1, limit: 2.7 }),
            compare(contest, { figure: 'CPU', against, connections: 32, limit: 2.7 }),
            inMilliseconds(`p99 at ${STATUS_RATE} a second, with ${REPORT_RATE} reports a second`, 30, p99s),
          ],
        },
      ],
      tables: [
        {
          title: '`/arti status 1.4`',
          contest,
          notes: ['The floor sends what the product answered: its one statement reads the rows of the goal.'],
        },
      ],
    };
  } finally {
    await Promise.all(seated.map(({ contestant }) => contestant.stop()));
  }
}
