import type { Environment } from '../environment.ts';

/** An event as Slack delivered it, once or several times. */
export type EventDelivery = {
  /** Slack's id of the delivery: the same for every retry of it. */
  readonly eventId: string;
  /** Slack's object, of the type for which the listener is registered. */
  readonly event: object;
  /** Whether it happened in a channel in which people of other organisations are, too. */
  readonly isExternallyShared: boolean;
};

export type EventListener = (environment: Environment, delivery: EventDelivery) => Promise<void>;

/** What becomes of an event. What either throws is logged. */
export type EventListeners = {
  /**
   * Done, or kept to be done, before Slack hears that the event was received: what people said must not be lost. Where
   * neither is possible, Slack is told to send the event again.
   */
  readonly record?: EventListener;
  /** Tells whoever said it why it could not be recorded, at once and without the database. */
  readonly tell?: (environment: Environment, delivery: EventDelivery, text: string) => Promise<void>;
  /** What would only be drawn or shown once more: where it cannot be kept, Slack is told all the same. */
  readonly follow?: EventListener;
};
