-- What was said and what was decided is never changed: a correction is a newer row.
CREATE TRIGGER `reports_no_update` BEFORE UPDATE ON `reports` BEGIN
	SELECT RAISE(ABORT, 'reports are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `reports_no_delete` BEFORE DELETE ON `reports` BEGIN
	SELECT RAISE(ABORT, 'reports are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `measurements_no_update` BEFORE UPDATE ON `measurements` BEGIN
	SELECT RAISE(ABORT, 'measurements are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `measurements_no_delete` BEFORE DELETE ON `measurements` BEGIN
	SELECT RAISE(ABORT, 'measurements are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_update` BEFORE UPDATE ON `audit_entries` BEGIN
	SELECT RAISE(ABORT, 'audit_entries are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_delete` BEFORE DELETE ON `audit_entries` BEGIN
	SELECT RAISE(ABORT, 'audit_entries are append-only');
END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes without firing a DELETE trigger (recursive_triggers is off): the insert says no.
CREATE TRIGGER `reports_sequence_once` BEFORE INSERT ON `reports`
WHEN EXISTS (SELECT 1 FROM `measurements` WHERE `plan_id` = NEW.`plan_id` AND `sequence` = NEW.`sequence`)
	OR EXISTS (SELECT 1 FROM `reports` WHERE `plan_id` = NEW.`plan_id` AND `sequence` = NEW.`sequence`) BEGIN
	SELECT RAISE(ABORT, 'the sequence of a plan is used once');
END;
--> statement-breakpoint
CREATE TRIGGER `measurements_sequence_once` BEFORE INSERT ON `measurements`
WHEN EXISTS (SELECT 1 FROM `reports` WHERE `plan_id` = NEW.`plan_id` AND `sequence` = NEW.`sequence`)
	OR EXISTS (SELECT 1 FROM `measurements` WHERE `plan_id` = NEW.`plan_id` AND `sequence` = NEW.`sequence`) BEGIN
	SELECT RAISE(ABORT, 'the sequence of a plan is used once');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_sequence_once` BEFORE INSERT ON `audit_entries`
WHEN EXISTS (SELECT 1 FROM `audit_entries` WHERE `sequence` = NEW.`sequence`) BEGIN
	SELECT RAISE(ABORT, 'the sequence of the history is used once');
END;
