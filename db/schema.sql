-- Drawn from the migrations, to be read; nothing runs it. To draw it anew:
--   mvn test -Dtest=MigrationsTest -Dschema.write=true

CREATE TABLE `acceptance_evidence` (
  `id` uuid NOT NULL,
  `invitation_id` uuid NOT NULL,
  `customer_id` uuid NOT NULL,
  `person_id` uuid NOT NULL,
  `issuer` varchar(255) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `subject` varchar(255) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `tenant_id` uuid NOT NULL,
  `name` varchar(200) NOT NULL,
  `email` varchar(254) DEFAULT NULL,
  `roles` varchar(100) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `accepted_at` datetime(6) NOT NULL,
  `ip` varchar(45) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `user_agent` varchar(500) NOT NULL,
  `request_id` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `agreement_id` uuid NOT NULL,
  `agreement_version` varchar(20) NOT NULL,
  `agreement_language` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `agreement_digest` binary(32) NOT NULL,
  `rights` text NOT NULL COMMENT 'one line per party: partner id, capacity, delegated admin privileges asked',
  `sheet_digest` binary(32) NOT NULL COMMENT 'SHA-256 of the before/after sheet that was shown',
  `partner_id` uuid DEFAULT NULL COMMENT 'whose chain it is in',
  `number` int(11) DEFAULT NULL COMMENT 'in that chain: the receipt''s number',
  `previous_digest` binary(32) DEFAULT NULL,
  `digest` binary(32) DEFAULT NULL COMMENT 'SHA-256 over the previous digest and this row',
  PRIMARY KEY (`id`),
  UNIQUE KEY `acceptance_evidence_once` (`invitation_id`,`customer_id`),
  UNIQUE KEY `acceptance_evidence_number` (`partner_id`,`number`),
  KEY `acceptance_evidence_of_customer` (`customer_id`,`id`),
  CONSTRAINT `acceptance_evidence_invitation` FOREIGN KEY (`invitation_id`) REFERENCES `invitation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `activity_entry` (
  `id` uuid NOT NULL,
  `organization_id` uuid NOT NULL,
  `action` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `person_id` uuid DEFAULT NULL COMMENT 'null: the portal itself',
  `customer_id` uuid DEFAULT NULL,
  `subject` varchar(200) DEFAULT NULL COMMENT 'name of what it was done to',
  `old_value` varchar(500) DEFAULT NULL,
  `new_value` varchar(500) DEFAULT NULL,
  `happened_at` datetime(6) NOT NULL,
  `subject_id` uuid DEFAULT NULL COMMENT 'of what it was done to, where that has a history of its own',
  PRIMARY KEY (`id`),
  KEY `activity_entry_about` (`organization_id`,`subject_id`,`id`),
  KEY `activity_entry_by_time` (`organization_id`,`happened_at`,`id`),
  KEY `activity_entry_of_customer` (`organization_id`,`customer_id`,`happened_at`,`id`),
  KEY `activity_entry_of_person` (`organization_id`,`person_id`,`happened_at`,`id`),
  KEY `activity_entry_of_action` (`organization_id`,`action`,`happened_at`,`id`),
  KEY `activity_entry_old` (`happened_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `agreement` (
  `id` uuid NOT NULL,
  `version` varchar(20) NOT NULL,
  `country` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'ZZ: every country without a version of its own',
  `effective_from` datetime(6) NOT NULL,
  `required_from` datetime(6) DEFAULT NULL COMMENT 'when customers who accepted an earlier version are asked again',
  `added_by` uuid DEFAULT NULL,
  `added_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `agreement_version` (`country`,`version`),
  KEY `agreement_in_force` (`country`,`effective_from`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `agreement_acceptance` (
  `id` uuid NOT NULL,
  `customer_id` uuid NOT NULL,
  `agreement_id` uuid NOT NULL,
  `language` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `digest` binary(32) NOT NULL,
  `first_name` varchar(50) NOT NULL,
  `last_name` varchar(50) NOT NULL,
  `email` varchar(254) NOT NULL,
  `phone` varchar(40) DEFAULT NULL,
  `person_id` uuid NOT NULL,
  `accepted_at` datetime(6) NOT NULL,
  `ip` varchar(45) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `user_agent` varchar(500) DEFAULT NULL,
  `request_id` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `agreement_accepted_once` (`customer_id`,`agreement_id`),
  KEY `agreement_acceptance_of` (`agreement_id`),
  KEY `agreement_acceptance_person` (`person_id`),
  CONSTRAINT `agreement_acceptance_by` FOREIGN KEY (`customer_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `agreement_acceptance_of` FOREIGN KEY (`agreement_id`) REFERENCES `agreement` (`id`),
  CONSTRAINT `agreement_acceptance_person` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `agreement_text` (
  `agreement_id` uuid NOT NULL,
  `language` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `title` varchar(200) NOT NULL,
  `body` mediumtext NOT NULL,
  `digest` binary(32) NOT NULL COMMENT 'SHA-256 of the body in UTF-8',
  PRIMARY KEY (`agreement_id`,`language`),
  CONSTRAINT `agreement_text_of` FOREIGN KEY (`agreement_id`) REFERENCES `agreement` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `bill_to` (
  `partner_id` uuid NOT NULL,
  `customer_id` uuid NOT NULL,
  `name` varchar(200) NOT NULL,
  `address_line1` varchar(200) NOT NULL,
  `address_line2` varchar(200) DEFAULT NULL,
  `city` varchar(100) NOT NULL,
  `state_or_province` varchar(50) DEFAULT NULL,
  `postal_code` varchar(20) DEFAULT NULL,
  `country` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `changed_by` uuid NOT NULL,
  `changed_at` datetime(6) NOT NULL,
  `version` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`partner_id`,`customer_id`),
  KEY `bill_to_customer` (`customer_id`),
  KEY `bill_to_country` (`country`),
  KEY `bill_to_changed_by` (`changed_by`),
  CONSTRAINT `bill_to_changed_by` FOREIGN KEY (`changed_by`) REFERENCES `person` (`id`),
  CONSTRAINT `bill_to_country` FOREIGN KEY (`country`) REFERENCES `country` (`code`),
  CONSTRAINT `bill_to_customer` FOREIGN KEY (`customer_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `bill_to_partner` FOREIGN KEY (`partner_id`) REFERENCES `organization` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `catalogue_upload` (
  `id` uuid NOT NULL,
  `name` varchar(200) NOT NULL COMMENT 'of the file',
  `content` mediumtext NOT NULL,
  `uploaded_by` uuid NOT NULL,
  `uploaded_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `catalogue_upload_of` (`uploaded_by`),
  CONSTRAINT `catalogue_upload_by` FOREIGN KEY (`uploaded_by`) REFERENCES `person` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `country` (
  `code` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'ISO 3166-1 alpha-2',
  `csp_region` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `currency` char(3) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `customer_note` (
  `id` uuid NOT NULL,
  `partner_id` uuid NOT NULL,
  `customer_id` uuid NOT NULL,
  `body` varchar(2000) NOT NULL,
  `written_by` uuid NOT NULL,
  `written_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `customer_note_newest` (`partner_id`,`customer_id`,`id`),
  KEY `customer_note_customer` (`customer_id`),
  KEY `customer_note_written_by` (`written_by`),
  CONSTRAINT `customer_note_customer` FOREIGN KEY (`customer_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `customer_note_partner` FOREIGN KEY (`partner_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `customer_note_written_by` FOREIGN KEY (`written_by`) REFERENCES `person` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `customer_user` (
  `id` uuid NOT NULL,
  `customer_id` uuid NOT NULL,
  `sign_in_name` varchar(254) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `first_name` varchar(64) NOT NULL,
  `last_name` varchar(64) NOT NULL,
  `display_name` varchar(200) NOT NULL,
  `name_key` varbinary(255) NOT NULL COMMENT 'sort key of the display name in the customer organization''s language',
  `country` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'usage location',
  `state` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `listed` tinyint(1) GENERATED ALWAYS AS (`state` <> 'deleted') STORED,
  `directory_id` varchar(255) DEFAULT NULL COMMENT 'what the directory calls it; null: not passed on yet, or there is no directory',
  `created_by` uuid DEFAULT NULL,
  `created_at` datetime(6) NOT NULL,
  `password_reset_at` datetime(6) DEFAULT NULL,
  `needs_password` tinyint(1) NOT NULL DEFAULT 0 COMMENT 'came without one, and none was made since',
  `deleted_at` datetime(6) DEFAULT NULL,
  `deleted_state` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'how it stood, to be restored to',
  `deleted_for` uuid DEFAULT NULL COMMENT 'the partner whose person deleted it',
  `purge_at` datetime(6) DEFAULT NULL,
  `version` int(11) NOT NULL DEFAULT 0 COMMENT 'of what its form shows',
  `touches` int(11) NOT NULL DEFAULT 0 COMMENT 'verbs about its licences, so that of two at the same moment one waits',
  PRIMARY KEY (`id`),
  UNIQUE KEY `customer_user_sign_in_name` (`customer_id`,`sign_in_name`),
  KEY `customer_user_by_name` (`customer_id`,`listed`,`name_key`,`id`),
  KEY `customer_user_state_by_name` (`customer_id`,`state`,`name_key`,`id`),
  KEY `customer_user_purge` (`purge_at`),
  KEY `customer_user_country` (`country`),
  CONSTRAINT `customer_user_country` FOREIGN KEY (`country`) REFERENCES `country` (`code`),
  CONSTRAINT `customer_user_of` FOREIGN KEY (`customer_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `customer_user_state_known` CHECK (`state` in ('active','disabled','deleted'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `customer_user_token` (
  `customer_id` uuid NOT NULL,
  `token` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `user_id` uuid NOT NULL,
  PRIMARY KEY (`customer_id`,`token`,`user_id`),
  KEY `customer_user_token_of` (`user_id`,`token`),
  CONSTRAINT `customer_user_token_of` FOREIGN KEY (`user_id`) REFERENCES `customer_user` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `delegated_admin_grant` (
  `id` uuid NOT NULL,
  `partner_id` uuid NOT NULL,
  `customer_id` uuid NOT NULL,
  `global_admin` tinyint(1) NOT NULL DEFAULT 1 COMMENT 'what the partner''s Admin agents become in the customer''s tenant',
  `helpdesk_admin` tinyint(1) NOT NULL DEFAULT 1 COMMENT 'what the partner''s Helpdesk agents become there',
  `granted_by` uuid DEFAULT NULL,
  `granted_at` datetime(6) NOT NULL,
  `ended_by` uuid DEFAULT NULL,
  `ended_at` datetime(6) DEFAULT NULL,
  `still_open` tinyint(4) GENERATED ALWAYS AS (if(`ended_at` is null,1,NULL)) STORED,
  `end_reason` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'removed by the customer, given up by the partner, or reassigned',
  PRIMARY KEY (`id`),
  UNIQUE KEY `delegated_admin_grant_open_once` (`partner_id`,`customer_id`,`still_open`),
  KEY `delegated_admin_grant_of_customer` (`customer_id`),
  CONSTRAINT `delegated_admin_grant_customer` FOREIGN KEY (`customer_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `delegated_admin_grant_partner` FOREIGN KEY (`partner_id`) REFERENCES `organization` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `directory_change` (
  `id` uuid NOT NULL,
  `user_id` uuid NOT NULL COMMENT 'outlives the user',
  `kind` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `directory_id` varchar(255) DEFAULT NULL COMMENT 'of a purged user',
  `password_sealed` varbinary(300) DEFAULT NULL COMMENT 'sealed with the portal key; erased when passed on or refused',
  `asked_by` uuid DEFAULT NULL,
  `created_at` datetime(6) NOT NULL,
  `attempts` int(11) NOT NULL DEFAULT 0,
  `due_at` datetime(6) DEFAULT NULL COMMENT 'when to try next, also the end of a lease; null: nothing more to do',
  `passed_at` datetime(6) DEFAULT NULL,
  `refused_at` datetime(6) DEFAULT NULL,
  `last_error` varchar(500) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `directory_change_due` (`due_at`),
  KEY `directory_change_of` (`user_id`,`id`),
  CONSTRAINT `directory_change_kind_known` CHECK (`kind` in ('create','update','disable','enable','delete','restore','password','purge'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `draft_template` (
  `organization_id` uuid NOT NULL,
  `language` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `subject` varchar(200) NOT NULL,
  `body` text NOT NULL,
  `body_relationship_only` text NOT NULL,
  `short_body` text NOT NULL,
  `saved_by` uuid NOT NULL,
  `saved_at` datetime(6) NOT NULL,
  `version` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`organization_id`,`language`),
  CONSTRAINT `draft_template_of` FOREIGN KEY (`organization_id`) REFERENCES `organization` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `enrolment` (
  `organization_id` uuid NOT NULL,
  `state` varchar(9) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `waiting` tinyint(1) GENERATED ALWAYS AS (`state` = 'pending') STORED,
  `submitted_by` uuid DEFAULT NULL COMMENT 'who enrolled it; null: it was there before',
  `submitted_at` datetime(6) NOT NULL,
  `version` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`organization_id`),
  KEY `enrolment_by_time` (`waiting`,`submitted_at`,`organization_id`),
  KEY `enrolment_in_state` (`state`,`submitted_at`,`organization_id`),
  KEY `enrolment_by` (`submitted_by`),
  CONSTRAINT `enrolment_by` FOREIGN KEY (`submitted_by`) REFERENCES `person` (`id`),
  CONSTRAINT `enrolment_of` FOREIGN KEY (`organization_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `enrolment_state_known` CHECK (`state` in ('pending','active','declined','suspended'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `enrolment_event` (
  `id` uuid NOT NULL,
  `organization_id` uuid NOT NULL,
  `kind` varchar(9) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `person_id` uuid NOT NULL,
  `reason` varchar(500) DEFAULT NULL,
  `happened_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `enrolment_event_of` (`organization_id`,`id`),
  KEY `enrolment_event_by` (`person_id`),
  CONSTRAINT `enrolment_event_by` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`),
  CONSTRAINT `enrolment_event_of` FOREIGN KEY (`organization_id`) REFERENCES `enrolment` (`organization_id`),
  CONSTRAINT `enrolment_event_kind_known` CHECK (`kind` in ('submitted','corrected','approved','declined','suspended','resumed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `evidence_chain` (
  `partner_id` uuid NOT NULL,
  `number` int(11) NOT NULL,
  `digest` binary(32) NOT NULL,
  PRIMARY KEY (`partner_id`),
  CONSTRAINT `evidence_chain_of` FOREIGN KEY (`partner_id`) REFERENCES `organization` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `import` (
  `id` uuid NOT NULL,
  `file_name` varchar(200) NOT NULL,
  `state` varchar(9) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `imported_by` uuid DEFAULT NULL COMMENT 'null: by the command',
  `created_at` datetime(6) NOT NULL,
  `confirmed_at` datetime(6) DEFAULT NULL,
  `applied_at` datetime(6) DEFAULT NULL,
  `new_rows` int(11) NOT NULL DEFAULT 0 COMMENT 'good rows by what comes of them; they count up while the file is read',
  `waiting_rows` int(11) NOT NULL DEFAULT 0,
  `known_rows` int(11) NOT NULL DEFAULT 0,
  `bad_rows` int(11) NOT NULL DEFAULT 0,
  `applied_to` int(11) NOT NULL DEFAULT 0 COMMENT 'line up to which rows have gone into imported_customer',
  PRIMARY KEY (`id`),
  KEY `import_state` (`state`,`id`),
  KEY `import_of_person` (`imported_by`),
  CONSTRAINT `import_by` FOREIGN KEY (`imported_by`) REFERENCES `person` (`id`),
  CONSTRAINT `import_state_known` CHECK (`state` in ('reading','ready','confirmed','applied','removed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `imported_customer` (
  `partner_id` uuid NOT NULL COMMENT 'a tenant id; the partner may be unknown yet',
  `customer_id` uuid NOT NULL,
  `portal` varchar(100) NOT NULL,
  `name` varchar(200) NOT NULL,
  `domain` varchar(253) DEFAULT NULL,
  `country` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `delegated_admin` tinyint(1) NOT NULL,
  `import_id` uuid NOT NULL,
  `imported_at` datetime(6) NOT NULL,
  `applied_at` datetime(6) DEFAULT NULL COMMENT 'when it came into the partner''s list',
  `problem` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'why it did not',
  `waiting` tinyint(4) GENERATED ALWAYS AS (if(`applied_at` is null and `problem` is null,1,NULL)) STORED,
  PRIMARY KEY (`partner_id`,`customer_id`),
  KEY `imported_customer_waiting` (`waiting`,`partner_id`,`customer_id`),
  KEY `imported_customer_of_customer` (`customer_id`),
  KEY `imported_customer_import` (`import_id`),
  CONSTRAINT `imported_customer_import` FOREIGN KEY (`import_id`) REFERENCES `import` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `import_row` (
  `import_id` uuid NOT NULL,
  `line` int(11) NOT NULL,
  `partner_id` uuid DEFAULT NULL COMMENT 'a tenant id as it stands in the file; the partner may be unknown yet',
  `portal` varchar(100) DEFAULT NULL,
  `customer_id` uuid DEFAULT NULL,
  `name` varchar(200) DEFAULT NULL,
  `domain` varchar(253) DEFAULT NULL,
  `country` char(2) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `delegated_admin` tinyint(1) NOT NULL DEFAULT 0,
  `outcome` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'what comes of it, or what is wrong',
  `bad` tinyint(1) NOT NULL,
  `field` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'what it is about when the row is bad',
  `value` varchar(100) DEFAULT NULL COMMENT 'what stands there, shortened',
  PRIMARY KEY (`import_id`,`line`),
  KEY `import_row_bad` (`import_id`,`bad`,`line`),
  KEY `import_row_of_customer` (`import_id`,`customer_id`),
  CONSTRAINT `import_row_of` FOREIGN KEY (`import_id`) REFERENCES `import` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `invitation` (
  `id` uuid NOT NULL,
  `kind` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `state` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'an open one past expires_at counts as expired',
  `cloud` varchar(13) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'decides in which portal the customer accepts',
  `company` varchar(200) DEFAULT NULL,
  `domain` varchar(253) DEFAULT NULL,
  `email` varchar(254) DEFAULT NULL,
  `language` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'of the draft',
  `note` varchar(2000) DEFAULT NULL,
  `won_through` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'how the customer was won',
  `created_by` uuid NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `validity_days` int(11) NOT NULL,
  `expires_at` datetime(6) NOT NULL COMMENT 'end of the last day in the inviter''s zone',
  `seen_at` datetime(6) DEFAULT NULL COMMENT 'when first seen by a signed-in person',
  `customer_id` uuid DEFAULT NULL COMMENT 'who answered',
  `answered_by` uuid DEFAULT NULL,
  `answered_at` datetime(6) DEFAULT NULL,
  `reason` varchar(500) DEFAULT NULL COMMENT 'of a decline or a revocation',
  `version` int(11) NOT NULL DEFAULT 0,
  `acceptances` int(11) NOT NULL DEFAULT 0 COMMENT 'of a standing link',
  `sent_at` datetime(6) DEFAULT NULL COMMENT 'when last sent from here',
  `remind` tinyint(1) NOT NULL DEFAULT 1,
  `reminders` int(11) NOT NULL DEFAULT 0,
  `addressee_id` uuid DEFAULT NULL COMMENT 'the only tenant that can accept; null: decided by the domain',
  `partnership_id` uuid DEFAULT NULL COMMENT 'of a joint invitation',
  PRIMARY KEY (`id`),
  KEY `invitation_of_customer` (`customer_id`),
  KEY `invitation_end` (`state`,`expires_at`),
  KEY `invitation_answered_by` (`answered_by`),
  KEY `invitation_of_person` (`created_by`),
  KEY `invitation_to_domain` (`domain`,`state`),
  KEY `invitation_of_partnership` (`partnership_id`,`state`,`id`),
  CONSTRAINT `invitation_answered_by` FOREIGN KEY (`answered_by`) REFERENCES `person` (`id`),
  CONSTRAINT `invitation_created_by` FOREIGN KEY (`created_by`) REFERENCES `person` (`id`),
  CONSTRAINT `invitation_partnership` FOREIGN KEY (`partnership_id`) REFERENCES `partnership` (`id`),
  CONSTRAINT `invitation_kind_known` CHECK (`kind` in ('one','standing')),
  CONSTRAINT `invitation_state_known` CHECK (`state` in ('open','accepted','declined','revoked','expired'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `invitation_draft` (
  `invitation_id` uuid NOT NULL,
  `language` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `subject` varchar(200) NOT NULL,
  `body` text NOT NULL COMMENT 'holds {link} where the link goes',
  `saved_at` datetime(6) NOT NULL,
  `version` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`invitation_id`),
  CONSTRAINT `invitation_draft_of` FOREIGN KEY (`invitation_id`) REFERENCES `invitation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `invitation_event` (
  `id` uuid NOT NULL,
  `invitation_id` uuid NOT NULL,
  `kind` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `person_id` uuid DEFAULT NULL,
  `detail` varchar(500) DEFAULT NULL,
  `happened_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `invitation_event_of` (`invitation_id`,`id`),
  CONSTRAINT `invitation_event_invitation` FOREIGN KEY (`invitation_id`) REFERENCES `invitation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `invitation_link` (
  `secret_digest` binary(32) NOT NULL COMMENT 'SHA-256 of the secret in the link',
  `invitation_id` uuid NOT NULL,
  `secret_sealed` varbinary(200) DEFAULT NULL COMMENT 'sealed with the portal key, so that the draft can show the link again',
  `handed_over_by` uuid DEFAULT NULL COMMENT 'who made it for a colleague; null: the inviter''s own',
  `made_at` datetime(6) NOT NULL,
  `dead_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`secret_digest`),
  KEY `invitation_link_of` (`invitation_id`,`made_at`),
  CONSTRAINT `invitation_link_invitation` FOREIGN KEY (`invitation_id`) REFERENCES `invitation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `invitation_message` (
  `id` uuid NOT NULL,
  `invitation_id` uuid NOT NULL,
  `kind` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `note` varchar(500) DEFAULT NULL,
  `email` varchar(254) DEFAULT NULL COMMENT 'where the writer wants to be reached, as typed',
  `verified_email` varchar(254) DEFAULT NULL COMMENT 'of the writer, as the provider vouched for it then',
  `person_id` uuid DEFAULT NULL COMMENT 'the writer, when signed in',
  `tenant_id` uuid DEFAULT NULL COMMENT 'the writer''s tenant, when signed in',
  `ip` varchar(45) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `written_at` datetime(6) NOT NULL,
  `settled_at` datetime(6) DEFAULT NULL,
  `settled_by` uuid DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `invitation_message_of` (`invitation_id`,`id`),
  KEY `invitation_message_open` (`settled_at`,`written_at`),
  CONSTRAINT `invitation_message_invitation` FOREIGN KEY (`invitation_id`) REFERENCES `invitation` (`id`),
  CONSTRAINT `invitation_message_kind_known` CHECK (`kind` in ('question','not-administrator','new-link','release'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `invitation_party` (
  `invitation_id` uuid NOT NULL,
  `partner_id` uuid NOT NULL,
  `capacity` varchar(17) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `inviter` tinyint(1) NOT NULL,
  `delegated_admin` tinyint(1) NOT NULL COMMENT 'whether this party asks for delegated admin privileges',
  `closed_at` datetime(6) DEFAULT NULL,
  `state` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT 'open' COMMENT 'of the invitation',
  PRIMARY KEY (`invitation_id`,`partner_id`,`capacity`),
  KEY `invitation_party_open` (`partner_id`,`closed_at`,`invitation_id`),
  KEY `invitation_party_by_id` (`partner_id`,`invitation_id`),
  KEY `invitation_party_by_state` (`partner_id`,`state`,`invitation_id`),
  CONSTRAINT `invitation_party_of` FOREIGN KEY (`invitation_id`) REFERENCES `invitation` (`id`),
  CONSTRAINT `invitation_party_partner` FOREIGN KEY (`partner_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `invitation_party_state_known` CHECK (`state` in ('open','accepted','declined','revoked','expired'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `invitation_release` (
  `invitation_id` uuid NOT NULL,
  `tenant_id` uuid NOT NULL,
  `released_by` uuid NOT NULL,
  `released_at` datetime(6) NOT NULL,
  PRIMARY KEY (`invitation_id`,`tenant_id`),
  CONSTRAINT `invitation_release_of` FOREIGN KEY (`invitation_id`) REFERENCES `invitation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `licence` (
  `user_id` uuid NOT NULL,
  `product_id` uuid NOT NULL,
  `customer_id` uuid NOT NULL,
  `name_key` varbinary(255) NOT NULL COMMENT 'of the user, as is the state',
  `state` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `held` tinyint(1) GENERATED ALWAYS AS (`state` <> 'deleted') STORED,
  `assigned_by` uuid DEFAULT NULL,
  `assigned_at` datetime(6) NOT NULL,
  PRIMARY KEY (`user_id`,`product_id`),
  KEY `licence_by_name` (`customer_id`,`product_id`,`held`,`name_key`,`user_id`),
  KEY `licence_state_by_name` (`customer_id`,`product_id`,`state`,`name_key`,`user_id`),
  KEY `licence_product` (`product_id`),
  CONSTRAINT `licence_of` FOREIGN KEY (`user_id`) REFERENCES `customer_user` (`id`) ON DELETE CASCADE,
  CONSTRAINT `licence_product` FOREIGN KEY (`product_id`) REFERENCES `product` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `offer` (
  `id` uuid NOT NULL,
  `product_id` uuid NOT NULL,
  `code` varchar(60) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'as the operator''s catalogue names it',
  `term` varchar(7) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `billing` varchar(7) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `least_seats` int(11) NOT NULL DEFAULT 1,
  `most_seats` int(11) NOT NULL DEFAULT 10000,
  `available` tinyint(1) NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  UNIQUE KEY `offer_code` (`code`),
  KEY `offer_of_product` (`product_id`),
  CONSTRAINT `offer_product` FOREIGN KEY (`product_id`) REFERENCES `product` (`id`),
  CONSTRAINT `offer_term_known` CHECK (`term` in ('none','monthly','annual')),
  CONSTRAINT `offer_billing_known` CHECK (`billing` in ('usage','monthly','annual'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `organization` (
  `id` uuid NOT NULL COMMENT 'tenant id',
  `kind` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `state` varchar(9) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `legal_name` varchar(200) NOT NULL,
  `domain` varchar(253) DEFAULT NULL,
  `domain_verified` tinyint(1) NOT NULL DEFAULT 0,
  `country` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `cloud` varchar(13) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `address_line1` varchar(200) NOT NULL,
  `address_line2` varchar(200) DEFAULT NULL,
  `city` varchar(100) NOT NULL,
  `state_or_province` varchar(50) DEFAULT NULL,
  `postal_code` varchar(20) DEFAULT NULL,
  `phone` varchar(40) DEFAULT NULL,
  `email` varchar(254) DEFAULT NULL COMMENT 'where notices to the organization go',
  `mpn_id` varchar(20) DEFAULT NULL,
  `support_email` varchar(254) DEFAULT NULL COMMENT 'how its customers reach its support',
  `support_phone` varchar(40) DEFAULT NULL,
  `support_website` varchar(300) DEFAULT NULL,
  `language` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `time_zone` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `version` int(11) NOT NULL DEFAULT 0,
  `profile_version` int(11) NOT NULL DEFAULT 0 COMMENT 'of what it says of itself; version is for what rests on its state',
  PRIMARY KEY (`id`),
  KEY `organization_country_known` (`country`),
  KEY `organization_by_name` (`kind`,`legal_name`),
  KEY `organization_by_mpn_id` (`mpn_id`),
  KEY `organization_by_domain` (`domain`),
  KEY `organization_legal_name` (`legal_name`),
  CONSTRAINT `organization_country_known` FOREIGN KEY (`country`) REFERENCES `country` (`code`),
  CONSTRAINT `organization_kind_known` CHECK (`kind` in ('partner','customer')),
  CONSTRAINT `organization_state_known` CHECK (`state` in ('pending','active','suspended')),
  CONSTRAINT `organization_cloud_known` CHECK (`cloud` in ('public','us-government','germany'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `organization_capacity` (
  `organization_id` uuid NOT NULL,
  `capacity` varchar(17) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  PRIMARY KEY (`organization_id`,`capacity`),
  CONSTRAINT `organization_capacity_of` FOREIGN KEY (`organization_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `organization_capacity_known` CHECK (`capacity` in ('direct-bill','indirect-provider','indirect-reseller'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `outbox_mail` (
  `id` uuid NOT NULL,
  `message_id` varchar(200) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `kind` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `recipient` varchar(254) NOT NULL,
  `reply_to` varchar(254) DEFAULT NULL,
  `sender_name` varchar(200) NOT NULL,
  `language` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `subject` varchar(300) NOT NULL,
  `text_body` mediumtext DEFAULT NULL COMMENT 'holds {link} where the link goes',
  `html_body` mediumtext DEFAULT NULL,
  `link_sealed` varbinary(1000) DEFAULT NULL COMMENT 'sealed with the portal key; erased when sent',
  `invitation_id` uuid DEFAULT NULL,
  `person_id` uuid DEFAULT NULL COMMENT 'who sent it',
  `created_at` datetime(6) NOT NULL,
  `attempts` int(11) NOT NULL DEFAULT 0,
  `due_at` datetime(6) DEFAULT NULL COMMENT 'when to try next, also the end of a lease; null: nothing more to do',
  `sent_at` datetime(6) DEFAULT NULL,
  `refused_at` datetime(6) DEFAULT NULL,
  `last_error` varchar(500) DEFAULT NULL,
  `erase_at` datetime(6) DEFAULT NULL COMMENT 'when the bodies go, 30 days after sending; null: not yet sent, or gone',
  `given_up_at` datetime(6) DEFAULT NULL COMMENT 'when the operator gave it up',
  `stuck` tinyint(4) GENERATED ALWAYS AS (if(`given_up_at` is null and `sent_at` is null and (`refused_at` is not null or `due_at` is not null and `attempts` >= 5),1,NULL)) STORED,
  PRIMARY KEY (`id`),
  KEY `outbox_mail_due` (`due_at`),
  KEY `outbox_mail_to` (`recipient`,`created_at`),
  KEY `outbox_mail_by` (`person_id`,`created_at`),
  KEY `outbox_mail_erase` (`erase_at`),
  KEY `outbox_mail_of_invitation` (`invitation_id`),
  KEY `outbox_mail_stuck` (`stuck`,`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `partnership` (
  `id` uuid NOT NULL,
  `provider_id` uuid NOT NULL,
  `reseller_id` uuid NOT NULL,
  `asked_by` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'the side that asked',
  `asked_by_person` uuid NOT NULL,
  `asked_at` datetime(6) NOT NULL,
  `state` varchar(9) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `accepted_by` uuid DEFAULT NULL,
  `accepted_at` datetime(6) DEFAULT NULL,
  `statement_version` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'of what was accepted',
  `statement_language` char(2) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `statement_digest` binary(32) DEFAULT NULL COMMENT 'SHA-256 of the exact text',
  `ended_side` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'the side that declined, withdrew or ended it',
  `ended_by` uuid DEFAULT NULL,
  `ended_at` datetime(6) DEFAULT NULL,
  `reason` varchar(500) DEFAULT NULL,
  `version` int(11) NOT NULL DEFAULT 0,
  `still_open` tinyint(4) GENERATED ALWAYS AS (if(`state` in ('asked','active'),1,NULL)) STORED,
  PRIMARY KEY (`id`),
  UNIQUE KEY `partnership_open_once` (`provider_id`,`reseller_id`,`still_open`),
  KEY `partnership_of_provider` (`provider_id`,`still_open`,`id`),
  KEY `partnership_of_reseller` (`reseller_id`,`still_open`,`id`),
  KEY `partnership_asked_by` (`asked_by_person`),
  KEY `partnership_accepted_by` (`accepted_by`),
  KEY `partnership_ended_by` (`ended_by`),
  CONSTRAINT `partnership_accepted_by` FOREIGN KEY (`accepted_by`) REFERENCES `person` (`id`),
  CONSTRAINT `partnership_asked_by` FOREIGN KEY (`asked_by_person`) REFERENCES `person` (`id`),
  CONSTRAINT `partnership_ended_by` FOREIGN KEY (`ended_by`) REFERENCES `person` (`id`),
  CONSTRAINT `partnership_provider` FOREIGN KEY (`provider_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `partnership_reseller` FOREIGN KEY (`reseller_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `partnership_state_known` CHECK (`state` in ('asked','active','declined','withdrawn','ended')),
  CONSTRAINT `partnership_asked_by_known` CHECK (`asked_by` in ('provider','reseller')),
  CONSTRAINT `partnership_ended_side_known` CHECK (`ended_side` in ('provider','reseller'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `partnership_link` (
  `secret_digest` binary(32) NOT NULL COMMENT 'SHA-256 of the secret in the link',
  `organization_id` uuid NOT NULL,
  `side` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'the side whose link it is',
  `made_by` uuid NOT NULL,
  `made_at` datetime(6) NOT NULL,
  `expires_at` datetime(6) NOT NULL,
  `dead_at` datetime(6) DEFAULT NULL,
  `acceptances` int(11) NOT NULL DEFAULT 0,
  `still_open` tinyint(4) GENERATED ALWAYS AS (if(`dead_at` is null,1,NULL)) STORED,
  PRIMARY KEY (`secret_digest`),
  UNIQUE KEY `partnership_link_open_once` (`organization_id`,`side`,`still_open`),
  KEY `partnership_link_made_by` (`made_by`),
  CONSTRAINT `partnership_link_made_by` FOREIGN KEY (`made_by`) REFERENCES `person` (`id`),
  CONSTRAINT `partnership_link_of` FOREIGN KEY (`organization_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `partnership_link_side_known` CHECK (`side` in ('provider','reseller'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `person` (
  `id` uuid NOT NULL,
  `issuer` varchar(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `subject` varchar(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `tenant_id` uuid NOT NULL COMMENT 'at the last sign-in; may be an organization the portal does not know yet',
  `name` varchar(200) NOT NULL,
  `email` varchar(254) DEFAULT NULL,
  `phone` varchar(40) DEFAULT NULL,
  `roles` varchar(100) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'as the provider last said them',
  `language` char(2) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `theme` varchar(6) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `time_zone` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `created_at` datetime(6) NOT NULL,
  `last_signed_in_at` datetime(6) NOT NULL,
  `erased_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `person_identity` (`issuer`,`subject`),
  KEY `person_of_tenant` (`tenant_id`),
  KEY `person_email` (`email`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `portfolio_entry` (
  `id` uuid NOT NULL,
  `partner_id` uuid NOT NULL,
  `capacity` varchar(17) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `customer_id` uuid DEFAULT NULL,
  `invitation_id` uuid DEFAULT NULL COMMENT 'the open invitation, also on the row of a customer already listed',
  `name` varchar(200) NOT NULL,
  `name_key` varbinary(255) NOT NULL COMMENT 'sort key in the partner organization''s language',
  `domain` varchar(253) DEFAULT NULL,
  `country` char(2) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `state` varchar(7) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `listed` tinyint(1) GENERATED ALWAYS AS (`state` <> 'removed') STORED,
  `dap` varchar(7) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `attention` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'why it needs attention',
  `agreement_missing` tinyint(1) NOT NULL DEFAULT 0 COMMENT 'whether the row needs attention until the customer accepts the agreement',
  `invited_until` datetime(6) DEFAULT NULL,
  `since` datetime(6) NOT NULL,
  `version` int(11) NOT NULL DEFAULT 0,
  `acceptances` int(11) NOT NULL DEFAULT 0 COMMENT 'of a standing link',
  `alias` varchar(100) DEFAULT NULL,
  `responsible` tinyint(1) NOT NULL DEFAULT 0 COMMENT 'the customer took the privileges back, and nothing was agreed since',
  PRIMARY KEY (`id`),
  UNIQUE KEY `portfolio_entry_of_invitation` (`invitation_id`,`partner_id`,`capacity`),
  KEY `portfolio_entry_invited_until` (`invited_until`),
  KEY `portfolio_entry_of_customer` (`partner_id`,`customer_id`,`capacity`),
  KEY `portfolio_entry_by_name` (`partner_id`,`listed`,`name_key`,`id`),
  KEY `portfolio_entry_by_since` (`partner_id`,`listed`,`since`,`id`),
  KEY `portfolio_entry_state_by_name` (`partner_id`,`state`,`name_key`,`id`),
  KEY `portfolio_entry_state_by_since` (`partner_id`,`state`,`since`,`id`),
  KEY `portfolio_entry_dap_by_name` (`partner_id`,`state`,`dap`,`name_key`,`id`),
  KEY `portfolio_entry_dap_by_since` (`partner_id`,`state`,`dap`,`since`,`id`),
  CONSTRAINT `portfolio_entry_state_known` CHECK (`state` in ('active','invited','removed')),
  CONSTRAINT `portfolio_entry_dap_known` CHECK (`dap` in ('granted','none','asked','removed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `portfolio_label` (
  `partner_id` uuid NOT NULL,
  `label` varchar(60) NOT NULL,
  `name_key` varbinary(255) NOT NULL,
  `since` datetime(6) NOT NULL,
  `entry_id` uuid NOT NULL,
  `state` varchar(7) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT 'active' COMMENT 'of the row',
  `listed` tinyint(1) GENERATED ALWAYS AS (`state` <> 'removed') STORED,
  PRIMARY KEY (`partner_id`,`label`,`entry_id`),
  KEY `portfolio_label_of` (`entry_id`),
  KEY `portfolio_label_by_name` (`partner_id`,`label`,`listed`,`name_key`,`entry_id`),
  KEY `portfolio_label_by_since` (`partner_id`,`label`,`listed`,`since`,`entry_id`),
  KEY `portfolio_label_state_by_name` (`partner_id`,`label`,`state`,`name_key`,`entry_id`),
  KEY `portfolio_label_state_by_since` (`partner_id`,`label`,`state`,`since`,`entry_id`),
  CONSTRAINT `portfolio_label_of` FOREIGN KEY (`entry_id`) REFERENCES `portfolio_entry` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `portfolio_resorting` (
  `partner_id` uuid NOT NULL,
  `asked_at` datetime(6) NOT NULL,
  PRIMARY KEY (`partner_id`),
  KEY `portfolio_resorting_asked` (`asked_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `portfolio_token` (
  `partner_id` uuid NOT NULL,
  `token` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `entry_id` uuid NOT NULL,
  PRIMARY KEY (`partner_id`,`token`,`entry_id`),
  KEY `portfolio_token_of_entry` (`entry_id`,`token`),
  CONSTRAINT `portfolio_token_of` FOREIGN KEY (`entry_id`) REFERENCES `portfolio_entry` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `product` (
  `id` uuid NOT NULL,
  `sku` varchar(60) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `name` varchar(200) NOT NULL,
  `kind` varchar(7) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `available` tinyint(1) NOT NULL DEFAULT 1 COMMENT 'whether any of its offers is',
  PRIMARY KEY (`id`),
  UNIQUE KEY `product_sku` (`sku`),
  KEY `product_by_name` (`name`,`id`),
  KEY `product_available_by_name` (`available`,`name`,`id`),
  CONSTRAINT `product_kind_known` CHECK (`kind` in ('licence','usage'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `recent_look_up` (
  `person_id` uuid NOT NULL,
  `entry_id` uuid NOT NULL,
  `looked_at` datetime(6) NOT NULL,
  PRIMARY KEY (`person_id`,`entry_id`),
  KEY `recent_look_up_newest` (`person_id`,`looked_at`),
  KEY `recent_look_up_of` (`entry_id`),
  CONSTRAINT `recent_look_up_by` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`),
  CONSTRAINT `recent_look_up_of` FOREIGN KEY (`entry_id`) REFERENCES `portfolio_entry` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `relationship` (
  `id` uuid NOT NULL,
  `partner_id` uuid NOT NULL,
  `capacity` varchar(17) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `customer_id` uuid NOT NULL,
  `origin` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `began_at` datetime(6) NOT NULL,
  `ended_at` datetime(6) DEFAULT NULL,
  `ended_by` uuid DEFAULT NULL,
  `version` int(11) NOT NULL DEFAULT 0,
  `still_open` tinyint(4) GENERATED ALWAYS AS (if(`ended_at` is null,1,NULL)) STORED,
  `portal` varchar(100) DEFAULT NULL COMMENT 'where the customer was served before, when it was imported',
  PRIMARY KEY (`id`),
  UNIQUE KEY `relationship_open_once` (`partner_id`,`customer_id`,`capacity`,`still_open`),
  KEY `relationship_of_customer` (`customer_id`),
  KEY `relationship_ended_by` (`ended_by`),
  CONSTRAINT `relationship_customer` FOREIGN KEY (`customer_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `relationship_ended_by` FOREIGN KEY (`ended_by`) REFERENCES `person` (`id`),
  CONSTRAINT `relationship_partner` FOREIGN KEY (`partner_id`) REFERENCES `organization` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `removal` (
  `id` uuid NOT NULL,
  `relationship_id` uuid NOT NULL,
  `entry_id` uuid NOT NULL COMMENT 'the row of the Customers page',
  `partner_id` uuid NOT NULL,
  `capacity` varchar(17) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `customer_id` uuid NOT NULL,
  `name` varchar(200) NOT NULL COMMENT 'as the partner listed the customer',
  `domain` varchar(253) DEFAULT NULL,
  `removed_by` uuid NOT NULL,
  `began_at` datetime(6) NOT NULL,
  `removed_at` datetime(6) NOT NULL,
  `given_up` tinyint(1) NOT NULL COMMENT 'whether delegated admin privileges were given up with it',
  `statement_version` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `statement_language` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `statement` varchar(2000) NOT NULL COMMENT 'what was ticked, word for word',
  `statement_digest` binary(32) NOT NULL COMMENT 'SHA-256 of the statement in UTF-8',
  PRIMARY KEY (`id`),
  UNIQUE KEY `removal_of_relationship` (`relationship_id`),
  KEY `removal_of_entry` (`partner_id`,`entry_id`,`id`),
  KEY `removal_by` (`removed_by`),
  CONSTRAINT `removal_person` FOREIGN KEY (`removed_by`) REFERENCES `person` (`id`),
  CONSTRAINT `removal_relationship` FOREIGN KEY (`relationship_id`) REFERENCES `relationship` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `renegotiation` (
  `id` uuid NOT NULL,
  `partner_id` uuid NOT NULL,
  `customer_id` uuid NOT NULL,
  `agreed_on` date NOT NULL,
  `note` varchar(500) DEFAULT NULL,
  `noted_by` uuid NOT NULL,
  `noted_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `renegotiation_of` (`partner_id`,`customer_id`,`id`),
  KEY `renegotiation_customer` (`customer_id`),
  KEY `renegotiation_person` (`noted_by`),
  CONSTRAINT `renegotiation_customer` FOREIGN KEY (`customer_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `renegotiation_partner` FOREIGN KEY (`partner_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `renegotiation_person` FOREIGN KEY (`noted_by`) REFERENCES `person` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `saved_view` (
  `id` uuid NOT NULL,
  `organization_id` uuid NOT NULL,
  `slot` tinyint(4) NOT NULL,
  `name` varchar(60) NOT NULL,
  `query` varchar(1000) NOT NULL COMMENT 'as the page itself writes it',
  `created_by` uuid NOT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `saved_view_slot` (`organization_id`,`slot`),
  UNIQUE KEY `saved_view_name` (`organization_id`,`name`),
  KEY `saved_view_created_by` (`created_by`),
  CONSTRAINT `saved_view_created_by` FOREIGN KEY (`created_by`) REFERENCES `person` (`id`),
  CONSTRAINT `saved_view_of` FOREIGN KEY (`organization_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `saved_view_slots` CHECK (`slot` between 1 and 20)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `scheduled_tasks` (
  `task_name` varchar(100) NOT NULL,
  `task_instance` varchar(100) NOT NULL,
  `task_data` blob DEFAULT NULL,
  `execution_time` timestamp(6) NOT NULL,
  `picked` tinyint(1) NOT NULL,
  `picked_by` varchar(50) DEFAULT NULL,
  `last_success` timestamp(6) NULL DEFAULT NULL,
  `last_failure` timestamp(6) NULL DEFAULT NULL,
  `consecutive_failures` int(11) DEFAULT NULL,
  `last_heartbeat` timestamp(6) NULL DEFAULT NULL,
  `version` bigint(20) NOT NULL,
  `priority` smallint(6) DEFAULT NULL,
  PRIMARY KEY (`task_name`,`task_instance`),
  KEY `scheduled_tasks_execution_time` (`execution_time`),
  KEY `scheduled_tasks_last_heartbeat` (`last_heartbeat`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `seat_pool` (
  `customer_id` uuid NOT NULL,
  `product_id` uuid NOT NULL,
  `seats` int(11) NOT NULL COMMENT 'of all active subscriptions',
  `assigned` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`customer_id`,`product_id`),
  KEY `seat_pool_product` (`product_id`),
  CONSTRAINT `seat_pool_customer` FOREIGN KEY (`customer_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `seat_pool_product` FOREIGN KEY (`product_id`) REFERENCES `product` (`id`),
  CONSTRAINT `seat_pool_counts` CHECK (`seats` >= 0 and `assigned` >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `service_link` (
  `id` uuid NOT NULL,
  `name` varchar(100) NOT NULL,
  `url` varchar(500) NOT NULL,
  `product_sku` varchar(60) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'for customers who have it; null: for all',
  `cloud` varchar(13) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'null: in every cloud',
  `position` smallint(6) NOT NULL,
  `version` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  KEY `service_link_order` (`position`,`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `service_request` (
  `id` uuid NOT NULL,
  `partner_id` uuid NOT NULL,
  `customer_id` uuid NOT NULL,
  `number` varchar(40) NOT NULL COMMENT 'as the other side calls it',
  `called_on` date NOT NULL,
  `subject` varchar(200) NOT NULL,
  `noted_by` uuid NOT NULL,
  `noted_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `service_request_number` (`partner_id`,`customer_id`,`number`),
  KEY `service_request_newest` (`partner_id`,`customer_id`,`id`),
  KEY `service_request_customer` (`customer_id`),
  KEY `service_request_noted_by` (`noted_by`),
  CONSTRAINT `service_request_customer` FOREIGN KEY (`customer_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `service_request_noted_by` FOREIGN KEY (`noted_by`) REFERENCES `person` (`id`),
  CONSTRAINT `service_request_partner` FOREIGN KEY (`partner_id`) REFERENCES `organization` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `session` (
  `digest` binary(32) NOT NULL COMMENT 'SHA-256 of the cookie',
  `person_id` uuid NOT NULL,
  `tenant_id` uuid NOT NULL COMMENT 'as the provider said it at this sign-in, as are the roles and the domain',
  `verified_domain` varchar(253) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'of the address claim the provider vouches for',
  `roles` varchar(100) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `csrf_secret` binary(32) NOT NULL,
  `provider_session` varchar(255) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'the sid claim',
  `created_at` datetime(6) NOT NULL,
  `last_seen_at` datetime(6) NOT NULL,
  `ends_at` datetime(6) NOT NULL,
  `id` uuid DEFAULT NULL,
  `ip` varchar(45) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `user_agent` varchar(200) DEFAULT NULL,
  PRIMARY KEY (`digest`),
  UNIQUE KEY `session_id` (`id`),
  KEY `session_of_person` (`person_id`),
  KEY `session_of_provider_session` (`provider_session`),
  KEY `session_end` (`ends_at`),
  KEY `session_rest` (`last_seen_at`),
  CONSTRAINT `session_of` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `session_token` (
  `session_digest` binary(32) NOT NULL,
  `id_token` varbinary(8000) NOT NULL COMMENT 'sealed with the portal key',
  PRIMARY KEY (`session_digest`),
  CONSTRAINT `session_token_of` FOREIGN KEY (`session_digest`) REFERENCES `session` (`digest`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `shared_customer` (
  `provider_id` uuid NOT NULL,
  `customer_id` uuid NOT NULL,
  `reseller_id` uuid NOT NULL,
  `since` datetime(6) NOT NULL,
  PRIMARY KEY (`provider_id`,`customer_id`,`reseller_id`),
  KEY `shared_customer_of_reseller` (`reseller_id`,`customer_id`),
  KEY `shared_customer_of_customer` (`customer_id`),
  CONSTRAINT `shared_customer_customer` FOREIGN KEY (`customer_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `shared_customer_provider` FOREIGN KEY (`provider_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `shared_customer_reseller` FOREIGN KEY (`reseller_id`) REFERENCES `organization` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `sign_in_attempt` (
  `digest` binary(32) NOT NULL COMMENT 'SHA-256 of the cookie',
  `state` varchar(200) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `nonce` varchar(200) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `code_verifier` varchar(200) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `return_to` varbinary(1500) NOT NULL COMMENT 'sealed with the portal key, because it may hold a link',
  `ends_at` datetime(6) NOT NULL,
  PRIMARY KEY (`digest`),
  KEY `sign_in_attempt_end` (`ends_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `subscription` (
  `id` uuid NOT NULL COMMENT 'also the number of its order',
  `customer_id` uuid NOT NULL,
  `offer_id` uuid NOT NULL,
  `product_id` uuid NOT NULL,
  `seller_id` uuid DEFAULT NULL COMMENT 'direct-bill partner or indirect provider; null: bought elsewhere',
  `seller_capacity` varchar(17) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `reseller_id` uuid DEFAULT NULL COMMENT 'the indirect reseller of record; null where there is none',
  `origin` varchar(60) NOT NULL COMMENT 'order, or where it was bought',
  `nickname` varchar(100) DEFAULT NULL,
  `seats` int(11) DEFAULT NULL COMMENT 'null: billed by usage',
  `state` varchar(9) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `began_at` datetime(6) NOT NULL,
  `renews_at` datetime(6) DEFAULT NULL,
  `ends_at` datetime(6) DEFAULT NULL COMMENT 'when it ends instead of renewing; null otherwise',
  `suspended_at` datetime(6) DEFAULT NULL,
  `ended_at` datetime(6) DEFAULT NULL,
  `support_contact_id` uuid DEFAULT NULL COMMENT 'the partner designated to support it; null: the seller',
  `created_by` uuid DEFAULT NULL,
  `version` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  KEY `subscription_of_customer` (`customer_id`,`id`),
  KEY `subscription_sold` (`customer_id`,`seller_id`,`seller_capacity`,`id`),
  KEY `subscription_sold_by_state` (`customer_id`,`seller_id`,`seller_capacity`,`state`,`id`),
  KEY `subscription_sold_renewal` (`customer_id`,`seller_id`,`seller_capacity`,`state`,`renews_at`),
  KEY `subscription_of_record` (`customer_id`,`reseller_id`,`id`),
  KEY `subscription_of_record_by_state` (`customer_id`,`reseller_id`,`state`,`id`),
  KEY `subscription_of_seller` (`seller_id`,`state`,`id`),
  KEY `subscription_of_reseller` (`reseller_id`,`state`,`id`),
  KEY `subscription_renewal` (`state`,`renews_at`),
  KEY `subscription_offer` (`offer_id`),
  KEY `subscription_product` (`product_id`),
  KEY `subscription_support_contact` (`support_contact_id`),
  KEY `subscription_contact_of_sold` (`seller_id`,`state`,`support_contact_id`,`id`),
  KEY `subscription_contact_of_record` (`reseller_id`,`state`,`support_contact_id`,`id`),
  KEY `subscription_ending` (`ends_at`),
  KEY `subscription_supported` (`customer_id`,`support_contact_id`,`id`),
  CONSTRAINT `subscription_customer` FOREIGN KEY (`customer_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `subscription_offer` FOREIGN KEY (`offer_id`) REFERENCES `offer` (`id`),
  CONSTRAINT `subscription_product` FOREIGN KEY (`product_id`) REFERENCES `product` (`id`),
  CONSTRAINT `subscription_reseller` FOREIGN KEY (`reseller_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `subscription_seller` FOREIGN KEY (`seller_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `subscription_support_contact` FOREIGN KEY (`support_contact_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `subscription_state_known` CHECK (`state` in ('active','suspended','ended'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `support_change` (
  `id` uuid NOT NULL,
  `partner_id` uuid NOT NULL,
  `made_by` uuid NOT NULL,
  `made_at` datetime(6) NOT NULL,
  `contact_id` uuid DEFAULT NULL COMMENT 'as confirmed; null: the seller, or not confirmed yet',
  `agreement_reference` varchar(100) DEFAULT NULL,
  `state` varchar(9) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `forget_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `support_change_forget` (`forget_at`),
  KEY `support_change_by` (`made_by`),
  CONSTRAINT `support_change_by` FOREIGN KEY (`made_by`) REFERENCES `person` (`id`),
  CONSTRAINT `support_change_state_known` CHECK (`state` in ('chosen','confirmed','done'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `support_change_row` (
  `change_id` uuid NOT NULL,
  `number` int(11) NOT NULL,
  `subscription_id` uuid NOT NULL,
  `version` int(11) NOT NULL COMMENT 'of the subscription as it was chosen',
  `previous_id` uuid DEFAULT NULL COMMENT 'who it was then; null: the seller',
  `outcome` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`change_id`,`number`),
  CONSTRAINT `support_change_row_of` FOREIGN KEY (`change_id`) REFERENCES `support_change` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `support_designation` (
  `id` uuid NOT NULL,
  `subscription_id` uuid NOT NULL,
  `customer_id` uuid NOT NULL,
  `seller_id` uuid DEFAULT NULL,
  `reseller_id` uuid DEFAULT NULL,
  `contact_id` uuid DEFAULT NULL COMMENT 'null: the seller',
  `previous_id` uuid DEFAULT NULL COMMENT 'who it was before; null: the seller',
  `agreement_reference` varchar(100) DEFAULT NULL,
  `designated_for` uuid NOT NULL COMMENT 'the partner whose person chose',
  `designated_by` uuid NOT NULL,
  `designated_at` datetime(6) NOT NULL,
  `ended_at` datetime(6) DEFAULT NULL,
  `coverage` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'as it was found last; null: the seller, or ended',
  `lost_at` datetime(6) DEFAULT NULL COMMENT 'since when the choice does not count; both sides were told then',
  `still_open` tinyint(4) GENERATED ALWAYS AS (if(`ended_at` is null,1,NULL)) STORED,
  `watched` tinyint(4) GENERATED ALWAYS AS (if(`ended_at` is null and `contact_id` is not null,1,NULL)) STORED,
  PRIMARY KEY (`id`),
  UNIQUE KEY `support_designation_open_once` (`subscription_id`,`still_open`),
  KEY `support_designation_watched` (`watched`,`id`),
  KEY `support_designation_of_seller` (`seller_id`,`coverage`,`subscription_id`),
  KEY `support_designation_of_reseller` (`reseller_id`,`coverage`,`subscription_id`),
  KEY `support_designation_of_contact` (`contact_id`,`watched`,`subscription_id`),
  KEY `support_designation_of_customer` (`customer_id`,`watched`),
  KEY `support_designation_by` (`designated_by`),
  CONSTRAINT `support_designation_by` FOREIGN KEY (`designated_by`) REFERENCES `person` (`id`),
  CONSTRAINT `support_designation_contact` FOREIGN KEY (`contact_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `support_designation_subscription` FOREIGN KEY (`subscription_id`) REFERENCES `subscription` (`id`),
  CONSTRAINT `support_designation_coverage_known` CHECK (`coverage` in ('designated','lost','suspended'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `support_watch` (
  `id` tinyint(4) NOT NULL DEFAULT 1,
  `reached` uuid NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `support_watch_one` CHECK (`id` = 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `termination_notice` (
  `removal_id` uuid NOT NULL,
  `language` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `subject` varchar(200) NOT NULL,
  `body` text NOT NULL,
  `recipient` varchar(254) DEFAULT NULL,
  `sent_at` datetime(6) DEFAULT NULL,
  `sent_by` uuid DEFAULT NULL,
  `version` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`removal_id`),
  CONSTRAINT `termination_notice_of` FOREIGN KEY (`removal_id`) REFERENCES `removal` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `terms_acceptance` (
  `id` uuid NOT NULL,
  `organization_id` uuid NOT NULL,
  `person_id` uuid NOT NULL,
  `digest` binary(32) NOT NULL,
  `accepted_at` datetime(6) NOT NULL,
  `ip` varchar(45) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `user_agent` varchar(500) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `terms_acceptance_of` (`organization_id`,`id`),
  KEY `terms_acceptance_by` (`person_id`),
  KEY `terms_acceptance_text` (`digest`),
  CONSTRAINT `terms_acceptance_by` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`),
  CONSTRAINT `terms_acceptance_of` FOREIGN KEY (`organization_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `terms_acceptance_text` FOREIGN KEY (`digest`) REFERENCES `terms_text` (`digest`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `terms_text` (
  `digest` binary(32) NOT NULL COMMENT 'SHA-256 of the body in UTF-8',
  `version` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `language` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `body` mediumtext NOT NULL,
  PRIMARY KEY (`digest`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `user_batch` (
  `id` uuid NOT NULL,
  `customer_id` uuid NOT NULL,
  `partner_id` uuid NOT NULL,
  `capacity` varchar(17) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `kind` varchar(7) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `product_id` uuid DEFAULT NULL COMMENT 'of a selection',
  `file_name` varchar(200) DEFAULT NULL COMMENT 'of an upload',
  `state` varchar(9) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `row_count` int(11) NOT NULL DEFAULT 0,
  `wrong_count` int(11) NOT NULL DEFAULT 0 COMMENT 'rows that need another look; nothing is done with them',
  `done_count` int(11) NOT NULL DEFAULT 0,
  `failed_count` int(11) NOT NULL DEFAULT 0 COMMENT 'of those done',
  `made_by` uuid NOT NULL,
  `made_at` datetime(6) NOT NULL,
  `confirmed_at` datetime(6) DEFAULT NULL,
  `due_at` datetime(6) DEFAULT NULL COMMENT 'end of a lease while it is carried out; null: nothing to do',
  `forget_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `user_batch_due` (`due_at`),
  KEY `user_batch_forget` (`forget_at`),
  KEY `user_batch_of` (`customer_id`),
  CONSTRAINT `user_batch_of` FOREIGN KEY (`customer_id`) REFERENCES `organization` (`id`),
  CONSTRAINT `user_batch_kind_known` CHECK (`kind` in ('upload','assign','remove')),
  CONSTRAINT `user_batch_state_known` CHECK (`state` in ('reading','ready','confirmed','done','stopped'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;

CREATE TABLE `user_batch_row` (
  `batch_id` uuid NOT NULL,
  `number` int(11) NOT NULL,
  `user_id` uuid DEFAULT NULL,
  `sign_in_name` varchar(254) NOT NULL,
  `first_name` varchar(64) NOT NULL,
  `last_name` varchar(64) NOT NULL,
  `display_name` varchar(200) NOT NULL,
  `country` varchar(100) NOT NULL,
  `licences` varchar(500) NOT NULL COMMENT 'as written in the file',
  `problem` varchar(30) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL COMMENT 'why it needs another look',
  `outcome` varchar(30) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `missing` varchar(500) DEFAULT NULL COMMENT 'licences no seat was free for',
  `place` varchar(5) CHARACTER SET ascii COLLATE ascii_general_ci GENERATED ALWAYS AS (if(`problem` is not null,'wrong',if(`outcome` is null,'open','done'))) STORED,
  PRIMARY KEY (`batch_id`,`number`),
  KEY `user_batch_row_place` (`batch_id`,`place`,`number`),
  KEY `user_batch_row_name` (`batch_id`,`sign_in_name`),
  CONSTRAINT `user_batch_row_of` FOREIGN KEY (`batch_id`) REFERENCES `user_batch` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;
