/** Mutations asked of a database of their own, and what is left there. */
import type { Actor } from '../../../src/domain/actor.ts';
import { openTestContext, PLANNING_OFFICE, type TestContext } from '../../helpers/context.ts';
import { openApi, operation } from '../support.ts';

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
export type Answered = any;

export type Asked = {
  readonly context: TestContext;
  /** Sends the operation of that file name, as `actor`. */
  readonly send: (file: string, input: object, actor?: Actor) => Promise<Answered>;
  /** What stands in the database, as far as a mutation may change it. */
  readonly left: () => Promise<object>;
};

/** A Monday, 10:00 in Rome, on a day that can be moved unless told. */
export async function openAsked(options: Parameters<typeof openTestContext>[0] = {}): Promise<Asked> {
  const context = await openTestContext(options);
  return {
    context,
    async send(file, input, actor = PLANNING_OFFICE) {
      const api = await openApi({ context, actor });
      const { data, errors } = await api.ask(operation(file), {
        input: { idempotencyKey: 'k-1', ...input },
      });
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      return Object.values(data)[0];
    },
    left: async () => ({
      audit: context.audit().length,
      messages: context.messages().map(({ key, state }) => [key, state]),
      said: (await context.store.findPlan(2020))?.lastSequence,
      revision: (await context.store.findPlan(2020))?.revision,
      people: await context.store.listPeople(),
      channels: await context.store.listChannels(),
      arranged: await context.store.loadArrangements(context.planId),
      schedule: await context.store.loadSchedule(context.planId),
      today: context.clock.today(),
    }),
  };
}

/** The same without instants, which differ from one try to another. */
export const timeless = (left: object): string =>
  JSON.stringify(left, (_key, value) => (value instanceof Map ? [...value] : value)).replaceAll(
    /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g,
    'INSTANT',
  );
