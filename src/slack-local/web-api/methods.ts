import { chatDelete, chatGetPermalink, chatPostEphemeral, chatPostMessage, chatUpdate } from './chat.ts';
import {
  conversationsInfo,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
} from './conversations.ts';
import { conversationsHistory, conversationsReplies } from './conversations-history.ts';
import { filesCompleteUploadExternal, filesGetUploadUrlExternal } from './files.ts';
import type { ApiMethod } from './method.ts';
import { authTest, usersInfo, usersList, usersLookupByEmail } from './users.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';

/** Every method the workspace answers; any other is `unknown_method`. */
export const apiMethods: ReadonlyMap<string, ApiMethod> = new Map(
  Object.entries({
    'auth.test': authTest,
    'chat.delete': chatDelete,
    'chat.getPermalink': chatGetPermalink,
    'chat.postEphemeral': chatPostEphemeral,
    'chat.postMessage': chatPostMessage,
    'chat.update': chatUpdate,
    'conversations.history': conversationsHistory,
    'conversations.info': conversationsInfo,
    'conversations.list': conversationsList,
    'conversations.members': conversationsMembers,
    'conversations.open': conversationsOpen,
    'conversations.replies': conversationsReplies,
    'files.completeUploadExternal': filesCompleteUploadExternal,
    'files.getUploadURLExternal': filesGetUploadUrlExternal,
    'users.info': usersInfo,
    'users.list': usersList,
    'users.lookupByEmail': usersLookupByEmail,
    'views.open': viewsOpen,
    'views.publish': viewsPublish,
    'views.push': viewsPush,
    'views.update': viewsUpdate,
  }),
);
