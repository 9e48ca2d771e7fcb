/** The pages on which the app is installed into a workspace. */
import type { Language } from './language.ts';

/** Why an installation was not taken. */
export type InstallRefusal =
  | { readonly kind: 'ORGANISATION' }
  | { readonly kind: 'OTHER_WORKSPACE'; readonly team: string }
  | { readonly kind: 'EXPIRING_TOKEN' }
  | { readonly kind: 'NO_BOT' }
  | { readonly kind: 'CANCELLED' }
  | { readonly kind: 'NOT_FROM_HERE' }
  | { readonly kind: 'FAILED' };

export type InstallMessages = {
  readonly title: string;
  readonly invitation: string;
  readonly button: string;
  readonly installed: (workspace: string) => string;
  readonly refused: (refusal: InstallRefusal) => string;
};

const it: InstallMessages = {
  title: 'ARTI Piano in Slack',
  invitation:
    'Slack chiederà in quale area di lavoro installare l’app e con quali permessi. Si accettano soltanto le aree di lavoro dell’ente.',
  button: 'Aggiungi a Slack',
  installed: (workspace) =>
    `L’app è installata nell’area di lavoro ${workspace}. Può chiudere questa pagina.`,
  refused: (refusal) => {
    switch (refusal.kind) {
      case 'ORGANISATION':
        return 'L’app si installa in una singola area di lavoro, non in un’intera organizzazione Enterprise. Ripeta l’installazione scegliendo un’area di lavoro.';
      case 'OTHER_WORKSPACE':
        return `L’area di lavoro ${refusal.team} non è tra quelle ammesse. Se è dell’ente, chi gestisce il servizio aggiunga ${refusal.team} a SLACK_TEAMS.`;
      case 'EXPIRING_TOKEN':
        return 'L’app in Slack ha attiva la rotazione dei token, che non è prevista. Chi la gestisce usi il manifest del progetto (token_rotation_enabled: false).';
      case 'NO_BOT':
        return 'Slack non ha concesso l’utente bot. Chi gestisce l’app usi il manifest del progetto.';
      case 'CANCELLED':
        return 'L’installazione è stata annullata: nulla è cambiato.';
      case 'NOT_FROM_HERE':
        return 'La richiesta è scaduta, è già stata usata o non è partita da questo browser. Ricominci dalla pagina /slack/install.';
      case 'FAILED':
        return 'L’installazione non è riuscita. Riprovi dalla pagina /slack/install; se accade di nuovo, si rivolga a chi gestisce il servizio.';
    }
  },
};

const en: InstallMessages = {
  title: 'ARTI Piano in Slack',
  invitation:
    'Slack will ask into which workspace to install the app, and with which permissions. Only the agency’s own workspaces are accepted.',
  button: 'Add to Slack',
  installed: (workspace) => `The app is installed in the workspace ${workspace}. You may close this page.`,
  refused: (refusal) => {
    switch (refusal.kind) {
      case 'ORGANISATION':
        return 'The app is installed in a single workspace, not in a whole Enterprise organisation. Please install it again and choose a workspace.';
      case 'OTHER_WORKSPACE':
        return `The workspace ${refusal.team} is not one of those accepted. If it is the agency’s, whoever runs the service adds ${refusal.team} to SLACK_TEAMS.`;
      case 'EXPIRING_TOKEN':
        return 'The app in Slack has token rotation on, which is not provided for. Whoever manages it uses the project’s manifest (token_rotation_enabled: false).';
      case 'NO_BOT':
        return 'Slack granted no bot user. Whoever manages the app uses the project’s manifest.';
      case 'CANCELLED':
        return 'The installation was cancelled: nothing has changed.';
      case 'NOT_FROM_HERE':
        return 'The request has expired, was used already or did not start in this browser. Please start again at /slack/install.';
      case 'FAILED':
        return 'The installation failed. Please try again at /slack/install; if it happens again, ask whoever runs the service.';
    }
  },
};

export const installMessages = (language: Language): InstallMessages => (language === 'it' ? it : en);
