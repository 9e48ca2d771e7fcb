CREATE INDEX `audit_entries_by_day` ON `audit_entries` (`plan_id`,date(recorded_at),`sequence`);--> statement-breakpoint
CREATE INDEX `outbox_by_day` ON `outbox` (`plan_id`,date(recorded_at),`id`);