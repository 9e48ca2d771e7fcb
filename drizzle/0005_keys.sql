CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`structures` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` text,
	`last_used_at` text,
	`revoked_at` text,
	`request_key` text,
	`request_fingerprint` text,
	CONSTRAINT "api_keys_id" CHECK(id <> ''),
	CONSTRAINT "api_keys_name" CHECK(name <> ''),
	CONSTRAINT "api_keys_secret_hash" CHECK(secret_hash <> '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_request_key_unique` ON `api_keys` (`request_key`);--> statement-breakpoint
CREATE INDEX `audit_entries_of_plan` ON `audit_entries` (`plan_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `check_ins_by_day` ON `check_ins` (`plan_id`,`opened_on`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_of_plan` ON `outbox` (`plan_id`,`id`);