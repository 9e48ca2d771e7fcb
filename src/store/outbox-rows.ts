/** Messages of the outbox as rows. */
import type { Destination } from '../domain/notice.ts';
import type { Query } from './database.ts';
import type { NewOutboxMessage } from './port.ts';
import { insertAll } from './prepare-insert.ts';
import { outbox } from './schema/outbox.ts';

/** One text for one destination, threads and all: its messages are sent in their order, one after the other. */
export function laneOf(destination: Destination): string {
  switch (destination.kind) {
    case 'PERSON':
      return `PERSON ${destination.person}`;
    case 'CHANNEL':
      return `CHANNEL ${destination.name}`;
    case 'CONVERSATION': {
      const { team, channel } = destination;
      return ['CONVERSATION', ...(team === undefined ? [] : [team]), channel].join(' ');
    }
  }
}

/** Only inside a write transaction: the message is kept with the fact that caused it, or not at all. */
export type OutboxWriter = (planId: number, recordedAt: string, message: NewOutboxMessage) => void;

export function createOutboxWriter(query: Query): OutboxWriter {
  return (planId, recordedAt, { key, destination, notice }) =>
    insertAll(query, outbox, [
      {
        key,
        planId,
        lane: laneOf(destination),
        destination,
        notice,
        recordedAt,
        state: 'PENDING',
        attempt: 0,
      },
    ]);
}
