const NOW = /^(?:now|ora|adesso|subito)$/i;

/** What is sent to many people is sent only when the word for it stands there: a slip asks nobody. */
export const saysNow = (text: string): boolean => NOW.test(text);
