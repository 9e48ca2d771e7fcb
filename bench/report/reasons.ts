/** What a profile shows of works that miss their goal; printed beside those alone that do. */
export const REASONS: ReadonlyMap<string, string> = new Map([
  [
    'signed `/arti status 1.4`, in and answered',
    'Bolt is passed by and the drawing is kept. What is left beside the floor: who asks, looked up after each commit; the race between the answer and the time after which Slack is acknowledged early; the blocks as JSON.',
  ],
  [
    'a report, durable before it is acknowledged',
    'Commits of one turn of the event loop share one transaction, so the disk is no longer what limits: where it takes a write in a fraction of a millisecond, as on the machine above, sharing it saves little. What is left is processor time: a mutation goes through Yoga, the report is judged and told with its goal’s figures, read back, and chained into the history.',
  ],
]);
