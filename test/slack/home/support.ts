/** The home tab in a workspace that is as strict as Slack: opened, pressed, and looked at again. */
import { expect, vi } from 'vitest';
import type { Person } from '../../../src/domain/directory.ts';
import { structuresOutsidePlan } from '../../../src/domain/directory.ts';
import { type ChosenForItem, readItemChoice } from '../../../src/slack/blocks/home-controls.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { createChartTools } from '../../../src/slack/charts/chart-tools.ts';
import type { Environment } from '../../../src/slack/environment.ts';
import { openHome } from '../../../src/slack/events/home-opened.ts';
import type { PageView } from '../../../src/slack-local/page-api.ts';
import { ARTI, ARTI_DIRECTORY } from '../../helpers/context.ts';
import { type Entered, textOf, type WorkspaceClient } from '../../helpers/workspace-client.ts';
import { SEED } from '../../slack-local/workspace-fixture.ts';
import { type Control, controlsOf, slackIdOf, startAnswering } from '../check-in/support.ts';

type Options = Parameters<typeof startAnswering>[0];

export type Homes = Awaited<ReturnType<typeof startHomes>>;

export async function startHomes(options: Options = {}) {
  const started = await startAnswering(options);
  const warned: object[] = [];
  const environment: Environment = {
    context: started.context,
    client: started.running.api(),
    voice: voiceOf(options.language ?? 'it'),
    logger: { info: () => undefined, warn: (fields) => void warned.push(fields), error: () => undefined },
    team: SEED.team.id,
    charts: createChartTools(async () => Buffer.from('PNG')),
  };

  /** Changes the directory as an import would. */
  async function withPeople(change: (person: Person) => Person | null): Promise<void> {
    const people = ARTI_DIRECTORY.people.flatMap((person) => change(person) ?? []);
    const directory = { ...ARTI_DIRECTORY, people };
    expect(structuresOutsidePlan(directory, ARTI)).toEqual([]);
    await started.context.store.replaceDirectory(directory);
  }

  /** The home tab of `me` as it stands. */
  async function shown(me: WorkspaceClient): Promise<PageView> {
    const { homeView } = await me.bootstrap();
    if (!homeView) throw new Error(`${me.userId} has no home tab`);
    return homeView;
  }

  /** What Slack tells when somebody looks at the tab. */
  async function look(
    me: WorkspaceClient,
    parts: { tab?: string; environment?: Environment } = {},
  ): Promise<void> {
    const { homeView: view } = await me.bootstrap();
    const event = { type: 'app_home_opened', user: me.userId, tab: parts.tab ?? 'home', view };
    await openHome(parts.environment ?? environment, { eventId: 'Ev1', event, isExternallyShared: false });
  }

  async function open(me: WorkspaceClient): Promise<PageView> {
    await look(me);
    return shown(me);
  }

  /** Presses a control of the home tab, and gives the tab as it is drawn anew. */
  async function act(me: WorkspaceClient, which: Which, choice?: Entered): Promise<PageView> {
    const view = await shown(me);
    expect(await me.press(view, which, choice === undefined ? {} : { choice })).toEqual({ ok: true });
    return drawnAfter(me, view);
  }

  /** The home tab once it is another than `before`: a press is acknowledged before it is acted upon. */
  const drawnAfter = (me: WorkspaceClient, before: PageView): Promise<PageView> =>
    vi.waitFor(
      async () => {
        const view = await shown(me);
        expect(view.hash).not.toBe(before.hash);
        return view;
      },
      { timeout: 5_000, interval: 20 },
    );

  /** Presses a control of the home tab, and gives the modal that opens. */
  async function openFrom(me: WorkspaceClient, which: Which, choice?: Entered): Promise<PageView> {
    const view = await shown(me);
    expect(await me.press(view, which, choice === undefined ? {} : { choice })).toEqual({ ok: true });
    return me.waitForView(({ type }) => type === 'modal');
  }

  return {
    ...started,
    environment,
    warned,
    withPeople,
    shown,
    look,
    open,
    act,
    openFrom,
    drawnAfter,
  };
}

type Which = (control: { readonly action_id: string; readonly value?: unknown }) => boolean;

/** The control of that name that carries `value`, if one is named. */
export const control =
  (actionId: string, value?: string): Which =>
  (each) =>
    each.action_id === actionId && (value === undefined || each.value === value);

/** The menu of an item, and what to choose in it. */
export function menuOf(
  view: PageView,
  item: string,
  choice: ChosenForItem['choice'],
): { readonly which: Which; readonly choice: string } {
  const options = (each: Control) => (each.options ?? []) as readonly { readonly value: string }[];
  const found = controlsOf(view).flatMap((menu) =>
    options(menu).flatMap(({ value }) => {
      const chosen = readItemChoice(value);
      return menu.action_id === 'home_item' && chosen?.item === item && chosen.choice === choice
        ? [{ menu, value }]
        : [];
    }),
  )[0];
  if (!found) throw new Error(`no ${choice} for ${item} in:\n${textOf(view)}`);
  const drawn = JSON.stringify(found.menu.options);
  return {
    which: (each) => JSON.stringify((each as Control).options) === drawn,
    choice: found.value,
  };
}

/** What stands under a header, one text a line. */
export function sectionOf(view: PageView, header: string): string {
  const blocks = (view.blocks ?? []) as unknown as readonly { type: string; text?: { text: string } }[];
  const start = blocks.findIndex(({ type, text }) => type === 'header' && text?.text === header);
  if (start < 0) throw new Error(`no “${header}” in:\n${textOf(view)}`);
  const end = blocks.findIndex(({ type }, index) => index > start && type === 'header');
  const part = blocks.slice(start + 1, end < 0 ? undefined : end);
  return textOf({ ...view, blocks: part } as unknown as PageView);
}

export { slackIdOf };
