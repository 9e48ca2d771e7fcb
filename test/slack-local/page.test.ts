import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADA, ADA_IM, BOT, BRUNO, GENERAL, type Running, startWorkspace } from './workspace-fixture.ts';

let running: Running;
beforeEach(async () => {
  running = await startWorkspace();
});
afterEach(() => running.close());

/** A request with headers that fetch would not let us set. */
function raw(path: string, headers: Record<string, string>, method = 'GET', body = ''): Promise<number> {
  const { port } = new URL(running.baseUrl);
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers: { connection: 'close', ...headers } };
    request(options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end(body);
  });
}

describe('who may ask', () => {
  test('a call must be JSON, which other sites cannot send unasked', async () => {
    const body = JSON.stringify({ user: ADA, channel: GENERAL, text: 'forged' });
    const send = (type: string) =>
      raw('/workspace/page/send', { host: 'localhost', 'content-type': type }, 'POST', body);
    expect(await send('text/plain')).toBe(415);
    expect(await send('application/json')).toBe(200);
    expect(running.workspace.state.messagesOf(GENERAL)).toHaveLength(1);
  });

  test('a body may have a megabyte', async () => {
    const body = JSON.stringify({ user: ADA, channel: GENERAL, text: 'x'.repeat(1_000_001) });
    const headers = { host: 'localhost', 'content-type': 'application/json' };
    expect(await raw('/workspace/page/send', headers, 'POST', body)).toBe(413);
  });
});

describe('reading', () => {
  test('the people to choose from', async () => {
    const users = await (await fetch(`${running.baseUrl}/workspace/page/users`)).json();
    expect(users).toMatchObject([
      { id: ADA, isAdmin: true },
      { id: BRUNO, isAdmin: false },
    ]);
  });

  test('what one person sees', async () => {
    const bruno = await running.as(BRUNO);
    const shown = await bruno.bootstrap();
    expect(shown).toMatchObject({
      team: { id: 'T0TEAM', name: 'Prova' },
      language: 'en',
      today: '2020-06-15',
      dayIsSimulated: true,
      me: { id: BRUNO, name: 'Bruno' },
      commands: [{ command: '/arti' }],
    });
    expect(shown.channels.map((channel) => channel.id)).toEqual([GENERAL, 'D0BRUNO']);
    expect(shown.users.map((user) => user.id)).toEqual([ADA, BRUNO, BOT]);
    await expect(bruno.history(ADA_IM)).rejects.toThrow('channel_not_found');
  });

  test('as nobody, or as the bot', async () => {
    for (const user of ['U404', BOT]) {
      const response = await fetch(`${running.baseUrl}/workspace/page/bootstrap?user=${user}`);
      expect([response.status, await response.json()]).toEqual([404, { ok: false, error: 'user_not_found' }]);
    }
  });

  test('a stream that was cut goes on where it was', async () => {
    const ada = await running.as(ADA);
    const cut = await openStream();
    await ada.say(GENERAL, 'one');
    const [first] = await cut.read(1);
    cut.stop();
    await ada.say(GENERAL, 'two');
    await ada.say(GENERAL, 'three');
    const again = await openStream({ 'last-event-id': first!.id });
    expect((await again.read(2)).map((event) => event.text)).toEqual(['two', 'three']);
    again.stop();
  });

  test('a stream of another run begins with what comes', async () => {
    const ada = await running.as(ADA);
    await ada.say(GENERAL, 'before');
    const stream = await openStream({ 'last-event-id': 'another-0' });
    await ada.say(GENERAL, 'after');
    expect((await stream.read(1)).map((event) => event.text)).toEqual(['after']);
    stream.stop();
  });

  /** Ada's stream, already open on the server's side. */
  async function openStream(headers: Record<string, string> = {}) {
    const abort = new AbortController();
    const url = `${running.baseUrl}/workspace/page/stream?user=${ADA}`;
    const response = await fetch(url, { headers, signal: abort.signal });
    return {
      async read(count: number): Promise<{ id: string; text: string }[]> {
        let text = '';
        const decoder = new TextDecoder();
        for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
          text += decoder.decode(chunk);
          const found = [...text.matchAll(/^id: (.+)\nevent: message\ndata: (.+)\n\n/gm)];
          if (found.length < count) continue;
          return found.map(([, id = '', data = '']) => ({ id, text: JSON.parse(data).message.text }));
        }
        throw new Error('the stream ended');
      },
      stop: () => abort.abort(),
    };
  }
});

