/** The guidance that follows must not be pushed out of the message by what somebody wrote. */
export const brief = (text: string): string => (text.length <= 200 ? text : `${text.slice(0, 199)}…`);

export const list = (items: readonly (string | number)[]): string => items.join(', ');
