import type { Environment } from '../environment.ts';

/** What a view holds when one of its controls is used or it is submitted. */
export type ViewState = {
  readonly id: string;
  /** Changes with every update of the view: an update with an older one is refused by Slack. */
  readonly hash: string;
  readonly type: 'modal' | 'home';
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly values: FieldValues;
};

/** Slack's `view.state.values`: by `block_id`, then by `action_id`. */
export type FieldValues = Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;

export type FieldValue = {
  readonly type?: string;
  readonly value?: string | null;
  readonly selected_date?: string | null;
  readonly selected_time?: string | null;
  readonly selected_user?: string | null;
  readonly selected_conversation?: string | null;
  readonly selected_channel?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[];
  readonly files?: readonly { readonly id?: string; readonly permalink?: string }[];
};

/** A control that somebody used, in a message, a modal or the home tab. */
export type Press = {
  readonly user: string;
  /** The conversation of the message; null in a modal or the home tab. */
  readonly channel: string | null;
  readonly messageTs: string | null;
  readonly threadTs: string | null;
  readonly triggerId: string;
  readonly actionId: string;
  readonly blockId: string;
  /** Slack's id of this very press. */
  readonly actionTs: string;
  /** A button's value; of a select, overflow or picker what was chosen. Empty where there is none. */
  readonly value: string;
  readonly view: ViewState | null;
};

/** Called after the press was acknowledged. What it throws is logged, and the person told. */
export type ActionListener = (environment: Environment, press: Press) => Promise<void>;
