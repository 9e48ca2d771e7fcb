CREATE TABLE `assignments` (
	`plan_id` integer NOT NULL,
	`item` text NOT NULL,
	`person` text NOT NULL,
	PRIMARY KEY(`plan_id`, `item`, `person`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignments_item" CHECK(item <> ''),
	CONSTRAINT "assignments_person" CHECK(person <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `delegations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`plan_id` integer NOT NULL,
	`item` text NOT NULL,
	`from_person` text NOT NULL,
	`to_person` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "delegations_item" CHECK(item <> ''),
	CONSTRAINT "delegations_starts_on" CHECK(starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "delegations_ends_on" CHECK(ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "delegations_period" CHECK(starts_on <= ends_on)
) STRICT;
--> statement-breakpoint
CREATE INDEX `delegations_standing` ON `delegations` (`plan_id`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE TABLE `person_settings` (
	`person` text PRIMARY KEY NOT NULL,
	`hours_from` text,
	`hours_to` text,
	`time_zone` text,
	`slack_time_zone` text,
	`away_from` text,
	`away_until` text,
	`away_set_by` text,
	CONSTRAINT "person_settings_person" CHECK(person <> ''),
	CONSTRAINT "person_settings_hours" CHECK((hours_from IS NULL) = (hours_to IS NULL)),
	CONSTRAINT "person_settings_away_from" CHECK(away_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "person_settings_away_until" CHECK(away_until GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "person_settings_away" CHECK((away_from IS NULL) = (away_until IS NULL) AND (away_from IS NULL) = (away_set_by IS NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE `installations` (
	`team` text PRIMARY KEY NOT NULL,
	`team_name` text NOT NULL,
	`bot_user` text NOT NULL,
	`scopes` text NOT NULL,
	`sealed_token` text NOT NULL,
	`installed_at` text NOT NULL,
	`revoked_at` text,
	`revoked_because` text,
	CONSTRAINT "installations_team" CHECK(team <> ''),
	CONSTRAINT "installations_token" CHECK(sealed_token <> '')
) STRICT;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_slack_links` (
	`kind` text NOT NULL,
	`team` text DEFAULT '' NOT NULL,
	`key` text NOT NULL,
	`slack_id` text NOT NULL,
	PRIMARY KEY(`kind`, `team`, `key`),
	CONSTRAINT "slack_links_kind" CHECK(kind IN ('PERSON', 'CHANNEL'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_slack_links`("kind", "team", "key", "slack_id") SELECT `kind`, '', `key`, `slack_id` FROM `slack_links`;--> statement-breakpoint
DROP TABLE `slack_links`;--> statement-breakpoint
ALTER TABLE `__new_slack_links` RENAME TO `slack_links`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `slack_links_slack_id` ON `slack_links` (`kind`,`team`,`slack_id`);--> statement-breakpoint
ALTER TABLE `check_ins` ADD `owed_kind` text;--> statement-breakpoint
ALTER TABLE `check_ins` ADD `owed_at` text;--> statement-breakpoint
ALTER TABLE `check_ins` ADD `reminded_at` text;--> statement-breakpoint
ALTER TABLE `check_ins` ADD `skipped_on` text;--> statement-breakpoint
ALTER TABLE `check_ins` ADD `skipped_because` text;--> statement-breakpoint
CREATE INDEX `check_ins_of_person` ON `check_ins` (`plan_id`,`person`,`opened_on`);--> statement-breakpoint
ALTER TABLE `people` ADD `place` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `team` text;