/** What Slack's own client says, in the workspace's language; the product's texts are elsewhere. */
const texts = {
  it: {
    deleted: 'Questo messaggio è stato eliminato.',
    required: 'Compili questo campo obbligatorio.',
    notANumber: 'Scriva un numero.',
    notAWholeNumber: 'Scriva un numero intero.',
    tooSmall: (min: string) => `Scriva un numero non minore di ${min}.`,
    tooLarge: (max: string) => `Scriva un numero non maggiore di ${max}.`,
    tooShort: (min: number) => `Scriva almeno ${min} caratteri.`,
    tooLong: (max: number) => `Scriva al massimo ${max} caratteri.`,
    notALink: 'Scriva un indirizzo che cominci con https:// o http://.',
    notAnAddress: 'Scriva un indirizzo di posta elettronica.',
    tooManyFiles: (max: number) => (max === 1 ? 'Scelga un solo file.' : `Scelga al massimo ${max} file.`),
    wrongFileType: (types: string) => `Scelga file di questi tipi: ${types}.`,
    joined: (user: string) => `<@${user}> è entrato nel canale`,
    left: (user: string) => `<@${user}> è uscito dal canale`,
    appNotInstalled: 'L’app non è installata in quest’area di lavoro.',
    whomToInvite: (command: string) => `Indichi chi: ${command} @nome`,
    appUnreachable: (error: string) => `Non è stato possibile collegarsi all’app (${error}). Riprovare?`,
    unknownCommand: (command: string) => `${command} non è un comando di quest’area di lavoro.`,
    commandInThread: (command: string) => `${command} non funziona nei thread: scrivilo nel canale.`,
    commandFailed: (command: string, error: string) => `${command} non è riuscito: errore "${error}".`,
    interactionFailed: (error: string) => `L'app non ha risposto come doveva: errore "${error}".`,
    pageNotBuilt: 'La pagina dell’area di lavoro non è stata compilata. Si esegue: npm run build:page',
  },
  en: {
    deleted: 'This message was deleted.',
    required: 'Please complete this required field.',
    notANumber: 'Please enter a number.',
    notAWholeNumber: 'Please enter a whole number.',
    tooSmall: (min: string) => `Please enter a number that is at least ${min}.`,
    tooLarge: (max: string) => `Please enter a number that is at most ${max}.`,
    tooShort: (min: number) => `Please enter at least ${min} characters.`,
    tooLong: (max: number) => `Please enter at most ${max} characters.`,
    notALink: 'Please enter an address that starts with https:// or http://.',
    notAnAddress: 'Please enter an e-mail address.',
    tooManyFiles: (max: number) =>
      max === 1 ? 'Please choose one file.' : `Please choose at most ${max} files.`,
    wrongFileType: (types: string) => `Please choose files of these types: ${types}.`,
    joined: (user: string) => `<@${user}> has joined the channel`,
    left: (user: string) => `<@${user}> has left the channel`,
    appNotInstalled: 'The app is not installed in this workspace.',
    whomToInvite: (command: string) => `Please say whom: ${command} @name`,
    appUnreachable: (error: string) => `We had some trouble connecting to the app (${error}). Try again?`,
    unknownCommand: (command: string) => `${command} is not a valid command.`,
    commandInThread: (command: string) => `${command} is not supported in threads. Sorry!`,
    commandFailed: (command: string, error: string) => `${command} failed with the error "${error}"`,
    interactionFailed: (error: string) => `The app did not answer as it should: error "${error}".`,
    pageNotBuilt: 'The page of the workspace has not been built. Run: npm run build:page',
  },
};

export type Texts = (typeof texts)['it'];

export function textsFor(language: 'it' | 'en'): Texts {
  return texts[language];
}
