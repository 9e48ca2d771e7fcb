import { setTimeout as pause } from 'node:timers/promises';
import { StoreBusy } from '../store/port.ts';

const ATTEMPTS = 10;
const LONGEST_PAUSE_MILLISECONDS = 20;

/**
 * Decides and commits, again as long as what was decided upon has changed before the commit. The pauses are
 * random: those who met once do not meet again.
 * @throws StoreBusy after ten attempts. Each that fails means that somebody else's succeeded meanwhile: later the same
 *   will be written, and what Slack was told is kept is tried again.
 */
export async function untilCommitted<T extends object>(attempt: () => Promise<T | 'CONFLICT'>): Promise<T> {
  for (let made = 0; made < ATTEMPTS; made += 1) {
    if (made > 0) await pause(Math.random() * LONGEST_PAUSE_MILLISECONDS);
    const outcome = await attempt();
    if (outcome !== 'CONFLICT') return outcome;
  }
  throw new StoreBusy(`${ATTEMPTS} decisions in a row were overtaken by other changes`);
}
