/** The manifest of the Slack app, as far as the product itself goes by it. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const manifestSchema = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    slash_commands: z.array(z.object({ command: z.string(), should_escape: z.boolean() })),
    unfurl_domains: z.array(z.string()).default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({
      bot_events: z.array(
        z.enum([
          'app_home_opened',
          'app_uninstalled',
          'link_shared',
          'message.channels',
          'message.im',
          'tokens_revoked',
        ]),
      ),
    }),
  }),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const readManifest = async (): Promise<Manifest> =>
  manifestSchema.parse(JSON.parse(await readFile(new URL('../manifest.json', import.meta.url), 'utf8')));
