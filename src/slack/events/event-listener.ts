import type { Environment } from '../environment.ts';

/** An event as Slack delivered it, once or several times. */
export type EventDelivery = {
  /** Slack's id of the delivery: the same for every retry of it. */
  readonly eventId: string;
  /** Slack's object, of the type for which the listener is registered. */
  readonly event: object;
};

/** Slack hears that the event was received once this is done. What it throws is logged; there is nobody to tell. */
export type EventListener = (environment: Environment, delivery: EventDelivery) => Promise<void>;
