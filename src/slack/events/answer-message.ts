import { readVersions } from '../../services/person-message.ts';
import type { Environment } from '../environment.ts';
import { answerDeletion } from './answer-deletion.ts';
import { answerEdit } from './answer-edit.ts';
import type { MessageEvent } from './message-event.ts';
import { takeVersion } from './take-version.ts';

/** Answers what a person did in the conversation with the bot: wrote, edited or deleted a message. */
export async function answerMessage(environment: Environment, event: MessageEvent): Promise<void> {
  switch (event.kind) {
    case 'WRITTEN': {
      const handled = await readVersions(environment.context, event);
      // Delivered again: what became of it stands, whatever has changed since.
      if (handled.length > 0) return;
      await takeVersion(environment, event, { edit: 0, writtenAt: event.ts });
      return;
    }
    case 'EDITED':
      return answerEdit(environment, event);
    case 'DELETED':
      return answerDeletion(environment, event);
  }
}