describe('writing', () => {
  test.each([
    { why: 'nothing', channel: GENERAL, text: '  ', error: 'no_text' },
    { why: 'too much', channel: GENERAL, text: 'x'.repeat(40_001), error: 'msg_too_long' },
    { why: 'to a conversation of others', channel: 'D0BRUNO', text: 'x', error: 'channel_not_found' },
    { why: 'into an archived channel', channel: 'C0ARCHIVED', text: 'x', error: 'is_archived' },
  ])('$why → $error', async ({ channel, text, error }) => {
    const ada = await running.as(ADA);
    expect(await ada.say(channel, text)).toMatchObject({ ok: false, error });
  });

  test("one's own messages only are edited and deleted", async () => {
    const [ada, bruno] = [await running.as(ADA), await running.as(BRUNO)];
    await ada.say(GENERAL, 'mine');
    const message = await bruno.waitForMessage();
    expect(await bruno.edit(message, 'his')).toMatchObject({ error: 'not_allowed' });
    expect(await bruno.remove(message)).toMatchObject({ error: 'not_allowed' });
    expect(await ada.edit(message, 'better')).toMatchObject({
      ok: true,
      message: { text: 'better', edited: true },
    });
    expect(await ada.remove(message)).toEqual({ ok: true });
    expect(await ada.remove(message)).toMatchObject({ error: 'message_not_found' });
  });

  test('a call that is not understood', async () => {
    const post = async (call: string, body: string) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${running.baseUrl}/workspace/page/${call}`, {
        method: 'POST',
        headers,
        body,
      });
      return [response.status, ((await response.json()) as { error: string }).error];
    };
    expect(await post('send', '{}')).toEqual([200, 'invalid_arguments']);
    expect(await post('send', '{')).toEqual([200, 'invalid_json']);
    expect(await post('dance', '{}')).toEqual([404, 'unknown_call']);
  });
});

describe('the day', () => {
  test('is moved by an admin, and every page hears of it', async () => {
    const [ada, bruno] = [await running.as(ADA), await running.as(BRUNO)];
    expect(await ada.moveDay('2020-09-30')).toEqual({ ok: true });
    await bruno.waitFor((event) => (event.type === 'day_changed' ? event : undefined), 'the day');
    expect((await ada.bootstrap()).today).toBe('2020-09-30');
  });

  test('moved by other means is told by the product', async () => {
    const bruno = await running.as(BRUNO);
    running.workspace.deliverDayChanged('2020-09-30');
    const heard = await bruno.waitFor(
      (event) => (event.type === 'day_changed' ? event : undefined),
      'the day',
    );
    expect(heard.today).toBe('2020-09-30');
  });

  test.each([
    { who: BRUNO, day: '2020-09-30', error: 'not_allowed' },
    { who: ADA, day: '2020-09-31', error: 'invalid_date' },
    { who: ADA, day: '2021-02-29', error: 'invalid_date' },
    { who: ADA, day: '30/09/2020', error: 'invalid_date' },
    { who: ADA, day: '', error: 'invalid_date' },
  ])('$who, "$day" → $error', async ({ who, day, error }) => {
    const person = await running.as(who);
    expect(await person.moveDay(day)).toMatchObject({ ok: false, error });
    expect(running.time.day).toBe('2020-06-15');
  });

  test('may be refused by the product, or stand on the real calendar', async () => {
    const setToday = () => Promise.reject(new Error('2020 is over'));
    const other = await startWorkspace({
      calendar: { today: () => '2026-01-01', simulated: true, setToday },
    });
    const answer = await (await other.as(ADA)).moveDay('2021-01-01');
    expect(answer).toEqual({ ok: false, error: 'day_refused', detail: '2020 is over' });
    await other.close();
    const real = await startWorkspace({
      calendar: { today: () => '2026-01-01', simulated: false, setToday },
    });
    expect(await (await real.as(ADA)).moveDay('2021-01-01')).toMatchObject({ error: 'day_not_simulated' });
    await real.close();
  });
});

describe('the page itself', () => {
  test('says so when it was not built', async () => {
    const response = await fetch(`${running.baseUrl}/workspace/`);
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run build')]);
  });

  test('is served from its directory, and nothing beside it', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'page-'));
    writeFileSync(join(directory, 'index.html'), '<h1>workspace</h1>');
    const built = await startWorkspace({ pageDirectory: directory });
    const get = async (path: string) => (await fetch(`${built.baseUrl}${path}`)).status;
    const page = await fetch(`${built.baseUrl}/workspace?user=${ADA}`);
    expect([await page.text(), page.headers.get('content-type')]).toEqual([
      '<h1>workspace</h1>',
      'text/html; charset=utf-8',
    ]);
    expect(await get('/workspace/%2e%2e%2f%2e%2e%2fetc%2fpasswd')).toBe(404);
    expect(await get('/workspace/none.js')).toBe(404);
    expect(await get('/elsewhere')).toBe(404);
    await built.close();
    rmSync(directory, { recursive: true });
  });
});
