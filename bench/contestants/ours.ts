/** The product, as `npm start` runs it, with a bot token: Slack is played by the benchmark. */
import pino from 'pino';
import { parseConfig } from '../../src/config.ts';
import { startProduct } from '../../src/product.ts';
import { serveContest, setting } from './contestant-process.ts';

const product = await startProduct(
  parseConfig(process.env),
  pino({ level: 'warn' }, pino.destination(2)),
  setting('SLACK_API_URL'),
);
await product.connected;
serveContest(product.address, () => product.stop());
