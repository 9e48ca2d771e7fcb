import type { OutboxMessages } from './outbox-it.ts';

export const outboxEn: OutboxMessages = {
  empty: 'Every message has been delivered or is on its way.',
  refused: (count) =>
    count === 1 ? 'One message was not delivered.' : `${count} messages were not delivered.`,
  doubtful: (count) =>
    count === 1
      ? 'Of one message it could not be found out whether it arrived.'
      : `Of ${count} messages it could not be found out whether they arrived.`,
  more: (count) => `… and ${count} more`,
  row: (number, what, to, when) => `no. ${number} · ${when} · ${what} → ${to}`,
  why: (words, code) => `${words} (${code})`,
  conversation: (name) => `conversation ${name}`,
  slackHint: (example) =>
    [
      `Once the cause is mended, \`/arti outbox resend\` sends all that were not delivered again; \`/arti outbox resend ${example}\` one of them.`,
      `\`/arti outbox dismiss ${example}\` takes a message off the list without sending it.`,
    ].join('\n'),
  slackDoubtfulHint:
    'A doubtful message is sent again only by its number: if it had arrived, it will arrive twice.',
  terminalHint: (example) =>
    `To send again: --resend (all not delivered) or --resend ${example}; to take off the list: --dismiss ${example}.`,
  resent: (count) =>
    count === 0
      ? 'There is no message to send again.'
      : count === 1
        ? 'One message is on its way again.'
        : `${count} messages are on their way again.`,
  resentDoubtful: (number) =>
    `Message no. ${number} is on its way again. Its outcome was in doubt: it may arrive twice.`,
  dismissed: (number) => `Message no. ${number} was taken off the list without being sent.`,
  repeated: 'The request had been carried out already.',
  unknown: (number, listed) =>
    listed.length === 0
      ? `Message no. ${number} is not on the list, which is empty.`
      : `Message no. ${number} is not on the list. Accepted: ${listed.join(', ')}.`,
  noNumber: (given, listed) =>
    listed.length === 0
      ? `“${given}” is no number: name a message of the list by its own, but the list is empty.`
      : `“${given}” is no number: name a message of the list by its own. Accepted: ${listed.join(', ')}.`,
  counts: (pending, refused, doubtful) =>
    `Messages waiting: ${pending}; not delivered: ${refused}; in doubt: ${doubtful}.`,
  notices: {
    CHECK_IN: 'check-in',
    ASK_BACK: 'question about a reply',
    CHECK_IN_AGAIN: 'check-in, once more',
    CORRECTION_OFFERED: 'offered correction',
    KEPT_AFTER_DELETION: 'notice after a message was deleted',
    CHECK_IN_REFRESH: 'check-in drawn again',
    RECORDED: 'answer with what was recorded',
    REFUSED: 'answer with what was not accepted',
    DELEGATED: 'delegated item',
    ITEM_CARD: 'card of a goal or a phase',
    PLAN_SUMMARY: 'summary of the plan',
    ESCALATION: 'word to who heads the structure',
    STRUCTURE_SUMMARY: 'structure summary',
  },
  reasons: {
    channel_not_found: 'the channel does not exist or the bot cannot see it',
    is_archived: 'the channel is archived',
    not_in_channel: 'the bot is not in the channel',
    user_not_found: 'the person is not in Slack',
    users_not_found: 'nobody in Slack has the person’s address',
    user_disabled: 'the person’s Slack account is deactivated',
    cannot_dm_bot: 'the receiver is a bot',
    messages_tab_disabled: 'direct messages of the bot are switched off',
    person_not_in_directory: 'the person is no longer in the directory',
    message_not_found: 'the message to be changed is no longer there',
    cant_update_message: 'the message to be changed is not the bot’s',
    edit_window_closed: 'the message to be changed can be changed no more',
    thread_not_found: 'the conversation to be answered is no longer there',
    cannot_reply_to_message: 'that message cannot be answered',
    restricted_action: 'the workspace does not allow posting in that channel',
    posting_to_general_channel_denied: 'the workspace does not allow posting in that channel',
    invalid_blocks: 'Slack does not take the form of the message',
    invalid_blocks_format: 'Slack does not take the form of the message',
    msg_blocks_too_long: 'the message is too long',
    msg_too_long: 'the message is too long',
    token_revoked: 'the app’s access to Slack was revoked: it is sent again once access returns',
    token_expired: 'the app’s access to Slack has expired: it is sent again once access returns',
    account_inactive: 'the app’s access to Slack is deactivated: it is sent again once access returns',
    invalid_auth: 'Slack does not know the app: it is sent again once access returns',
    not_authed: 'Slack does not know the app: it is sent again once access returns',
    app_uninstalled: 'the app was removed from Slack: it is sent again once access returns',
    team_disabled: 'the workspace is deactivated: it is sent again once access returns',
    workspace_not_installed: 'the app is not installed in that workspace',
    missing_scope: 'the permission to read the conversation is missing',
    history_too_long: 'the conversation is too long to look for the message',
    check_in_not_found: 'the check-in is no longer there',
    check_in_never_sent: 'the check-in to be drawn again was never sent',
    item_not_found: 'the goal or phase is no longer there',
    summary_not_found: 'the summary is not there',
  },
  reasonUnknown: 'it could not be sent',
};
