import { all, boolean, byType, type Check, exactlyOne, list, object, oneOf, rule, string } from './checks.ts';

/** Composition objects and their limits. Source: docs.slack.dev, Block Kit, composition objects. */

const PLAIN = (max: number) => object({ text: string({ min: 1, max }) }, { emoji: boolean });
const MRKDWN = (max: number) => object({ text: string({ min: 1, max }) }, { verbatim: boolean });

/** `plain_text` alone: labels, titles, buttons, placeholders. */
export function plainText(max: number): Check {
  return byType({ plain_text: PLAIN(max) }, 'must be of type plain_text, not');
}

/** `plain_text` or `mrkdwn`. */
export function anyText(max: number): Check {
  return byType({ plain_text: PLAIN(max), mrkdwn: MRKDWN(max) });
}

export const actionId = string({ min: 1, max: 255 });
export const blockId = string({ min: 1, max: 255 });
export const url = string({
  min: 1,
  max: 3000,
  pattern: /^(https?:\/\/|mailto:|slack:\/\/)\S+$/,
  format: 'uri',
});
export const placeholder = plainText(150);

export const confirm = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOf('primary', 'danger') },
);

export const dispatchActionConfig = object(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1, max: 2 }) },
);

/** Radio buttons and checkboxes may use mrkdwn in an option's text; an overflow menu's options may have a URL. */
export function option(kind: 'select' | 'box' | 'overflow'): Check {
  const text = kind === 'box' ? anyText(75) : plainText(75);
  const description = kind === 'box' ? anyText(75) : plainText(75);
  return object(
    { text, value: string({ min: 1, max: 150 }) },
    { description, ...(kind === 'overflow' ? { url } : {}) },
  );
}

export const optionGroup = object({
  label: plainText(75),
  options: list(option('select'), { min: 1, max: 100 }),
});

/** `options` or `option_groups`, and every `initial_…` among them. */
export function optionsOrGroups(initial: 'initial_option' | 'initial_options'): Check {
  return all(exactlyOne('options', 'option_groups'), initialAmongOptions(initial));
}

/** Slack compares the whole option, not only its value. */
export function initialAmongOptions(initial: 'initial_option' | 'initial_options'): Check {
  return rule((element, pointer, report) => {
    const given = element[initial];
    if (given === undefined || given === null) return;
    const groups = asArray(element.option_groups).flatMap((group) => asArray(fieldOf(group, 'options')));
    const offered = [...asArray(element.options), ...groups].map(optionKey);
    const chosen = initial === 'initial_option' ? [given] : asArray(given);
    for (const [index, entry] of chosen.entries()) {
      if (offered.includes(optionKey(entry))) continue;
      const at = initial === 'initial_option' ? `${pointer}/${initial}` : `${pointer}/${initial}/${index}`;
      report(at, `${initial} must be one of the provided options`);
    }
  });
}

export const slackFile = all(object({}, { id: string({ min: 1 }), url }), exactlyOne('id', 'url'));

function optionKey(option: unknown): string {
  const text = fieldOf(option, 'text');
  return JSON.stringify([fieldOf(option, 'value'), fieldOf(text, 'type'), fieldOf(text, 'text')]);
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
