import {
  all,
  boolean,
  byType,
  type Check,
  exactlyOne,
  type Fields,
  integer,
  list,
  number,
  object,
  oneOf,
  rule,
  string,
} from './checks.ts';
import { anyText, blockId, plainText, slackFile, url } from './composition.ts';
import { dataVisualization } from './data-visualization.ts';
import {
  accessories,
  actionsElements,
  contextActionsElements,
  contextElements,
  inputElements,
} from './elements.ts';
import { richText } from './rich-text.ts';

/**
 * Layout blocks and their limits. Source: docs.slack.dev, Block Kit, blocks. Blocks that Slack added lately and
 * that this validator has no rules for (card, carousel, container, plan, task_card, data_table, alert, file) are
 * refused as unsupported: better than to let through here what Slack would refuse.
 */

export type Surface = 'message' | 'modal' | 'home';

const optionalId: Fields = { block_id: blockId };

const section = all(
  object(
    {},
    {
      ...optionalId,
      text: anyText(3000),
      fields: list(anyText(2000), { min: 1, max: 10 }),
      accessory: byType(accessories),
      expand: boolean,
    },
  ),
  rule((block, pointer, report) => {
    if (!block.text && !block.fields) report(pointer, 'missing required field: text or fields');
  }),
);

const image = all(
  object(
    { alt_text: string({ min: 1, max: 2000 }) },
    { ...optionalId, image_url: url, slack_file: slackFile, title: plainText(2000) },
  ),
  exactlyOne('image_url', 'slack_file'),
);

const video = object(
  {
    alt_text: string({ min: 1, max: 2000 }),
    title: plainText(200),
    thumbnail_url: url,
    video_url: url,
  },
  {
    ...optionalId,
    author_name: string({ max: 50 }),
    description: plainText(200),
    provider_icon_url: url,
    provider_name: string({ max: 50 }),
    title_url: url,
  },
);

const tableCell = byType({
  raw_text: object({ text: string({ min: 1 }) }),
  raw_number: object({ value: number }, { text: string() }),
  rich_text: richText,
});

const table = object(
  { rows: list(list(tableCell, { min: 1, max: 20 }), { min: 1, max: 100 }) },
  {
    ...optionalId,
    column_settings: list(object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean }), {
      max: 20,
    }),
  },
);

const input = (elements: Fields) =>
  object(
    { label: plainText(2000), element: byType(elements) },
    { ...optionalId, hint: plainText(2000), optional: boolean, dispatch_action: boolean },
  );

const everywhere: Fields = {
  section,
  image,
  video,
  header: object({ text: plainText(150) }, { ...optionalId, level: integer(1, 4) }),
  divider: object({}, optionalId),
  context: object({ elements: list(byType(contextElements), { min: 1, max: 10 }) }, optionalId),
  actions: object({ elements: list(byType(actionsElements), { min: 1, max: 25 }) }, optionalId),
  rich_text: richText,
};

const { file_input: _fileInput, ...inputsOutsideModals } = inputElements;

const bySurface: Record<Surface, Fields> = {
  message: {
    ...everywhere,
    input: input(inputsOutsideModals),
    table,
    data_visualization: dataVisualization,
    markdown: object({ text: string({ min: 1, max: 12_000 }) }, optionalId),
    context_actions: object(
      { elements: list(byType(contextActionsElements), { min: 1, max: 5 }) },
      optionalId,
    ),
  },
  modal: { ...everywhere, input: input(inputElements) },
  home: { ...everywhere, input: input(inputsOutsideModals) },
};

export function blockFor(surface: Surface): Check {
  return byType(bySurface[surface]);
}
