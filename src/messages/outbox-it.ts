/** What is said of messages that were not delivered, in Italian; `outbox-en.ts` says the same in English. */
import type { Notice } from '../domain/notice.ts';

export const outboxIt = {
  empty: 'Tutti i messaggi sono stati consegnati o sono in invio.',
  refused: (count: number) =>
    count === 1 ? 'Un messaggio non è stato consegnato.' : `${count} messaggi non sono stati consegnati.`,
  doubtful: (count: number) =>
    count === 1
      ? 'Di un messaggio non si è potuto accertare se sia arrivato.'
      : `Di ${count} messaggi non si è potuto accertare se siano arrivati.`,
  more: (count: number) => (count === 1 ? '… e un altro' : `… e altri ${count}`),
  row: (number: number, what: string, to: string, when: string) => `n. ${number} · ${when} · ${what} → ${to}`,
  why: (words: string, code: string) => `${words} (${code})`,
  conversation: (name: string) => `conversazione ${name}`,
  /** @param example a number of the list */
  slackHint: (example: number) =>
    [
      `Rimossa la causa, \`/arti consegne rinvia\` rimette in invio tutti i messaggi non consegnati; \`/arti consegne rinvia ${example}\` uno solo.`,
      `\`/arti consegne archivia ${example}\` toglie un messaggio dall’elenco senza inviarlo.`,
    ].join('\n'),
  slackDoubtfulHint:
    'Un messaggio di esito incerto è rinviato solo con il suo numero: se era arrivato, arriverà due volte.',
  terminalHint: (example: number) =>
    `Per rinviare: --resend (tutti i non consegnati) o --resend ${example}; per archiviare: --dismiss ${example}.`,
  resent: (count: number) =>
    count === 0
      ? 'Non c’è alcun messaggio da rinviare.'
      : count === 1
        ? 'Un messaggio è di nuovo in invio.'
        : `${count} messaggi sono di nuovo in invio.`,
  resentDoubtful: (number: number) =>
    `Il messaggio n. ${number} è di nuovo in invio. Il suo esito era incerto: potrebbe arrivare due volte.`,
  dismissed: (number: number) => `Il messaggio n. ${number} è stato tolto dall’elenco senza inviarlo.`,
  repeated: 'La richiesta era già stata eseguita.',
  unknown: (number: string, listed: readonly number[]) =>
    listed.length === 0
      ? `Il messaggio n. ${number} non è nell’elenco, che è vuoto.`
      : `Il messaggio n. ${number} non è nell’elenco. Si accettano: ${listed.join(', ')}.`,
  noNumber: (given: string, listed: readonly number[]) =>
    listed.length === 0
      ? `«${given}» non è un numero: si indica quello di un messaggio dell’elenco, che è vuoto.`
      : `«${given}» non è un numero: si indica quello di un messaggio dell’elenco. Si accettano: ${listed.join(', ')}.`,
  counts: (pending: number, refused: number, doubtful: number) =>
    `Messaggi in attesa: ${pending}; non recapitati: ${refused}; di esito incerto: ${doubtful}.`,
  notices: {
    CHECK_IN: 'richiesta di aggiornamento',
    ASK_BACK: 'richiesta di chiarimento',
    CHECK_IN_AGAIN: 'richiesta di aggiornamento, di nuovo',
    CORRECTION_OFFERED: 'correzione proposta',
    KEPT_AFTER_DELETION: 'avviso dopo la cancellazione di un messaggio',
    CHECK_IN_REFRESH: 'richiesta di aggiornamento, ridisegnata',
    RECORDED: 'risposta con i dati registrati',
    REFUSED: 'risposta con i dati non accettati',
    DELEGATED: 'delega di un’attività',
    ITEM_CARD: 'scheda di un obiettivo o di una fase',
    PLAN_SUMMARY: 'riepilogo del piano',
    ESCALATION: 'segnalazione a chi dirige la struttura',
    STRUCTURE_SUMMARY: 'riepilogo di struttura',
  } satisfies Readonly<Record<Notice['kind'], string>>,
  /** By what stopped the message, in Slack’s word or in ours. */
  reasons: {
    channel_not_found: 'il canale non esiste o il bot non può vederlo',
    is_archived: 'il canale è archiviato',
    not_in_channel: 'il bot non è nel canale',
    user_not_found: 'la persona non è in Slack',
    users_not_found: 'in Slack nessuno ha l’indirizzo della persona',
    user_disabled: 'l’utenza Slack della persona è disattivata',
    cannot_dm_bot: 'il destinatario è un bot',
    messages_tab_disabled: 'i messaggi diretti del bot sono disattivati',
    person_not_in_directory: 'la persona non è più nell’elenco',
    message_not_found: 'il messaggio da aggiornare non esiste più',
    cant_update_message: 'il messaggio da aggiornare non è del bot',
    edit_window_closed: 'il messaggio da aggiornare non si può più modificare',
    thread_not_found: 'la conversazione a cui rispondere non esiste più',
    cannot_reply_to_message: 'a quel messaggio non si può rispondere',
    restricted_action: 'l’area di lavoro non permette di scrivere in quel canale',
    posting_to_general_channel_denied: 'l’area di lavoro non permette di scrivere in quel canale',
    invalid_blocks: 'Slack non accetta la forma del messaggio',
    invalid_blocks_format: 'Slack non accetta la forma del messaggio',
    msg_blocks_too_long: 'il messaggio è troppo lungo',
    msg_too_long: 'il messaggio è troppo lungo',
    token_revoked: 'l’accesso dell’app a Slack è stato revocato: sarà rinviato appena torna',
    token_expired: 'l’accesso dell’app a Slack è scaduto: sarà rinviato appena torna',
    account_inactive: 'l’accesso dell’app a Slack è disattivato: sarà rinviato appena torna',
    invalid_auth: 'Slack non riconosce l’app: sarà rinviato appena l’accesso torna',
    not_authed: 'Slack non riconosce l’app: sarà rinviato appena l’accesso torna',
    app_uninstalled: 'l’app è stata rimossa da Slack: sarà rinviato appena l’accesso torna',
    team_disabled: 'l’area di lavoro è disattivata: sarà rinviato appena l’accesso torna',
    workspace_not_installed: 'l’app non è installata in quell’area di lavoro',
    missing_scope: 'manca il permesso di leggere la conversazione',
    history_too_long: 'la conversazione è troppo lunga per cercarvi il messaggio',
    check_in_not_found: 'la richiesta di aggiornamento non esiste più',
    check_in_never_sent: 'la richiesta da ridisegnare non è mai stata inviata',
    item_not_found: 'l’obiettivo o la fase non esiste più',
    summary_not_found: 'il riepilogo non esiste',
  } as Readonly<Record<string, string>>,
  reasonUnknown: 'non è stato possibile inviarlo',
};

export type OutboxMessages = typeof outboxIt;
