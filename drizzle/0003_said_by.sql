CREATE INDEX `measurements_by_actor` ON `measurements` (`plan_id`,`actor`,`sequence`);--> statement-breakpoint
CREATE INDEX `reports_by_actor` ON `reports` (`plan_id`,`actor`,`sequence`);