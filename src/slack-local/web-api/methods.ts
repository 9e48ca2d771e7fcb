import { authRevoke, authTest } from './auth.ts';
import { blocksValidate } from './blocks-validate.ts';
import { chatDelete, chatGetPermalink, chatPostEphemeral, chatPostMessage, chatUpdate } from './chat.ts';
import { chatUnfurl } from './chat-unfurl.ts';
import {
  conversationsInfo,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
} from './conversations.ts';
import { conversationsHistory, conversationsReplies } from './conversations-history.ts';
import { filesCompleteUploadExternal, filesGetUploadUrlExternal, filesInfo } from './files.ts';
import type { ApiMethod } from './method.ts';
import { usergroupsList, usergroupsUsersList } from './user-groups.ts';
import { usersInfo, usersList, usersLookupByEmail } from './users.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';

/** Every method the workspace answers; any other is `unknown_method`. */
export const apiMethods: ReadonlyMap<string, ApiMethod> = new Map(
  Object.entries({
    'auth.revoke': authRevoke,
    'auth.test': authTest,
    'blocks.validate': blocksValidate,
    'chat.delete': chatDelete,
    'chat.getPermalink': chatGetPermalink,
    'chat.postEphemeral': chatPostEphemeral,
    'chat.postMessage': chatPostMessage,
    'chat.unfurl': chatUnfurl,
    'chat.update': chatUpdate,
    'conversations.history': conversationsHistory,
    'conversations.info': conversationsInfo,
    'conversations.list': conversationsList,
    'conversations.members': conversationsMembers,
    'conversations.open': conversationsOpen,
    'conversations.replies': conversationsReplies,
    'files.completeUploadExternal': filesCompleteUploadExternal,
    'files.getUploadURLExternal': filesGetUploadUrlExternal,
    'files.info': filesInfo,
    'usergroups.list': usergroupsList,
    'usergroups.users.list': usergroupsUsersList,
    'users.info': usersInfo,
    'users.list': usersList,
    'users.lookupByEmail': usersLookupByEmail,
    'views.open': viewsOpen,
    'views.publish': viewsPublish,
    'views.push': viewsPush,
    'views.update': viewsUpdate,
  }),
);
