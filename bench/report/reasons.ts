/** What a profile shows of works that miss their goal; printed beside those alone that do. */
export const REASONS: ReadonlyMap<string, string> = new Map([
  [
    'dashboard query by trusted document, data changed since the last one',
    'Missed alone, kept under load, where one computation serves all who ask in the same moment. The profile (`bench/dashboard/profile.ts`) has no peak: writing to the socket and collecting garbage 8 % each, computing anew what the report touched 10 %, views and printing 10 %, the rows of what is new 7 %, the counters that tell of a commit 3 %, who asks 2 %. A third of the processor time is that of V8’s other threads, which collect and compile.',
  ],
  [
    'the same, unchanged',
    'No row is read; what is left beside the constant is about 30 µs: the two counters of SQLite that tell of a commit of any process, counting the request of its key, and the headers that say what is left to it.',
  ],
  [
    'signed `/arti status 1.4`, in and answered',
    'Bolt is passed by, the drawing and its text are kept. At 32 connections the median follows the processor time, 0.18 ms against 0.07: the form read into fields and the address of its answer looked at, the counters that tell of a commit, the head of the plan by one seek, the race between the answer and the time after which Slack is acknowledged early.',
  ],
  [
    'a report, durable before it is acknowledged',
    'Commits of one turn of the event loop share one transaction, so the disk no longer limits: where it takes a write in half a millisecond, as on the machine above, sharing it saves less than half of the raw writer’s time. What is left is processor time, 0.62 ms against 0.54: the mutation is executed ahead of Yoga, judged upon the plan and what others are about to write, found again by its key, and chained into the history.',
  ],
  [
    'growth, as an exponent of the size',
    'The series is asked here of a process that remembers nothing: 53 weeks of seeks for each phase and goal, of which those in the largest database touch pages that no other work has warmed. Asked again it is a matter of microseconds, whatever the size.',
  ],
]);
