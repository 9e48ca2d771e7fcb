CREATE TABLE `audit_actors` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`sequence`) REFERENCES `audit_entries`(`sequence`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "audit_entries_kind" CHECK(kind <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `baselines` (
	`plan_id` integer NOT NULL,
	`number` integer NOT NULL,
	`position` integer NOT NULL,
	`act` text NOT NULL,
	`adopted_on` text NOT NULL,
	`effective_from` text NOT NULL,
	PRIMARY KEY(`plan_id`, `number`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "baselines_adopted_on" CHECK(adopted_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "baselines_effective_from" CHECK(effective_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `changes` (
	`plan_id` integer NOT NULL,
	`baseline` integer NOT NULL,
	`position` integer NOT NULL,
	`goal` text NOT NULL,
	`kind` text NOT NULL,
	`into_goal` text,
	`motivation` text NOT NULL,
	PRIMARY KEY(`plan_id`, `baseline`, `position`),
	FOREIGN KEY (`plan_id`,`baseline`) REFERENCES `baselines`(`plan_id`,`number`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "changes_kind" CHECK(kind IN ('INSERT', 'MODIFY', 'ELIMINATE', 'MERGE'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `notes` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`subject` text NOT NULL,
	`baseline` integer,
	`item` text,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "notes_subject" CHECK(subject IN ('PLAN', 'BASELINE', 'CHANGE', 'GOAL', 'PHASE'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `notes_by_plan` ON `notes` (`plan_id`);--> statement-breakpoint
CREATE TABLE `check_in_items` (
	`check_in` text NOT NULL,
	`position` integer NOT NULL,
	`item` text NOT NULL,
	PRIMARY KEY(`check_in`, `position`),
	FOREIGN KEY (`check_in`) REFERENCES `check_ins`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `check_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`person` text NOT NULL,
	`opened_on` text NOT NULL,
	`closes_on` text NOT NULL,
	`closed_on` text,
	`opened_at_sequence` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "check_ins_id" CHECK(id <> ''),
	CONSTRAINT "check_ins_opened_on" CHECK(opened_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "check_ins_closes_on" CHECK(closes_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "check_ins_closed_on" CHECK(closed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `check_ins_unclosed` ON `check_ins` (`plan_id`,`opened_on`,`id`) WHERE closed_on IS NULL;--> statement-breakpoint
CREATE TABLE `channels` (
	`name` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`topic` text NOT NULL,
	`structure` text,
	`purpose` text NOT NULL,
	CONSTRAINT "channels_name" CHECK(name <> ''),
	CONSTRAINT "channels_purpose" CHECK(purpose IN ('STRUCTURE', 'MANAGERS', 'GENERAL')),
	CONSTRAINT "channels_structure" CHECK(structure IS NULL OR structure <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `people` (
	`key` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	CONSTRAINT "people_key" CHECK(key <> ''),
	CONSTRAINT "people_role" CHECK(role IN ('STAFF', 'HEAD', 'MANAGER', 'PLANNING'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `person_structures` (
	`person` text NOT NULL,
	`position` integer NOT NULL,
	`structure` text NOT NULL,
	PRIMARY KEY(`person`, `position`),
	FOREIGN KEY (`person`) REFERENCES `people`(`key`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `slack_links` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`slack_id` text NOT NULL,
	PRIMARY KEY(`kind`, `key`),
	CONSTRAINT "slack_links_kind" CHECK(kind IN ('PERSON', 'CHANNEL'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `slack_links_slack_id` ON `slack_links` (`kind`,`slack_id`);--> statement-breakpoint
CREATE TABLE `measurements` (
	`plan_id` integer NOT NULL,
	`sequence` integer NOT NULL,
	`reported_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`actor` text NOT NULL,
	`source` text NOT NULL,
	`note` text,
	`evidence` text,
	`goal` text NOT NULL,
	`numerator` text,
	`denominator` text,
	`value` text,
	PRIMARY KEY(`plan_id`, `sequence`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measurements_sequence" CHECK(sequence >= 1),
	CONSTRAINT "measurements_reported_on" CHECK(reported_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "measurements_source" CHECK(source IN ('SLACK', 'GRAPHQL', 'COMMAND_LINE')),
	CONSTRAINT "measurements_goal" CHECK(goal <> ''),
	CONSTRAINT "measurements_pair" CHECK((numerator IS NULL) = (denominator IS NULL)),
	CONSTRAINT "measurements_figure" CHECK((numerator IS NOT NULL) + (value IS NOT NULL) = 1),
	CONSTRAINT "measurements_numerator" CHECK(numerator <> ''),
	CONSTRAINT "measurements_denominator" CHECK(denominator NOT IN ('', '0')),
	CONSTRAINT "measurements_value" CHECK(value <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX `measurements_as_of` ON `measurements` (`plan_id`,`goal`,`reported_on`,`sequence`);--> statement-breakpoint
CREATE INDEX `measurements_by_goal` ON `measurements` (`plan_id`,`goal`,`sequence`);--> statement-breakpoint
CREATE TABLE `reports` (
	`plan_id` integer NOT NULL,
	`sequence` integer NOT NULL,
	`reported_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`actor` text NOT NULL,
	`source` text NOT NULL,
	`note` text,
	`evidence` text,
	`phase` text NOT NULL,
	`percent_bps` integer,
	`units` integer,
	`completes` integer NOT NULL,
	`blocked_because` text,
	PRIMARY KEY(`plan_id`, `sequence`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reports_sequence" CHECK(sequence >= 1),
	CONSTRAINT "reports_reported_on" CHECK(reported_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "reports_source" CHECK(source IN ('SLACK', 'GRAPHQL', 'COMMAND_LINE')),
	CONSTRAINT "reports_phase" CHECK(phase <> ''),
	CONSTRAINT "reports_percent_bps" CHECK(percent_bps BETWEEN 0 AND 10000),
	CONSTRAINT "reports_units" CHECK(units >= 0),
	CONSTRAINT "reports_completes" CHECK(completes IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `reports_as_of` ON `reports` (`plan_id`,`phase`,`reported_on`,`sequence`);--> statement-breakpoint
CREATE INDEX `reports_incomplete` ON `reports` (`plan_id`,`phase`,`reported_on`,`sequence`) WHERE completes = 0;--> statement-breakpoint
CREATE INDEX `reports_by_phase` ON `reports` (`plan_id`,`phase`,`sequence`);--> statement-breakpoint
CREATE TABLE `goal_structures` (
	`plan_id` integer NOT NULL,
	`baseline` integer NOT NULL,
	`goal` text NOT NULL,
	`position` integer NOT NULL,
	`structure` text NOT NULL,
	PRIMARY KEY(`plan_id`, `baseline`, `goal`, `position`),
	FOREIGN KEY (`plan_id`,`baseline`,`goal`) REFERENCES `goals`(`plan_id`,`baseline`,`code`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`plan_id`,`structure`) REFERENCES `structures`(`plan_id`,`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `goals` (
	`plan_id` integer NOT NULL,
	`baseline` integer NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`area_code` text NOT NULL,
	`title` text NOT NULL,
	`weight_bps` integer NOT NULL,
	`expected_outcome` text,
	`sharing` text NOT NULL,
	`programming_link` text,
	`remarks_text` text,
	`remarks_unknown` text,
	`measured_by` text NOT NULL,
	`schedule_name` text,
	`schedule_deadline` text,
	`schedule_unknown` text,
	`neutralised_from` text,
	`neutralised_by` text,
	`neutralised_because` text,
	PRIMARY KEY(`plan_id`, `baseline`, `code`),
	FOREIGN KEY (`plan_id`,`baseline`) REFERENCES `baselines`(`plan_id`,`number`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`plan_id`,`area_code`) REFERENCES `areas`(`plan_id`,`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "goals_code" CHECK(code <> ''),
	CONSTRAINT "goals_weight_bps" CHECK(weight_bps BETWEEN 0 AND 10000),
	CONSTRAINT "goals_sharing" CHECK(sharing IN ('OWN', 'SHARED', 'CROSS_CUTTING')),
	CONSTRAINT "goals_measured_by" CHECK(measured_by IN ('SCHEDULE', 'FIGURES')),
	CONSTRAINT "goals_remarks" CHECK((remarks_text IS NOT NULL) + (remarks_unknown IS NOT NULL) <= 1),
	CONSTRAINT "goals_schedule" CHECK((schedule_deadline IS NOT NULL) + (schedule_unknown IS NOT NULL) = (schedule_name IS NOT NULL)),
	CONSTRAINT "goals_neutralised" CHECK((neutralised_from IS NOT NULL) + (neutralised_by IS NOT NULL) + (neutralised_because IS NOT NULL) IN (0, 3))
) STRICT;
--> statement-breakpoint
CREATE TABLE `indicators` (
	`plan_id` integer NOT NULL,
	`baseline` integer NOT NULL,
	`goal` text NOT NULL,
	`description` text NOT NULL,
	`measure` text NOT NULL,
	`accumulation` text NOT NULL,
	`unit` text NOT NULL,
	`starting_value` text,
	PRIMARY KEY(`plan_id`, `baseline`, `goal`),
	FOREIGN KEY (`plan_id`,`baseline`,`goal`) REFERENCES `goals`(`plan_id`,`baseline`,`code`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "indicators_measure" CHECK(measure IN ('RATIO', 'VALUE')),
	CONSTRAINT "indicators_accumulation" CHECK(accumulation IN ('LATEST', 'SUM'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `targets` (
	`plan_id` integer NOT NULL,
	`baseline` integer NOT NULL,
	`goal` text NOT NULL,
	`position` integer NOT NULL,
	`from_year` integer NOT NULL,
	`to_year` integer NOT NULL,
	`operator` text NOT NULL,
	`value` text,
	`reference` text,
	PRIMARY KEY(`plan_id`, `baseline`, `goal`, `position`),
	FOREIGN KEY (`plan_id`,`baseline`,`goal`) REFERENCES `indicators`(`plan_id`,`baseline`,`goal`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "targets_operator" CHECK(operator IN ('GTE', 'LTE')),
	CONSTRAINT "targets_years" CHECK(from_year <= to_year),
	CONSTRAINT "targets_value" CHECK(value <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `inbox` (
	`key` text PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL,
	`plan_id` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`sequences` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inbox_key" CHECK(key <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `outbox` (
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
	`error` text,
	`channel` text,
	`ts` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_key" CHECK(key <> ''),
	CONSTRAINT "outbox_state" CHECK(state IN ('PENDING', 'SENT', 'DEAD')),
	CONSTRAINT "outbox_sent" CHECK((channel IS NOT NULL AND ts IS NOT NULL) = (state = 'SENT')),
	CONSTRAINT "outbox_attempt" CHECK(attempt >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_pending` ON `outbox` (`lane`,`id`) WHERE state = 'PENDING';--> statement-breakpoint
CREATE INDEX `outbox_dead` ON `outbox` (`id`) WHERE state = 'DEAD';--> statement-breakpoint
CREATE INDEX `outbox_by_message` ON `outbox` (`channel`,`ts`);--> statement-breakpoint
CREATE TABLE `phase_structures` (
	`plan_id` integer NOT NULL,
	`baseline` integer NOT NULL,
	`phase` text NOT NULL,
	`position` integer NOT NULL,
	`structure` text NOT NULL,
	PRIMARY KEY(`plan_id`, `baseline`, `phase`, `position`),
	FOREIGN KEY (`plan_id`,`baseline`,`phase`) REFERENCES `phases`(`plan_id`,`baseline`,`code`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`plan_id`,`structure`) REFERENCES `structures`(`plan_id`,`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `phases` (
	`plan_id` integer NOT NULL,
	`baseline` integer NOT NULL,
	`code` text NOT NULL,
	`goal` text NOT NULL,
	`number` integer NOT NULL,
	`position` integer NOT NULL,
	`description_text` text,
	`description_unknown` text,
	`output_text` text,
	`output_unknown` text,
	`start_on` text NOT NULL,
	`end_on` text NOT NULL,
	`weight_bps` integer NOT NULL,
	`credit_rule` text NOT NULL,
	`units_target` integer,
	`units_name` text,
	`neutralised_from` text,
	`neutralised_by` text,
	`neutralised_because` text,
	PRIMARY KEY(`plan_id`, `baseline`, `code`),
	FOREIGN KEY (`plan_id`,`baseline`,`goal`) REFERENCES `goals`(`plan_id`,`baseline`,`code`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "phases_code" CHECK(code <> ''),
	CONSTRAINT "phases_weight_bps" CHECK(weight_bps BETWEEN 0 AND 10000),
	CONSTRAINT "phases_credit_rule" CHECK(credit_rule IN ('PERCENT_COMPLETE', 'ZERO_HUNDRED', 'FIFTY_FIFTY', 'UNITS')),
	CONSTRAINT "phases_description" CHECK((description_text IS NOT NULL) + (description_unknown IS NOT NULL) = 1),
	CONSTRAINT "phases_output" CHECK((output_text IS NOT NULL) + (output_unknown IS NOT NULL) = 1),
	CONSTRAINT "phases_start" CHECK(start_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "phases_end" CHECK(end_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "phases_span" CHECK(start_on <= end_on),
	CONSTRAINT "phases_units" CHECK((units_target IS NOT NULL) = (credit_rule = 'UNITS') AND (units_name IS NOT NULL) = (credit_rule = 'UNITS')),
	CONSTRAINT "phases_units_target" CHECK(units_target > 0),
	CONSTRAINT "phases_neutralised" CHECK((neutralised_from IS NOT NULL) + (neutralised_by IS NOT NULL) + (neutralised_because IS NOT NULL) IN (0, 3))
) STRICT;
--> statement-breakpoint
CREATE TABLE `areas` (
	`plan_id` integer NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	PRIMARY KEY(`plan_id`, `code`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `plans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`agency_code` text NOT NULL,
	`agency_name` text NOT NULL,
	`title` text NOT NULL,
	`content_hash` text NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`last_sequence` integer NOT NULL,
	CONSTRAINT "plans_year" CHECK(year BETWEEN 1900 AND 2999),
	CONSTRAINT "plans_counters" CHECK(version >= 1 AND revision >= 1 AND last_sequence >= 0),
	CONSTRAINT "plans_content_hash" CHECK(content_hash <> '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plans_year_unique` ON `plans` (`year`);--> statement-breakpoint
CREATE TABLE `structure_aliases` (
	`plan_id` integer NOT NULL,
	`structure` text NOT NULL,
	`position` integer NOT NULL,
	`alias` text NOT NULL,
	PRIMARY KEY(`plan_id`, `structure`, `position`),
	FOREIGN KEY (`plan_id`,`structure`) REFERENCES `structures`(`plan_id`,`code`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `structures` (
	`plan_id` integer NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`plan_id`, `code`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "structures_code" CHECK(code <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `summaries` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`plan_id` integer NOT NULL,
	`structure` text NOT NULL,
	`recorded_at` text NOT NULL,
	`summary` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `summaries_id_unique` ON `summaries` (`id`);--> statement-breakpoint
CREATE INDEX `summaries_by_plan` ON `summaries` (`plan_id`,`position`);--> statement-breakpoint
CREATE INDEX `summaries_by_structure` ON `summaries` (`plan_id`,`structure`,`position`);