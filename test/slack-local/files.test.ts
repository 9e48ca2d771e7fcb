import { afterEach, describe, expect, test } from 'vitest';
import type { WorkspaceClient } from '../helpers/workspace-client.ts';
import {
  ADA,
  BRUNO,
  GENERAL,
  modal,
  type Overrides,
  type Running,
  refusal,
  SCOPES,
  section,
  startWorkspace,
  TOKEN,
} from './workspace-fixture.ts';

const scopes = [...SCOPES, 'files:read'];

let running: Running;
let ada: WorkspaceClient;
const start = async (overrides: Overrides = { app: { scopes } }) => {
  running = await startWorkspace(overrides);
  ada = await running.as(ADA);
};
afterEach(() => running.close());

/** What the app uploads, up to the step that makes it visible. */
async function uploaded(filename = 'chart.png', more: { alt_txt?: string } = {}): Promise<string> {
  const contents = `contents of ${filename}`;
  const ticket = await running
    .api()
    .files.getUploadURLExternal({ filename, length: contents.length, ...more });
  await fetch(String(ticket.upload_url), { method: 'POST', body: contents });
  return String(ticket.file_id);
}

const complete = (id: string, more: object = {}) =>
  running.api().apiCall('files.completeUploadExternal', { files: [{ id, title: 'Chart' }], ...more });

describe('a file of the app', () => {
  test('shared in a channel carries its text alternative', async () => {
    await start();
    const id = await uploaded('chart.png', { alt_txt: 'Behind by ten points' });
    await complete(id, { channel_id: GENERAL, initial_comment: 'look' });
    expect(await ada.waitForMessage()).toMatchObject({
      text: 'look',
      files: [{ id, altText: 'Behind by ten points', mimetype: 'image/png' }],
    });
    expect((await running.api().files.info({ file: id })).file).toMatchObject({
      id,
      title: 'Chart',
      alt_txt: 'Behind by ten points',
      is_public: true,
      channels: [GENERAL],
    });
  });

  test('that is not shared can be named by a block', async () => {
    await start();
    const id = await uploaded();
    await complete(id);
    const blocks = [{ type: 'image', slack_file: { id }, alt_text: 'Behind' }];
    await running.api().apiCall('chat.postMessage', { channel: GENERAL, text: 'x', blocks });
    const message = await ada.waitForMessage();
    expect(message.blocks).toMatchObject([{ image_url: `/workspace/files/${id}/chart.png` }]);
    const [kept] = running.workspace.state.messagesOf(GENERAL);
    expect(kept?.blocks).toMatchObject([{ slack_file: { id } }]);
    const { file } = await running.api().files.info({ file: id });
    const byUrl = [{ type: 'image', slack_file: { url: file?.url_private }, alt_text: 'Behind' }];
    const again = await running.api().apiCall('chat.postMessage', { channel: GENERAL, blocks: byUrl });
    expect(again.ok).toBe(true);
  });

  test.each([
    { why: 'no such file', file: async () => 'F404' },
    { why: 'a file that is not complete', file: () => uploaded() },
    {
      why: 'a file that is no image',
      file: async () => {
        const id = await uploaded('plan.pdf');
        await complete(id);
        return id;
      },
    },
  ])('$why is refused in a block', async ({ file }) => {
    await start();
    const blocks = [section('x'), { type: 'image', slack_file: { id: await file() }, alt_text: 'x' }];
    const post = running.api().apiCall('chat.postMessage', { channel: GENERAL, blocks });
    expect(await refusal(post)).toMatchObject({
      error: 'invalid_blocks',
      errors: ['invalid slack file [json-pointer:/blocks/1/slack_file]'],
    });
  });

  test('is told only with the scope', async () => {
    await start({ app: { scopes: SCOPES } });
    const id = await uploaded();
    await complete(id);
    expect(await refusal(running.api().files.info({ file: id }))).toMatchObject({
      error: 'missing_scope',
      needed: 'files:read',
      provided: SCOPES.join(','),
    });
  });
});

