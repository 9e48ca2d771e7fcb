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

/** What becomes of an event. What either throws is logged; there is nobody to tell. */
export type EventListeners = {
  /**
   * Done before Slack hears that the event was received: what people said must not be lost. Where it takes too long,
   * or cannot be done while the workspace is held, Slack is told to send the event again.
   */
  readonly record?: EventListener;
  /** Done afterwards: what would only be drawn or shown once more, for which Slack need not wait. */
  readonly follow?: EventListener;
};
