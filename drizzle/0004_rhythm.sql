CREATE TABLE `outbox_lanes` (
	`lane` text PRIMARY KEY NOT NULL,
	`next_at` text NOT NULL,
	CONSTRAINT "outbox_lanes_lane" CHECK(lane <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `schedule_entries` (
	`plan_id` integer NOT NULL,
	`structure` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`since` text NOT NULL,
	`set_by` text NOT NULL,
	PRIMARY KEY(`plan_id`, `structure`, `name`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "schedule_entries_name" CHECK(name IN ('CHECK_IN', 'REMINDER', 'ESCALATION', 'STRUCTURE_SUMMARY', 'PLAN_SUMMARY', 'MONTHLY_DIGEST', 'QUARTERLY_DIGEST', 'INTERIM_REVIEW', 'CADENCE', 'PLACE'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `slot_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`plan_id` integer NOT NULL,
	`kind` text NOT NULL,
	`structure` text NOT NULL,
	`period` text NOT NULL,
	`at` text NOT NULL,
	`as_of` text NOT NULL,
	`outcome` text NOT NULL,
	`because` text,
	`settled_at` text NOT NULL,
	`messages` integer NOT NULL,
	`full` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "slot_runs_kind" CHECK(kind IN ('CHECK_IN', 'REMINDER', 'ESCALATION', 'STRUCTURE_SUMMARY', 'PLAN_SUMMARY', 'MONTHLY_DIGEST', 'QUARTERLY_DIGEST', 'INTERIM_REVIEW')),
	CONSTRAINT "slot_runs_period" CHECK(period <> ''),
	CONSTRAINT "slot_runs_as_of" CHECK(as_of GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "slot_runs_outcome" CHECK(outcome IN ('ON_TIME', 'LATE', 'SKIPPED')),
	CONSTRAINT "slot_runs_skipped" CHECK((because IS NOT NULL) = (outcome = 'SKIPPED')),
	CONSTRAINT "slot_runs_messages" CHECK(messages >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `slot_runs_once` ON `slot_runs` (`plan_id`,`kind`,`structure`,`period`);--> statement-breakpoint
CREATE INDEX `slot_runs_last` ON `slot_runs` (`plan_id`,`kind`,`structure`,`id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`plan_id` integer NOT NULL,
	`lane` text NOT NULL,
	`destination` text NOT NULL,
	`notice` text NOT NULL,
	`recorded_at` text NOT NULL,
	`state` text NOT NULL,
	`attempt` integer NOT NULL,
	`claimed_at` text,
	`not_before` text,
	`first_tried_at` text,
	`error` text,
	`channel` text,
	`ts` text,
	`team` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_key" CHECK(key <> ''),
	CONSTRAINT "outbox_state" CHECK(state IN ('PENDING', 'SENT', 'DEAD', 'DOUBTFUL', 'DROPPED')),
	CONSTRAINT "outbox_sent" CHECK((channel IS NOT NULL AND ts IS NOT NULL) = (state = 'SENT')),
	CONSTRAINT "outbox_attempt" CHECK(attempt >= 0)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_outbox`("id", "key", "plan_id", "lane", "destination", "notice", "recorded_at", "state", "attempt", "claimed_at", "not_before", "first_tried_at", "error", "channel", "ts", "team") SELECT "id", "key", "plan_id", "lane", "destination", "notice", "recorded_at", CASE WHEN "error" IS 'nothing_to_send' THEN 'DROPPED' ELSE "state" END, "attempt", "claimed_at", "not_before", NULL, CASE WHEN "error" IS 'nothing_to_send' THEN NULL ELSE "error" END, "channel", "ts", "team" FROM `outbox`;--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_pending` ON `outbox` (`lane`,`id`) WHERE state = 'PENDING';--> statement-breakpoint
CREATE INDEX `outbox_unsettled` ON `outbox` (`id`) WHERE state IN ('DEAD', 'DOUBTFUL');--> statement-breakpoint
CREATE INDEX `outbox_by_message` ON `outbox` (`channel`,`ts`);--> statement-breakpoint
CREATE TABLE `__new_summaries` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`plan_id` integer NOT NULL,
	`kind` text NOT NULL,
	`structure` text,
	`recorded_at` text NOT NULL,
	`summary` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "summaries_kind" CHECK(kind IN ('STRUCTURE_WEEK', 'PLAN_WEEK', 'PLAN_MONTH', 'PLAN_QUARTER', 'INTERIM_REVIEW')),
	CONSTRAINT "summaries_structure" CHECK((structure IS NOT NULL) = (kind = 'STRUCTURE_WEEK'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_summaries`("position", "id", "plan_id", "kind", "structure", "recorded_at", "summary") SELECT "position", "id", "plan_id", 'STRUCTURE_WEEK', "structure", "recorded_at", json_set("summary", '$.kind', 'STRUCTURE_WEEK', '$.notAnswered', json('[]'), '$.indicators', json('[]'), '$.curve', json('null'), '$.slot', json('null')) FROM `summaries`;--> statement-breakpoint
DROP TABLE `summaries`;--> statement-breakpoint
ALTER TABLE `__new_summaries` RENAME TO `summaries`;--> statement-breakpoint
CREATE UNIQUE INDEX `summaries_id_unique` ON `summaries` (`id`);--> statement-breakpoint
CREATE INDEX `summaries_by_plan` ON `summaries` (`plan_id`,`position`);--> statement-breakpoint
CREATE INDEX `summaries_by_kind` ON `summaries` (`plan_id`,`kind`,`structure`,`position`);--> statement-breakpoint
-- A summary stays as it was sent, and what became of a slot stays known.
CREATE TRIGGER `summaries_no_update` BEFORE UPDATE ON `summaries` BEGIN
	SELECT RAISE(ABORT, 'summaries are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `summaries_no_delete` BEFORE DELETE ON `summaries` BEGIN
	SELECT RAISE(ABORT, 'summaries are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `slot_runs_no_update` BEFORE UPDATE ON `slot_runs` BEGIN
	SELECT RAISE(ABORT, 'slot_runs are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `slot_runs_no_delete` BEFORE DELETE ON `slot_runs` BEGIN
	SELECT RAISE(ABORT, 'slot_runs are append-only');
END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes without firing a DELETE trigger (recursive_triggers is off): the insert says no.
CREATE TRIGGER `slot_runs_settled_once` BEFORE INSERT ON `slot_runs`
WHEN EXISTS (SELECT 1 FROM `slot_runs` WHERE `id` = NEW.`id`)
	OR EXISTS (SELECT 1 FROM `slot_runs` WHERE `plan_id` = NEW.`plan_id` AND `kind` = NEW.`kind` AND `structure` = NEW.`structure` AND `period` = NEW.`period`) BEGIN
	SELECT RAISE(ABORT, 'a slot is settled once');
END;
--> statement-breakpoint
CREATE TRIGGER `summaries_sent_once` BEFORE INSERT ON `summaries`
WHEN EXISTS (SELECT 1 FROM `summaries` WHERE `position` = NEW.`position` OR `id` = NEW.`id`) BEGIN
	SELECT RAISE(ABORT, 'a summary is kept once');
END;
