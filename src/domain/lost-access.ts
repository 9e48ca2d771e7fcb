/**
 * Slack's words for a token that it no longer takes: whatever is sent with it will be refused, until the app is
 * installed again or whoever took the access away gives it back. A message that met one of them waits for that, and
 * what follows it waits behind it.
 */
export const LOST_ACCESS: readonly string[] = [
  'token_revoked',
  'token_expired',
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'app_uninstalled',
  'team_disabled',
];