describe('the private address', () => {
  const get = (url: string, token?: string) =>
    fetch(url, { redirect: 'manual', headers: token ? { authorization: `Bearer ${token}` } : {} });

  test('answers the app’s token, and leads anybody else to a page', async () => {
    await start();
    const id = await uploaded();
    await complete(id);
    const { file } = await running.api().files.info({ file: id });
    const url = String(file?.url_private_download);
    expect(url).toContain(running.baseUrl);
    const contents = await get(url, TOKEN);
    expect([contents.headers.get('content-type'), await contents.text()]).toEqual([
      'image/png',
      'contents of chart.png',
    ]);
    for (const token of [undefined, 'xoxb-other']) {
      const answer = await get(url, token);
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/workspace/']);
    }
  });

  test('answers nothing without the scope', async () => {
    await start({ app: { scopes: SCOPES } });
    const id = await uploaded();
    await complete(id);
    const url = `${running.baseUrl}/workspace/files-pri/T0TEAM-${id}/chart.png`;
    expect((await get(url, TOKEN)).status).toBe(302);
  });
});

describe('a file that a person puts into a form', () => {
  const withFiles = (over: object = {}) =>
    modal({
      blocks: [
        {
          type: 'input',
          block_id: 'proof',
          optional: true,
          label: { type: 'plain_text', text: 'Proof' },
          element: { type: 'file_input', action_id: 'files', filetypes: ['pdf'], max_files: 1, ...over },
        },
      ],
    });

  async function opened(over: object = {}) {
    await ada.command('/arti');
    const { trigger_id } = running.app.last().data;
    await running.api().views.open({ trigger_id, view: withFiles(over) });
    return ada.waitForView();
  }
  async function chosen(name: string, user = ADA): Promise<string> {
    const answer = await running.upload(user, name, 'contents');
    return answer.ok ? String(answer.file?.id) : answer.error;
  }
  const submit = (viewId: string, ids: readonly string[]) =>
    running.call('submit', {
      user: ADA,
      viewId,
      values: { proof: { files: { type: 'file_input', files: ids.map((id) => ({ id })) } } },
    });

  test('comes to the app as Slack’s file object, which it may download', async () => {
    await start();
    const view = await opened();
    expect(await submit(view.id, [await chosen('act.pdf')])).toEqual({ ok: true });
    const { files } = running.app.last().data.view.state.values.proof.files;
    expect(files).toMatchObject([{ name: 'act.pdf', filetype: 'pdf', user: ADA, size: 8, mode: 'hosted' }]);
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect(await (await fetch(files[0].url_private_download, { headers })).text()).toBe('contents');
  });

  test.each([
    { why: 'too many', names: ['a.pdf', 'b.pdf'], error: 'Please choose one file.' },
    { why: 'of another type', names: ['a.xlsx'], error: 'Please choose files of these types: pdf.' },
  ])('$why stay in the form', async ({ names, error }) => {
    await start();
    const view = await opened();
    const ids = await Promise.all(names.map((name) => chosen(name)));
    expect(await submit(view.id, ids)).toEqual({ ok: true, errors: { proof: error } });
  });

  test('of somebody else is left out', async () => {
    await start();
    const view = await opened();
    await submit(view.id, [await chosen('act.pdf', BRUNO)]);
    expect(running.app.last().data.view.state.values.proof.files.files).toEqual([]);
  });

  test('is only for apps that may read files', async () => {
    await start({ app: { scopes: SCOPES } });
    await ada.command('/arti');
    const { trigger_id } = running.app.last().data;
    const open = running.api().views.open({ trigger_id, view: withFiles() });
    expect(await refusal(open)).toMatchObject({ error: 'missing_scope', needed: 'files:read' });
  });

  test('must not be empty, nor sent by another site', async () => {
    await start();
    expect(await running.upload(ADA, 'a.pdf', '')).toMatchObject({ ok: false, error: 'no_file_data' });
    const url = `${running.baseUrl}/workspace/page/upload?user=${ADA}&name=a.pdf`;
    const headers = { 'content-type': 'text/plain' };
    expect((await fetch(url, { method: 'POST', headers, body: 'x' })).status).toBe(415);
  });
});
