import { answerOnce } from '../../services/answer-once.ts';
import { deletionKey, readVersions, recordedItemsOf } from '../../services/person-message.ts';
import type { Environment } from '../environment.ts';
import type { DeletedMessage } from './message-event.ts';
import { replyTo } from './take-version.ts';

/** A message was deleted: what was recorded of it stays, which is said once. */
export async function answerDeletion({ context }: Environment, message: DeletedMessage): Promise<void> {
  const versions = await readVersions(context, message);
  const items = await recordedItemsOf(context, versions);
  if (items.length === 0) return;
  const key = deletionKey(message);
  await answerOnce(context, { key, fingerprint: 'deleted' }, [
    { key: `kept-${key}`, destination: replyTo(message), notice: { kind: 'KEPT_AFTER_DELETION', items } },
  ]);
}
