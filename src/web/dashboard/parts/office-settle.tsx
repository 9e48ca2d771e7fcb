import { useRef, useState } from 'preact/hooks';
import { officeTexts } from '../../../messages/dashboard-office.ts';
import { outboxMessages } from '../../../messages/outbox.ts';
import { AskFailed, tell } from '../data/ask.ts';
import { changes } from '../data/live.ts';
import { language } from '../page-state.ts';

export type Settling = {
  /** What is under way: `RESEND 12`; null while nothing is. */
  readonly busy: string | null;
  /** What became of the last decision; null before the first. */
  readonly said: string | null;
  readonly resend: (number: number, isDoubtful: boolean) => void;
  readonly dismiss: (number: number) => void;
  readonly resendAll: () => void;
};

type Result = {
  readonly __typename: string;
  readonly numbers?: readonly number[];
  readonly messageIt?: string;
  readonly messageEn?: string;
};

/** Decides about messages that were not delivered. What got no answer is asked for again under the same key. */
export function useSettling(): Settling {
  const keys = useRef(new Map<string, string>());
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const t = officeTexts(language.value);
  const words = outboxMessages(language.value);

  async function settle(
    what: string,
    send: (key: string) => Promise<Result>,
    done: (count: number) => string,
  ) {
    if (busy !== null) return;
    const key = keys.current.get(what) ?? crypto.randomUUID();
    keys.current.set(what, key);
    setBusy(what);
    try {
      const result = await send(key);
      keys.current.delete(what);
      const refusal = language.value === 'it' ? result.messageIt : result.messageEn;
      setSaid(refusal ?? done(result.numbers?.length ?? 0));
      changes.value += 1;
    } catch (error) {
      if (!(error instanceof AskFailed)) throw error;
      const { problem } = error;
      if (problem.kind === 'SIGNED_OUT') setSaid(t.signedOut);
      else setSaid(problem.kind === 'UNREACHABLE' ? t.failed : problem.message[language.value]);
    } finally {
      setBusy(null);
    }
  }

  return {
    busy,
    said,
    resend: (number, isDoubtful) =>
      void settle(
        `RESEND ${number}`,
        async (idempotencyKey) =>
          (await tell('resend-delivery', { input: { delivery: String(number), idempotencyKey } }))
            .resendDelivery,
        (count) => (isDoubtful ? words.resentDoubtful(number) : words.resent(count)),
      ),
    dismiss: (number) =>
      void settle(
        `DISMISS ${number}`,
        async (idempotencyKey) =>
          (await tell('dismiss-delivery', { input: { delivery: String(number), idempotencyKey } }))
            .dismissDelivery,
        () => words.dismissed(number),
      ),
    resendAll: () =>
      void settle(
        'RESEND_ALL',
        async (idempotencyKey) =>
          (await tell('resend-refused-deliveries', { input: { idempotencyKey } })).resendRefusedDeliveries,
        (count) => words.resent(count),
      ),
  };
}

type SettleButtonsProps = {
  readonly number: number;
  readonly isDoubtful: boolean;
  readonly settling: Settling;
};

/** What may be in Slack already is sent again only after a second thought. */
export function SettleButtons({ number, isDoubtful, settling }: SettleButtonsProps) {
  const t = officeTexts(language.value);
  const [isAsked, setAsked] = useState(false);
  const which = <span class="visually-hidden">: {t.ofMessage(number)}</span>;
  const isBusy = settling.busy !== null;
  if (isAsked) {
    return (
      <div class="office-decision">
        <p role="alert">{t.sure}</p>
        <button
          type="button"
          class="btn btn-sm btn-primary"
          aria-disabled={isBusy}
          onClick={() => settling.resend(number, true)}
        >
          {t.resendAnyway}
          {which}
        </button>
        <button type="button" class="btn btn-sm btn-outline-primary" onClick={() => setAsked(false)}>
          {t.cancel}
        </button>
      </div>
    );
  }
  return (
    <div class="office-decision">
      <button
        type="button"
        class="btn btn-sm btn-outline-primary"
        aria-disabled={isBusy}
        onClick={() => (isDoubtful ? setAsked(true) : settling.resend(number, false))}
      >
        {settling.busy === `RESEND ${number}` ? t.settling : t.resend}
        {which}
      </button>
      <button
        type="button"
        class="btn btn-sm btn-outline-primary"
        aria-disabled={isBusy}
        onClick={() => settling.dismiss(number)}
      >
        {settling.busy === `DISMISS ${number}` ? t.settling : t.dismiss}
        {which}
      </button>
    </div>
  );
}
