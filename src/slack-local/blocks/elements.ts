import { all, type Check, exactlyOne, type Fields, integer, list, object, oneOf, string } from './checks.ts';
import { datetimepicker, interactive, pickers } from './choices.ts';
import { actionId, anyText, confirm, option, plainText, slackFile, url } from './composition.ts';
import { textInputs } from './text-inputs.ts';

/** Which elements each kind of block takes. Source: docs.slack.dev, Block Kit, block elements. */

const button = object(
  { text: plainText(75) },
  {
    ...interactive,
    url,
    value: string({ max: 2000 }),
    style: oneOf('primary', 'danger'),
    accessibility_label: string({ max: 75 }),
  },
);

const overflow = object({ options: list(option('overflow'), { min: 2, max: 5 }) }, interactive);

const workflowButton = object(
  {
    text: plainText(75),
    workflow: object({
      trigger: object(
        { url },
        { customizable_input_parameters: list(object({}, { name: string(), value: string() })) },
      ),
    }),
  },
  { action_id: actionId, style: oneOf('primary', 'danger'), accessibility_label: string({ max: 75 }) },
);

const feedbackButton = object(
  { text: plainText(75), value: string({ max: 2000 }) },
  { accessibility_label: string({ max: 75 }) },
);

export const image: Check = all(
  object({ alt_text: string({ min: 1, max: 2000 }) }, { image_url: url, slack_file: slackFile }),
  exactlyOne('image_url', 'slack_file'),
);

export const actionsElements: Fields = {
  ...pickers,
  datetimepicker,
  button,
  overflow,
  workflow_button: workflowButton,
};

export const accessories: Fields = { ...pickers, button, overflow, image, workflow_button: workflowButton };

export const contextElements: Fields = {
  image,
  plain_text: anyText(3000),
  mrkdwn: anyText(3000),
};

export const contextActionsElements: Fields = {
  feedback_buttons: object(
    { positive_button: feedbackButton, negative_button: feedbackButton },
    { action_id: actionId },
  ),
  icon_button: object(
    { icon: oneOf('trash'), text: plainText(75) },
    {
      action_id: actionId,
      value: string({ max: 2000 }),
      confirm,
      accessibility_label: string({ max: 75 }),
      visible_to_user_ids: list(string({ min: 1 })),
    },
  ),
};

export const inputElements: Fields = {
  ...pickers,
  ...textInputs,
  datetimepicker,
  file_input: object(
    {},
    { action_id: actionId, filetypes: list(string({ min: 1 }), { min: 1 }), max_files: integer(1, 10) },
  ),
};
