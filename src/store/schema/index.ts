/** Every table, for drizzle-kit. */
export * from './api-keys.ts';
export * from './arrangements.ts';
export * from './audit.ts';
export * from './baselines.ts';
export * from './check-ins.ts';
export * from './directory.ts';
export * from './facts.ts';
export * from './goals.ts';
export * from './inbox.ts';
export * from './installations.ts';
export * from './outbox.ts';
export * from './phases.ts';
export * from './plans.ts';
export * from './schedule.ts';
export * from './sessions.ts';
export * from './settings.ts';
export * from './summaries.ts';
