import type { FrameTexts } from './dashboard-frame-it.ts';

export const frameEn: FrameTexts = {
  // Filters
  year: 'Year',
  baseline: 'Baseline',
  inForce: 'In force on the chosen day',
  baselineChoice: (number, act, from) => `${number} – ${act ?? 'no act'}, from ${from}`,
  structure: 'Structure',
  everyStructure: 'All',
  today: 'Today',
  clear: 'Clear filters',

  // Account
  account: 'Account',
  signedInAs: (name) => `Signed in: ${name}`,
  signOut: 'Sign out',
  notSignedOut: 'Signing out did not work: try again.',
  roles: {
    READER: 'read only',
    STAFF: 'staff',
    HEAD: 'head of structure',
    MANAGER: 'manager',
    PLANNING: 'planning office',
  },

  // Below tables
  download: 'Download CSV',
  downloadOf: (what) => `Download the table “${what}” as CSV`,
  copy: 'Copy CSV',
  copyOf: (what) => `Copy the table “${what}” as CSV`,
  copied: 'Copied.',
  notCopied: 'The browser does not allow to copy: use “Download CSV”.',
  query: 'GraphQL query',
  queryOf: (what) => `GraphQL query of the table “${what}”`,
  queryText: 'Document',
  queryVariables: 'Variables',
  queryCall: 'To ask for it by another program, with a key of the API',
  key: 'KEY',

  // When something breaks
  broken: 'This page can’t be shown',
  brokenHint: 'Something unexpected went wrong, or the dashboard was updated meanwhile. No data is lost.',
  reload: 'Load the page again',

  // Footer
  workspace: 'Local workspace',
  api: 'GraphQL API',
  figuresNote: 'Figures are computed by the API from what was reported up to the day shown.',
};
