-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email_address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "language" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "person_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "second_factor" (
    "person_id" UUID NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "sealed_codes" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "next_secret" TEXT,
    "next_codes" TEXT,
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "person_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("person_id","code_hash")
);

-- CreateTable
CREATE TABLE "session" (
    "id_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "token_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "practice_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "form_return" (
    "id" TEXT NOT NULL,
    "session_id_hash" TEXT,
    "path" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "module_version" (
    "id" TEXT NOT NULL,
    "module_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "change_kind" TEXT NOT NULL,
    "pass_mark_percent" INTEGER NOT NULL,
    "draw" INTEGER NOT NULL,
    "blueprint" JSONB,
    "objectives" JSONB NOT NULL,
    "vignettes" JSONB NOT NULL,
    "reviewers" JSONB NOT NULL,
    "review_note" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "module_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson" (
    "module_version_id" TEXT NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "objectives" TEXT[],
    "sources" TEXT[],
    "contacts" TEXT[],
    "terms" TEXT[],
    "tree" JSONB NOT NULL,
    "tree_hash" TEXT NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "lesson_pkey" PRIMARY KEY ("module_version_id","lesson_id")
);

-- CreateTable
CREATE TABLE "item_version" (
    "module_version_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "objective_id" TEXT NOT NULL,
    "vignette_id" TEXT,
    "bloom" TEXT NOT NULL,
    "must_pass" BOOLEAN NOT NULL,
    "stem" TEXT NOT NULL,
    "prompts" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "source_id" TEXT NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "item_version_pkey" PRIMARY KEY ("module_version_id","item_id")
);

-- CreateTable
CREATE TABLE "item_key" (
    "module_version_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "correct_option_ids" TEXT[],
    "rationales" JSONB NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "item_key_pkey" PRIMARY KEY ("module_version_id","item_id")
);

-- CreateTable
CREATE TABLE "module_translation" (
    "module_version_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "objectives" JSONB NOT NULL,
    "vignettes" JSONB NOT NULL,
    "reviewers" JSONB NOT NULL,
    "review_note" TEXT NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "module_translation_pkey" PRIMARY KEY ("module_version_id","language")
);

-- CreateTable
CREATE TABLE "lesson_translation" (
    "module_version_id" TEXT NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "tree" JSONB NOT NULL,
    "tree_hash" TEXT NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "lesson_translation_pkey" PRIMARY KEY ("module_version_id","lesson_id","language")
);

-- CreateTable
CREATE TABLE "item_translation" (
    "module_version_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "prompts" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "item_translation_pkey" PRIMARY KEY ("module_version_id","item_id","language")
);

-- CreateTable
CREATE TABLE "rationale_translation" (
    "module_version_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "rationales" JSONB NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "rationale_translation_pkey" PRIMARY KEY ("module_version_id","item_id","language")
);

-- CreateTable
CREATE TABLE "module_media" (
    "module_version_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "module_media_pkey" PRIMARY KEY ("module_version_id","name")
);

-- CreateTable
CREATE TABLE "case_version" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "change_kind" TEXT NOT NULL,
    "objectives" TEXT[],
    "contacts" TEXT[],
    "reviewers" JSONB NOT NULL,
    "review_note" TEXT NOT NULL,
    "opening" JSONB NOT NULL,
    "scenes" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "case_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_key" (
    "case_version_id" TEXT NOT NULL,
    "graph" JSONB NOT NULL,
    "words" JSONB NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "case_key_pkey" PRIMARY KEY ("case_version_id")
);

-- CreateTable
CREATE TABLE "case_translation" (
    "case_version_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "reviewers" JSONB NOT NULL,
    "review_note" TEXT NOT NULL,
    "opening" JSONB NOT NULL,
    "scenes" JSONB NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "case_translation_pkey" PRIMARY KEY ("case_version_id","language")
);

-- CreateTable
CREATE TABLE "case_key_translation" (
    "case_version_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words" JSONB NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "case_key_translation_pkey" PRIMARY KEY ("case_version_id","language")
);

-- CreateTable
CREATE TABLE "track_version" (
    "id" TEXT NOT NULL,
    "track_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "change_kind" TEXT NOT NULL,
    "module_ids" TEXT[],
    "case_ids" TEXT[],
    "forms" JSONB,
    "content_hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "practice_id" UUID,
    "due_on" DATE,
    "update_module_version_id" TEXT,
    "update_lesson_id" TEXT,

    CONSTRAINT "track_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "track_translation" (
    "track_version_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "practice_id" UUID,

    CONSTRAINT "track_translation_pkey" PRIMARY KEY ("track_version_id","language")
);

-- CreateTable
CREATE TABLE "register_entry" (
    "register" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "register_entry_pkey" PRIMARY KEY ("register","entry_id")
);

-- CreateTable
CREATE TABLE "practice" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "practice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "employment_kind" TEXT NOT NULL,
    "location" TEXT,
    "capabilities" TEXT[],
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "employee_number" TEXT,
    "hidden_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "requirement" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "track_id" TEXT NOT NULL,
    "renewal_track_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,

    CONSTRAINT "requirement_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "requirement_policy" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "requirement_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_on" DATE NOT NULL,
    "applies_to" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "reason" TEXT,
    "terms" JSONB NOT NULL,
    "attempt_limit" INTEGER NOT NULL,
    "profile" JSONB,

    CONSTRAINT "requirement_policy_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "track_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "cycle" (
    "practice_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "track_version_id" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cycle_pkey" PRIMARY KEY ("practice_id","assignment_id","number")
);

-- CreateTable
CREATE TABLE "lesson_reading" (
    "practice_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "module_version_id" TEXT NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "language" TEXT NOT NULL,

    CONSTRAINT "lesson_reading_pkey" PRIMARY KEY ("practice_id","assignment_id","cycle","module_version_id","lesson_id")
);

-- CreateTable
CREATE TABLE "open_attempt" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "module_id" TEXT NOT NULL,
    "module_version_id" TEXT NOT NULL,
    "attempt_number" INTEGER NOT NULL,
    "attempt_limit" INTEGER NOT NULL,
    "items" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "open_attempt_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "draft_answer" (
    "practice_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "option_ids" TEXT[],
    "revision" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_answer_pkey" PRIMARY KEY ("practice_id","attempt_id","item_id")
);

-- CreateTable
CREATE TABLE "evidence_event" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staff_member_id" UUID,
    "requirement_id" UUID,
    "track_id" TEXT,
    "kind" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_person_id" UUID,
    "reason" TEXT,
    "details" JSONB NOT NULL,

    CONSTRAINT "evidence_event_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "submission" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "module_id" TEXT NOT NULL,
    "module_version_id" TEXT NOT NULL,
    "attempt_number" INTEGER NOT NULL,
    "attempt_limit" INTEGER NOT NULL,
    "items" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_on" DATE NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "answer" (
    "practice_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "option_ids" TEXT[],

    CONSTRAINT "answer_pkey" PRIMARY KEY ("practice_id","submission_id","item_id")
);

-- CreateTable
CREATE TABLE "score" (
    "practice_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "correct" INTEGER NOT NULL,
    "out_of" INTEGER NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "missed_must_pass" TEXT[],
    "missed_objectives" TEXT[],

    CONSTRAINT "score_pkey" PRIMARY KEY ("practice_id","submission_id")
);

-- CreateTable
CREATE TABLE "module_completion" (
    "practice_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "module_id" TEXT NOT NULL,
    "module_version_id" TEXT NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_on" DATE NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "module_completion_pkey" PRIMARY KEY ("practice_id","assignment_id","cycle","module_id")
);

-- CreateTable
CREATE TABLE "case_play" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "case_id" TEXT NOT NULL,
    "case_version_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_play_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "case_choice" (
    "practice_id" UUID NOT NULL,
    "play_id" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "case_version_id" TEXT NOT NULL,
    "node_id" TEXT NOT NULL,
    "option_id" TEXT NOT NULL,
    "next_node_id" TEXT NOT NULL,
    "is_last" BOOLEAN NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "case_choice_pkey" PRIMARY KEY ("practice_id","play_id","step")
);

-- CreateTable
CREATE TABLE "case_completion" (
    "practice_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "case_id" TEXT NOT NULL,
    "case_version_id" TEXT NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_on" DATE NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "case_completion_pkey" PRIMARY KEY ("practice_id","assignment_id","cycle","case_id")
);

-- CreateTable
CREATE TABLE "form_sitting" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "moment" TEXT NOT NULL,
    "is_skipped" BOOLEAN NOT NULL,
    "items" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_sitting_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "form_answer" (
    "practice_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "module_version_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "objective_id" TEXT NOT NULL,
    "option_ids" TEXT[],
    "is_right" BOOLEAN NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "form_answer_pkey" PRIMARY KEY ("practice_id","form_id","number")
);

-- CreateTable
CREATE TABLE "lesson_skip" (
    "practice_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "module_version_id" TEXT NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "shown_by" TEXT[],
    "skipped_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lesson_skip_pkey" PRIMARY KEY ("practice_id","assignment_id","cycle","module_version_id","lesson_id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "assignment_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "printed_name" TEXT NOT NULL,
    "practice_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "track_version_id" TEXT NOT NULL,
    "track_title" TEXT NOT NULL,
    "modules" JSONB NOT NULL,
    "cases" JSONB NOT NULL DEFAULT '[]',
    "completed_on" DATE NOT NULL,
    "valid_through" DATE,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "certificate_revocation" (
    "practice_id" UUID NOT NULL,
    "certificate_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_by" UUID NOT NULL,

    CONSTRAINT "certificate_revocation_pkey" PRIMARY KEY ("practice_id","certificate_id")
);

-- CreateTable
CREATE TABLE "external_certificate" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "completed_on" DATE NOT NULL,
    "valid_through" DATE,
    "quarter_hours" INTEGER,
    "course_number" TEXT,
    "requirement_ids" UUID[],
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "file_kind" TEXT,
    "bytes" BYTEA,
    "sha256" TEXT,
    "metadata_removed" BOOLEAN NOT NULL DEFAULT false,
    "certificate_number" TEXT,
    "modules" JSONB,

    CONSTRAINT "external_certificate_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "external_decision" (
    "practice_id" UUID NOT NULL,
    "certificate_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "alone" BOOLEAN NOT NULL DEFAULT false,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID NOT NULL,

    CONSTRAINT "external_decision_pkey" PRIMARY KEY ("practice_id","certificate_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "practice_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_person_id" UUID,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("practice_id","sequence")
);

-- CreateTable
CREATE TABLE "mail_message" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "to_name" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_message_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "staff_member_id" UUID NOT NULL,
    "requirement_id" UUID NOT NULL,
    "turn_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "mail_message_id" UUID,
    "skipped" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "reminder_run" (
    "practice_id" UUID NOT NULL,
    "planned_on" DATE NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_run_pkey" PRIMARY KEY ("practice_id","planned_on")
);

-- CreateTable
CREATE TABLE "reminder_settings" (
    "practice_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "days_before" INTEGER[],
    "day_after" BOOLEAN NOT NULL,
    "quiet_from" TEXT NOT NULL,
    "quiet_until" TEXT NOT NULL,
    "quiet_weekends" BOOLEAN NOT NULL,
    "requirements_off" UUID[],
    "digest_enabled" BOOLEAN NOT NULL,
    "digest_weekday" INTEGER NOT NULL,
    "refreshers_enabled" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "reminder_settings_pkey" PRIMARY KEY ("practice_id","version")
);

-- CreateTable
CREATE TABLE "reminder_text" (
    "practice_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "moment" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "subject" TEXT,
    "body" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "reminder_text_pkey" PRIMARY KEY ("practice_id","language","moment","version")
);

-- CreateTable
CREATE TABLE "time_accommodation" (
    "practice_id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "allowance" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "time_accommodation_pkey" PRIMARY KEY ("practice_id","staff_member_id","version")
);

-- CreateTable
CREATE TABLE "reminder_pause" (
    "practice_id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "paused_through" DATE,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "reminder_pause_pkey" PRIMARY KEY ("practice_id","staff_member_id","version")
);

-- CreateTable
CREATE TABLE "digest" (
    "practice_id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "week_on" DATE NOT NULL,
    "mail_message_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("practice_id","staff_member_id","week_on")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "alarm_days" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "local_contact" (
    "practice_id" UUID NOT NULL,
    "contact_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "note" TEXT,
    "checked_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "local_contact_pkey" PRIMARY KEY ("practice_id","contact_id","version")
);

-- CreateTable
CREATE TABLE "roster_import" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by" UUID,
    "undone_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "roster_import_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "roster_import_file" (
    "practice_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "roster_import_file_pkey" PRIMARY KEY ("practice_id","import_id")
);

-- CreateTable
CREATE TABLE "roster_import_row" (
    "practice_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "choice" JSONB,
    "plan" JSONB,
    "result" TEXT,
    "staff_member_id" UUID,
    "fact_ids" UUID[],

    CONSTRAINT "roster_import_row_pkey" PRIMARY KEY ("practice_id","import_id","number")
);

-- CreateTable
CREATE TABLE "import_word" (
    "practice_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,

    CONSTRAINT "import_word_pkey" PRIMARY KEY ("practice_id","kind","word")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_address_key" ON "person"("email_address");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "one_time_link_person_id_idx" ON "one_time_link"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "module_version_module_id_version_key" ON "module_version"("module_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_module_version_id_position_key" ON "lesson"("module_version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "case_version_case_id_version_key" ON "case_version"("case_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "track_version_track_id_version_key" ON "track_version"("track_id", "version");

-- CreateIndex
CREATE INDEX "staff_member_person_id_idx" ON "staff_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_member_practice_id_person_id_key" ON "staff_member"("practice_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "requirement_policy_practice_id_requirement_id_version_key" ON "requirement_policy"("practice_id", "requirement_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_practice_id_staff_member_id_track_id_key" ON "assignment"("practice_id", "staff_member_id", "track_id");

-- CreateIndex
CREATE UNIQUE INDEX "open_attempt_practice_id_assignment_id_cycle_module_id_key" ON "open_attempt"("practice_id", "assignment_id", "cycle", "module_id");

-- CreateIndex
CREATE INDEX "evidence_event_practice_id_staff_member_id_idx" ON "evidence_event"("practice_id", "staff_member_id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_practice_id_assignment_id_cycle_module_id_attemp_key" ON "submission"("practice_id", "assignment_id", "cycle", "module_id", "attempt_number");

-- CreateIndex
CREATE UNIQUE INDEX "case_play_practice_id_assignment_id_cycle_case_id_number_key" ON "case_play"("practice_id", "assignment_id", "cycle", "case_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "form_sitting_practice_id_assignment_id_cycle_moment_key" ON "form_sitting"("practice_id", "assignment_id", "cycle", "moment");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_number_key" ON "certificate"("number");

-- CreateIndex
CREATE INDEX "certificate_person_id_idx" ON "certificate"("person_id");

-- CreateIndex
CREATE INDEX "certificate_practice_id_staff_member_id_idx" ON "certificate"("practice_id", "staff_member_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_practice_id_assignment_id_cycle_key" ON "certificate"("practice_id", "assignment_id", "cycle");

-- CreateIndex
CREATE INDEX "external_certificate_practice_id_staff_member_id_idx" ON "external_certificate"("practice_id", "staff_member_id");

-- CreateIndex
CREATE INDEX "mail_message_practice_id_created_at_idx" ON "mail_message"("practice_id", "created_at");

-- CreateIndex
CREATE INDEX "reminder_practice_id_mail_message_id_idx" ON "reminder"("practice_id", "mail_message_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "roster_import_practice_id_created_at_idx" ON "roster_import"("practice_id", "created_at");


-- What Prisma's schema cannot say -------------------------------------------------------------------------------------

-- Constraints.
ALTER TABLE "person" ADD CONSTRAINT "person_email_is_lower_case" CHECK ("email_address" = lower("email_address"));
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_kind" CHECK ("kind" IN ('set-up', 'invitation', 'reset'));
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_next" CHECK (
  num_nulls("next_secret", "next_codes", "next_at") IN (0, 3) AND ("next_at" IS NULL OR "confirmed_at" IS NOT NULL)
);
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_dates" CHECK ("ended_on" IS NULL OR "ended_on" >= "started_on");
CREATE UNIQUE INDEX "staff_member_employee_number" ON "staff_member" ("practice_id", "employee_number")
  WHERE "hidden_at" IS NULL;
ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_stage" CHECK ("stage" IN ('read-file', 'ask-encoding',
  'unreadable', 'match', 'check', 'preview', 'apply', 'applied', 'undo', 'undone', 'withdrawn'));
-- What is left to do at this moment, which is little however much was ever imported.
CREATE INDEX "roster_import_at_work" ON "roster_import" ("changed_at")
  WHERE "stage" IN ('read-file', 'check', 'apply', 'undo');
CREATE INDEX "roster_import_row_waiting" ON "roster_import_row" ("practice_id", "import_id", "number")
  WHERE "result" = 'waiting';
-- The terms stand as the status engine reads them; another cadence must not be judged as if it were one that it knows.
ALTER TABLE "requirement_policy" ADD CONSTRAINT "requirement_policy_terms" CHECK (
  "version" >= 1 AND "attempt_limit" BETWEEN 1 AND 100 AND "applies_to" IN ('later-completions', 'all')
  AND ("terms" ->> 'cadence') IN ('once', 'rolling', 'hire-anniversary', 'fixed-date', 'licence-renewal')
  AND ("terms" -> 'firstDue' ->> 'days')::int >= 0 AND ("terms" ->> 'graceDays')::int >= 0
  AND ("terms" ->> 'returnDays')::int >= 0 AND ("terms" ? 'audience') AND ("terms" ? 'authority')
  AND (("terms" ->> 'cadence') = 'once' OR ("terms" ->> 'periodMonths')::int BETWEEN 1 AND 120)
  AND coalesce(("terms" -> 'assessment' ->> 'cooldownHours')::int, 0) BETWEEN 0 AND 336
);
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_renews_otherwise" CHECK ("renewal_track_id" <> "track_id");
-- What concerns a requirement and nobody in particular: that it was retired, and that this was a mistake.
CREATE INDEX "evidence_event_of_requirement" ON "evidence_event" ("practice_id", "requirement_id")
  WHERE "staff_member_id" IS NULL;
-- No empty quiz can exist, nor one that nobody can answer.
ALTER TABLE "module_version" ADD CONSTRAINT "module_version_draw" CHECK (
  "draw" > 0 AND ("blueprint" IS NULL OR jsonb_typeof("blueprint") = 'object')
);
ALTER TABLE "item_version" ADD CONSTRAINT "item_version_kind" CHECK (
  "kind" IN ('single', 'multiple', 'ordering', 'matching') AND "state" IN ('ready', 'retired')
  AND jsonb_array_length("options") >= 2 AND (jsonb_array_length("prompts") >= 2) = ("kind" = 'matching')
);
ALTER TABLE "item_key" ADD CONSTRAINT "item_key_right_answer" CHECK (coalesce(cardinality("correct_option_ids"), 0) > 0);
ALTER TABLE "open_attempt" ADD CONSTRAINT "open_attempt_asks" CHECK (jsonb_array_length("items") > 0);
ALTER TABLE "submission" ADD CONSTRAINT "submission_asked" CHECK (jsonb_array_length("items") > 0);
-- What waits for a manager's answer, which is little however much was ever recorded.
CREATE INDEX "evidence_event_attempts_asked" ON "evidence_event" ("practice_id") WHERE "kind" = 'attempts-asked';
ALTER TABLE "open_attempt" ADD CONSTRAINT "open_attempt_end" CHECK ("ends_at" > "started_at");
ALTER TABLE "submission" ADD CONSTRAINT "submission_end" CHECK ("ends_at" > "started_at");
ALTER TABLE "time_accommodation" ADD CONSTRAINT "time_accommodation_allowance" CHECK (
  "version" > 0 AND "allowance" IN ('standard', 'quarter-more', 'half-more', 'double', 'no-limit')
);
ALTER TABLE "open_attempt" ADD CONSTRAINT "open_attempt_limit" CHECK ("attempt_number" BETWEEN 1 AND "attempt_limit");
ALTER TABLE "submission" ADD CONSTRAINT "submission_limit" CHECK ("attempt_number" BETWEEN 1 AND "attempt_limit");
ALTER TABLE "score" ADD CONSTRAINT "score_bounds" CHECK ("out_of" > 0 AND "correct" BETWEEN 0 AND "out_of");
ALTER TABLE "case_play" ADD CONSTRAINT "case_play_number" CHECK ("number" > 0);
ALTER TABLE "case_choice" ADD CONSTRAINT "case_choice_step" CHECK ("step" > 0);
-- A form that was left out asks nothing, and any other asks something.
ALTER TABLE "form_sitting" ADD CONSTRAINT "form_sitting_asks" CHECK (
  "moment" IN ('before', 'after') AND "is_skipped" = (jsonb_array_length("items") = 0)
);
ALTER TABLE "form_answer" ADD CONSTRAINT "form_answer_number" CHECK ("number" > 0);
ALTER TABLE "lesson_skip" ADD CONSTRAINT "lesson_skip_shown" CHECK (coalesce(cardinality("shown_by"), 0) > 0);
ALTER TABLE "draft_answer" ADD CONSTRAINT "draft_answer_revision" CHECK ("revision" > 0);
ALTER TABLE "local_contact" ADD CONSTRAINT "local_contact_version" CHECK ("version" > 0);
-- Sent or skipped, and never both.
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_outcome" CHECK (num_nulls("mail_message_id", "skipped") = 1);
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_withdrawn_mail" CHECK ("withdrawn_at" IS NULL OR "skipped" IS NULL);
-- One of a kind for a turn and its due date; one whose mail was withdrawn before it left said nothing, and counts for nothing.
CREATE UNIQUE INDEX "reminder_once" ON "reminder" ("practice_id", "staff_member_id", "requirement_id", "turn_on", "kind",
  "due_on") WHERE "withdrawn_at" IS NULL;
ALTER TABLE "reminder_settings" ADD CONSTRAINT "reminder_settings_version" CHECK ("version" > 0);
ALTER TABLE "reminder_settings" ADD CONSTRAINT "reminder_settings_hours" CHECK (
  "quiet_from" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "quiet_until" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
  AND "digest_weekday" BETWEEN 1 AND 7
);
ALTER TABLE "reminder_text" ADD CONSTRAINT "reminder_text_whole" CHECK (
  "version" > 0 AND num_nulls("subject", "body") IN (0, 2)
);
ALTER TABLE "reminder_pause" ADD CONSTRAINT "reminder_pause_version" CHECK ("version" > 0);
ALTER TABLE "module_media" ADD CONSTRAINT "module_media_type"
  CHECK ("content_type" IN ('image/png', 'image/jpeg', 'image/webp'));
ALTER TABLE "external_certificate" ADD CONSTRAINT "external_certificate_days"
  CHECK ("valid_through" IS NULL OR "valid_through" >= "completed_on");
-- Either a file that was checked, or a certificate of another practice by its number.
ALTER TABLE "external_certificate" ADD CONSTRAINT "external_certificate_source" CHECK (
  ("source" = 'upload' AND num_nulls("file_kind", "bytes", "sha256") = 0 AND num_nonnulls("certificate_number", "modules") = 0)
  OR ("source" = 'practice' AND num_nonnulls("file_kind", "bytes", "sha256") = 0 AND num_nulls("certificate_number", "modules") = 0)
);
ALTER TABLE "external_certificate" ADD CONSTRAINT "external_certificate_file" CHECK (
  "file_kind" IS NULL OR ("file_kind" IN ('pdf', 'png', 'jpeg') AND octet_length("bytes") BETWEEN 1 AND 5242880
    AND "sha256" ~ '^[0-9a-f]{64}$')
);
ALTER TABLE "external_decision" ADD CONSTRAINT "external_decision_outcome" CHECK (
  "outcome" IN ('accepted', 'refused', 'withdrawn') AND ("outcome" <> 'refused' OR "reason" IS NOT NULL)
  AND (NOT "alone" OR "reason" IS NOT NULL)
);
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_sequence" CHECK ("sequence" > 0);

-- References.
ALTER TABLE "credential" ADD FOREIGN KEY ("person_id") REFERENCES "person" ("id");
ALTER TABLE "second_factor" ADD FOREIGN KEY ("person_id") REFERENCES "person" ("id");
ALTER TABLE "recovery_code" ADD FOREIGN KEY ("person_id") REFERENCES "person" ("id");
ALTER TABLE "session" ADD FOREIGN KEY ("person_id") REFERENCES "person" ("id");
ALTER TABLE "one_time_link" ADD FOREIGN KEY ("person_id") REFERENCES "person" ("id");
ALTER TABLE "lesson" ADD FOREIGN KEY ("module_version_id") REFERENCES "module_version" ("id");
ALTER TABLE "module_media" ADD FOREIGN KEY ("module_version_id") REFERENCES "module_version" ("id");
ALTER TABLE "item_version" ADD FOREIGN KEY ("module_version_id") REFERENCES "module_version" ("id");
ALTER TABLE "item_key" ADD FOREIGN KEY ("module_version_id", "item_id")
  REFERENCES "item_version" ("module_version_id", "item_id");
ALTER TABLE "module_translation" ADD FOREIGN KEY ("module_version_id") REFERENCES "module_version" ("id");
ALTER TABLE "lesson_translation" ADD FOREIGN KEY ("module_version_id", "lesson_id")
  REFERENCES "lesson" ("module_version_id", "lesson_id");
ALTER TABLE "item_translation" ADD FOREIGN KEY ("module_version_id", "item_id")
  REFERENCES "item_version" ("module_version_id", "item_id");
ALTER TABLE "rationale_translation" ADD FOREIGN KEY ("module_version_id", "item_id")
  REFERENCES "item_key" ("module_version_id", "item_id");
ALTER TABLE "case_key" ADD FOREIGN KEY ("case_version_id") REFERENCES "case_version" ("id");
ALTER TABLE "case_translation" ADD FOREIGN KEY ("case_version_id") REFERENCES "case_version" ("id");
ALTER TABLE "case_key_translation" ADD FOREIGN KEY ("case_version_id") REFERENCES "case_key" ("case_version_id");
ALTER TABLE "track_translation" ADD FOREIGN KEY ("track_version_id") REFERENCES "track_version" ("id");
ALTER TABLE "staff_member" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "staff_member" ADD FOREIGN KEY ("person_id") REFERENCES "person" ("id");
ALTER TABLE "requirement" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "requirement_policy" ADD FOREIGN KEY ("practice_id", "requirement_id")
  REFERENCES "requirement" ("practice_id", "id");
ALTER TABLE "assignment" ADD FOREIGN KEY ("practice_id", "staff_member_id")
  REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "cycle" ADD FOREIGN KEY ("practice_id", "assignment_id") REFERENCES "assignment" ("practice_id", "id");
ALTER TABLE "cycle" ADD FOREIGN KEY ("track_version_id") REFERENCES "track_version" ("id");
ALTER TABLE "lesson_reading" ADD FOREIGN KEY ("practice_id", "assignment_id", "cycle")
  REFERENCES "cycle" ("practice_id", "assignment_id", "number");
ALTER TABLE "lesson_reading" ADD FOREIGN KEY ("module_version_id", "lesson_id")
  REFERENCES "lesson" ("module_version_id", "lesson_id");
ALTER TABLE "open_attempt" ADD FOREIGN KEY ("practice_id", "assignment_id", "cycle")
  REFERENCES "cycle" ("practice_id", "assignment_id", "number");
ALTER TABLE "open_attempt" ADD FOREIGN KEY ("module_version_id") REFERENCES "module_version" ("id");
ALTER TABLE "draft_answer" ADD FOREIGN KEY ("practice_id", "attempt_id")
  REFERENCES "open_attempt" ("practice_id", "id") ON DELETE CASCADE;
ALTER TABLE "evidence_event" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "evidence_event" ADD FOREIGN KEY ("practice_id", "staff_member_id")
  REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "submission" ADD FOREIGN KEY ("practice_id", "assignment_id", "cycle")
  REFERENCES "cycle" ("practice_id", "assignment_id", "number");
ALTER TABLE "submission" ADD FOREIGN KEY ("module_version_id") REFERENCES "module_version" ("id");
ALTER TABLE "answer" ADD FOREIGN KEY ("practice_id", "submission_id") REFERENCES "submission" ("practice_id", "id");
ALTER TABLE "score" ADD FOREIGN KEY ("practice_id", "submission_id") REFERENCES "submission" ("practice_id", "id");
ALTER TABLE "module_completion" ADD FOREIGN KEY ("practice_id", "assignment_id", "cycle")
  REFERENCES "cycle" ("practice_id", "assignment_id", "number");
ALTER TABLE "module_completion" ADD FOREIGN KEY ("module_version_id") REFERENCES "module_version" ("id");
ALTER TABLE "case_play" ADD FOREIGN KEY ("practice_id", "assignment_id", "cycle")
  REFERENCES "cycle" ("practice_id", "assignment_id", "number");
ALTER TABLE "case_play" ADD FOREIGN KEY ("practice_id", "staff_member_id")
  REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "case_play" ADD FOREIGN KEY ("case_version_id") REFERENCES "case_version" ("id");
ALTER TABLE "case_choice" ADD FOREIGN KEY ("practice_id", "play_id") REFERENCES "case_play" ("practice_id", "id");
ALTER TABLE "case_choice" ADD FOREIGN KEY ("case_version_id") REFERENCES "case_version" ("id");
ALTER TABLE "case_completion" ADD FOREIGN KEY ("practice_id", "assignment_id", "cycle")
  REFERENCES "cycle" ("practice_id", "assignment_id", "number");
ALTER TABLE "case_completion" ADD FOREIGN KEY ("case_version_id") REFERENCES "case_version" ("id");
ALTER TABLE "form_sitting" ADD FOREIGN KEY ("practice_id", "assignment_id", "cycle")
  REFERENCES "cycle" ("practice_id", "assignment_id", "number");
ALTER TABLE "form_sitting" ADD FOREIGN KEY ("practice_id", "staff_member_id")
  REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "form_answer" ADD FOREIGN KEY ("practice_id", "form_id") REFERENCES "form_sitting" ("practice_id", "id");
ALTER TABLE "form_answer" ADD FOREIGN KEY ("module_version_id", "item_id")
  REFERENCES "item_version" ("module_version_id", "item_id");
ALTER TABLE "lesson_skip" ADD FOREIGN KEY ("practice_id", "form_id") REFERENCES "form_sitting" ("practice_id", "id");
ALTER TABLE "lesson_skip" ADD FOREIGN KEY ("module_version_id", "lesson_id")
  REFERENCES "lesson" ("module_version_id", "lesson_id");
ALTER TABLE "certificate" ADD FOREIGN KEY ("practice_id", "assignment_id", "cycle")
  REFERENCES "cycle" ("practice_id", "assignment_id", "number");
ALTER TABLE "certificate" ADD FOREIGN KEY ("practice_id", "staff_member_id")
  REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "certificate_revocation" ADD FOREIGN KEY ("practice_id", "certificate_id")
  REFERENCES "certificate" ("practice_id", "id");
ALTER TABLE "external_certificate" ADD FOREIGN KEY ("practice_id", "staff_member_id")
  REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "external_decision" ADD FOREIGN KEY ("practice_id", "certificate_id")
  REFERENCES "external_certificate" ("practice_id", "id");
ALTER TABLE "audit_entry" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "mail_message" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "reminder" ADD FOREIGN KEY ("practice_id", "staff_member_id")
  REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "reminder" ADD FOREIGN KEY ("practice_id", "requirement_id")
  REFERENCES "requirement" ("practice_id", "id");
ALTER TABLE "reminder" ADD FOREIGN KEY ("practice_id", "mail_message_id")
  REFERENCES "mail_message" ("practice_id", "id");
ALTER TABLE "local_contact" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "reminder_run" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "reminder_settings" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "reminder_text" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "time_accommodation" ADD FOREIGN KEY ("practice_id", "staff_member_id")
  REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "reminder_pause" ADD FOREIGN KEY ("practice_id", "staff_member_id")
  REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "digest" ADD FOREIGN KEY ("practice_id", "staff_member_id")
  REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "digest" ADD FOREIGN KEY ("practice_id", "mail_message_id")
  REFERENCES "mail_message" ("practice_id", "id");
ALTER TABLE "calendar_feed" ADD FOREIGN KEY ("person_id") REFERENCES "person" ("id");
ALTER TABLE "roster_import" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "roster_import_file" ADD FOREIGN KEY ("practice_id", "import_id")
  REFERENCES "roster_import" ("practice_id", "id") ON DELETE CASCADE;
ALTER TABLE "roster_import_row" ADD FOREIGN KEY ("practice_id", "import_id")
  REFERENCES "roster_import" ("practice_id", "id") ON DELETE CASCADE;
ALTER TABLE "import_word" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");

-- Row-level security: the second wall. The settings live for one transaction only (set_config(…, true)).
CREATE FUNCTION beacon_practices() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT string_to_array(nullif(current_setting('beacon.practice_ids', true), ''), ',')::uuid[] $$;
CREATE FUNCTION beacon_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('beacon.person_id', true), '')::uuid $$;

DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY[
    'staff_member', 'requirement', 'requirement_policy', 'assignment', 'cycle', 'lesson_reading', 'open_attempt',
    'draft_answer', 'evidence_event', 'submission', 'answer', 'score', 'module_completion', 'case_completion', 'certificate',
    'certificate_revocation', 'audit_entry', 'mail_message', 'reminder', 'reminder_run',
    'reminder_settings', 'reminder_text', 'reminder_pause', 'digest', 'local_contact', 'time_accommodation',
    'external_certificate', 'external_decision',
    'roster_import', 'roster_import_file', 'roster_import_row', 'import_word'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    -- The sub-select makes PostgreSQL read the setting once a query and not once a row.
    EXECUTE format('CREATE POLICY own_practice ON %I FOR ALL TO beacon_app
      USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]))
      WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]))', owned);
  END LOOP;
END $$;

-- What somebody chose in a case, answered before or after a training, or skipped for what that showed, is read in their own
-- session and in no other: not by a manager, not by a job.
DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['case_play', 'case_choice', 'form_sitting', 'form_answer', 'lesson_skip'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_play ON %I FOR ALL TO beacon_app
      USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]) AND person_id = (SELECT beacon_person()))
      WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]) AND person_id = (SELECT beacon_person()))', owned);
  END LOOP;
END $$;

ALTER TABLE "practice" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "practice" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_practice ON "practice" FOR ALL TO beacon_app
  USING (id = ANY ((SELECT beacon_practices())::uuid[]))
  WITH CHECK (id = ANY ((SELECT beacon_practices())::uuid[]));
-- Door 1: before a practice is known, a person finds the own posts and their practices.
CREATE POLICY own_post ON "staff_member" FOR SELECT TO beacon_app USING (person_id = (SELECT beacon_person()));
CREATE POLICY own_post ON "practice" FOR SELECT TO beacon_app
  USING (id IN (SELECT practice_id FROM "staff_member" WHERE person_id = (SELECT beacon_person())));

-- What a person earned stays theirs to see, also at a practice that they left.
CREATE POLICY own_certificate ON "certificate" FOR SELECT TO beacon_app USING (person_id = (SELECT beacon_person()));
CREATE POLICY own_certificate ON "certificate_revocation" FOR SELECT TO beacon_app
  USING (certificate_id IN (SELECT id FROM "certificate" WHERE person_id = (SELECT beacon_person())));

-- Door 1 and the two settings in one round trip: whose session this is, and the living posts of that person.
-- Before the first day, in the practice's zone, a post lets its holder train and do nothing more (see `Membership`).
-- It runs with the caller's rights. It answers null where there is no living session.
CREATE FUNCTION enter_session(wanted text, at timestamptz) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  entered record;
  posts jsonb;
BEGIN
  SELECT s.person_id, s.second_factor_at IS NOT NULL AS proved, p.email_address, f.confirmed_at IS NOT NULL AS protected
    INTO entered
    FROM session s
    JOIN person p ON p.id = s.person_id
    LEFT JOIN second_factor f ON f.person_id = s.person_id
    WHERE s.id_hash = wanted AND s.expires_at > at;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM set_config('beacon.person_id', entered.person_id::text, true);
  SELECT coalesce(jsonb_agg(jsonb_build_object(
      'practiceId', m.practice_id, 'practiceName', pr.name, 'timeZone', pr.time_zone, 'isDemo', pr.is_demo,
      'staffMemberId', m.id, 'name', m.name, 'role', m.role, 'capabilities', CASE
        WHEN m.started_on <= (at AT TIME ZONE pr.time_zone)::date THEN to_jsonb(m.capabilities)
        ELSE to_jsonb(ARRAY(SELECT held FROM unnest(m.capabilities) held WHERE held = 'train')) END
    ) ORDER BY pr.name, pr.id), '[]'::jsonb)
    INTO posts
    FROM staff_member m
    JOIN practice pr ON pr.id = m.practice_id
    WHERE m.person_id = entered.person_id AND m.hidden_at IS NULL
      AND (m.ended_on IS NULL OR m.ended_on >= (at AT TIME ZONE pr.time_zone)::date);
  PERFORM set_config('beacon.practice_ids',
    coalesce((SELECT string_agg(post ->> 'practiceId', ',') FROM jsonb_array_elements(posts) post), ''), true);
  RETURN jsonb_build_object('personId', entered.person_id, 'emailAddress', entered.email_address,
    'secondFactor', CASE WHEN entered.proved THEN 'proved' WHEN entered.protected THEN 'due' ELSE 'none' END,
    'memberships', posts);
END $$;

-- The language that somebody takes a module version in: the one asked for where it is translated, and otherwise its own.
CREATE FUNCTION language_taken(wanted text, asked text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT t.language FROM module_translation t WHERE t.module_version_id = v.id AND t.language = asked),
    v.language) FROM module_version v WHERE v.id = wanted
$$;

-- Closes a turn whose every part is done and begins the next one; no row where a part is missing. Whoever calls it has
-- locked the assignment, and completed a part in the same statement at the latest: it sees that.
CREATE FUNCTION close_track(practice uuid, assigned uuid, turn int, at timestamptz)
RETURNS TABLE (track_id text, track_version_id text, version int, title text, modules json, cases json)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE closed track_version;
BEGIN
  SELECT t.* INTO closed FROM cycle c JOIN track_version t ON t.id = c.track_version_id
  WHERE c.practice_id = practice AND c.assignment_id = assigned AND c.number = turn
    AND t.module_ids <@ ARRAY(SELECT m.module_id FROM module_completion m
      WHERE m.practice_id = practice AND m.assignment_id = assigned AND m.cycle = turn)
    AND coalesce(t.case_ids, '{}') <@ ARRAY(SELECT d.case_id FROM case_completion d
      WHERE d.practice_id = practice AND d.assignment_id = assigned AND d.cycle = turn);
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO cycle (practice_id, assignment_id, number, track_version_id, began_at)
  SELECT practice, assigned, turn + 1,
    (SELECT t.id FROM track_version t WHERE t.track_id = closed.track_id ORDER BY t.version DESC LIMIT 1), at
  ON CONFLICT ON CONSTRAINT cycle_pkey DO NOTHING;
  RETURN QUERY SELECT closed.track_id, closed.id, closed.version, closed.title, (
    SELECT json_agg(json_build_object('moduleVersionId', v.id, 'title', v.title, 'version', v.version,
      'minutes', v.minutes, 'objectives', jsonb_array_length(v.objectives), 'contentHash', v.content_hash)
      ORDER BY array_position(closed.module_ids, v.module_id))
    FROM module_completion m JOIN module_version v ON v.id = m.module_version_id
    WHERE m.practice_id = practice AND m.assignment_id = assigned AND m.cycle = turn
      AND m.module_id = ANY (closed.module_ids)
  ), (
    SELECT coalesce(json_agg(json_build_object('caseVersionId', v.id, 'title', v.title, 'version', v.version,
      'minutes', v.minutes, 'contentHash', v.content_hash) ORDER BY array_position(closed.case_ids, v.case_id)), '[]')
    FROM case_completion d JOIN case_version v ON v.id = d.case_version_id
    WHERE d.practice_id = practice AND d.assignment_id = assigned AND d.cycle = turn
      AND d.case_id = ANY (closed.case_ids)
  );
END $$;

-- The texts with these ids, in the order of the ids: what a sitting shows of an item, as it was drawn.
CREATE FUNCTION in_order_shown(texts jsonb, ids jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_agg(each.text ORDER BY wanted.place), '[]')
  FROM jsonb_array_elements_text(ids) WITH ORDINALITY AS wanted(id, place)
  JOIN jsonb_array_elements(texts) AS each(text) ON each.text ->> 'id' = wanted.id
$$;

-- How many attempts at a module's quiz were allowed beyond the limit since a moment, which is that of the cycle's beginning.
-- Every screen and every rule that counts attempts asks this.
CREATE FUNCTION count_granted_attempts(practice uuid, member uuid, module text, since timestamptz) RETURNS int
LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum((e.details ->> 'attempts')::int), 0)::int FROM evidence_event e
  WHERE e.practice_id = practice AND e.staff_member_id = member AND e.kind = 'attempts-granted'
    AND e.details ->> 'moduleId' = module AND e.recorded_at >= since
$$;

-- The last cycle of an assignment; `anew`, the one that would follow it with the track's newest version. `told` is what says
-- whether the rules have begun another turn since (`StoredTurn` of lib/domain/training/turn.ts). `mayHaveTurned` is false
-- where nothing that could do so is dated or recorded after the cycle's first work: then nobody needs to ask the rules.
CREATE FUNCTION last_cycle(practice uuid, wanted uuid, anew boolean)
RETURNS TABLE (number int, track_version_id text, began_at timestamptz, told json) LANGUAGE sql STABLE AS $$
  SELECT c.number + anew::int, CASE WHEN anew THEN n.id ELSE c.track_version_id END,
    CASE WHEN anew THEN 'infinity' ELSE c.began_at END,
    json_build_object('lastCycle', c.number, 'startedOn', m.started_on, 'hasNewestTrack', n.id = c.track_version_id,
      'isOvertaken', EXISTS (SELECT FROM track_version o JOIN track_version g ON g.id = c.track_version_id
        WHERE o.track_id = g.track_id AND o.version > g.version AND o.due_on IS NOT NULL AND o.update_lesson_id IS NULL),
      'firstReadAt', to_char(w.read_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'firstSatAt', to_char(w.sat_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'mayHaveTurned', EXISTS (SELECT FROM evidence_event e
          WHERE e.practice_id = a.practice_id AND e.staff_member_id = a.staff_member_id
          AND e.kind NOT IN ('assigned', 'part-started', 'part-completed')
          AND (e.effective_on >= f.first_on OR e.recorded_at > f.first_at))
        OR EXISTS (SELECT FROM evidence_event e WHERE e.practice_id = a.practice_id AND e.staff_member_id IS NULL
          AND (e.effective_on >= f.first_on OR e.recorded_at > f.first_at))
        OR EXISTS (SELECT FROM requirement_policy q WHERE q.practice_id = a.practice_id
          AND (q.effective_on > f.first_on OR q.recorded_at > f.first_at))
        OR EXISTS (SELECT FROM track_version x WHERE x.practice_id = a.practice_id AND x.version > 1
          AND x.published_at > f.first_at))
  FROM assignment a
  JOIN practice p ON p.id = a.practice_id
  JOIN staff_member m ON m.practice_id = a.practice_id AND m.id = a.staff_member_id
  JOIN LATERAL (SELECT * FROM cycle c WHERE c.practice_id = a.practice_id AND c.assignment_id = a.id
    ORDER BY c.number DESC LIMIT 1) c ON true
  JOIN LATERAL (SELECT v.id FROM track_version v WHERE v.track_id = a.track_id ORDER BY v.version DESC LIMIT 1) n ON true
  CROSS JOIN LATERAL (SELECT
    (SELECT min(r.started_at) FROM lesson_reading r
      WHERE r.practice_id = a.practice_id AND r.assignment_id = a.id AND r.cycle = c.number) AS read_at,
    least((SELECT min(o.started_at) FROM open_attempt o
        WHERE o.practice_id = a.practice_id AND o.assignment_id = a.id AND o.cycle = c.number),
      (SELECT min(s.submitted_at) FROM submission s
        WHERE s.practice_id = a.practice_id AND s.assignment_id = a.id AND s.cycle = c.number),
      (SELECT min(d.completed_at) FROM case_completion d
        WHERE d.practice_id = a.practice_id AND d.assignment_id = a.id AND d.cycle = c.number)) AS sat_at) seen
  -- What only its own person reads tells of a turn where nothing that others read does: a case that was begun, and what was
  -- answered, skipped or left out before the first lesson, which counts as read. So nobody sees the turn otherwise than them.
  CROSS JOIN LATERAL (SELECT coalesce(seen.sat_at, (SELECT min(y.started_at) FROM case_play y
      WHERE y.practice_id = a.practice_id AND y.assignment_id = a.id AND y.cycle = c.number)) AS sat_at) sat
  CROSS JOIN LATERAL (SELECT sat.sat_at, coalesce(seen.read_at, CASE WHEN sat.sat_at IS NULL THEN (
      SELECT min(f.started_at) FROM form_sitting f WHERE f.practice_id = a.practice_id AND f.assignment_id = a.id
        AND f.cycle = c.number AND f.moment = 'before') END) AS read_at) w
  CROSS JOIN LATERAL (SELECT least(w.read_at, w.sat_at) AS first_at,
    (least(w.read_at, w.sat_at) AT TIME ZONE p.time_zone)::date AS first_on) f
  WHERE a.practice_id = practice AND a.id = wanted
$$;

-- How many lessons of a module version are done with in a turn: finished, or, where that counts, skipped for what was shown
-- before it.
CREATE FUNCTION count_lessons_done(practice uuid, assigned uuid, turn int, version text, skips boolean)
RETURNS int LANGUAGE sql STABLE AS $$
  SELECT count(*)::int FROM (
    SELECT r.lesson_id FROM lesson_reading r WHERE r.practice_id = practice AND r.assignment_id = assigned
      AND r.cycle = turn AND r.module_version_id = version AND r.finished_at IS NOT NULL
    UNION SELECT k.lesson_id FROM lesson_skip k WHERE skips AND k.practice_id = practice AND k.assignment_id = assigned
      AND k.cycle = turn AND k.module_version_id = version) done
$$;

-- The items that were asked before the first lesson of a turn.
CREATE FUNCTION list_asked_before(practice uuid, assigned uuid, turn int) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(SELECT f.item ->> 'itemId' FROM form_sitting s CROSS JOIN jsonb_array_elements(s.items) AS f(item)
    WHERE s.practice_id = practice AND s.assignment_id = assigned AND s.cycle = turn AND s.moment = 'before')
$$;

-- Whether a part of a turn was begun: a lesson, a quiz or a case.
CREATE FUNCTION has_begun(practice uuid, assigned uuid, turn int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM lesson_reading r
      WHERE r.practice_id = practice AND r.assignment_id = assigned AND r.cycle = turn)
    OR EXISTS (SELECT FROM open_attempt o
      WHERE o.practice_id = practice AND o.assignment_id = assigned AND o.cycle = turn)
    OR EXISTS (SELECT FROM submission s
      WHERE s.practice_id = practice AND s.assignment_id = assigned AND s.cycle = turn)
    OR EXISTS (SELECT FROM case_completion d
      WHERE d.practice_id = practice AND d.assignment_id = assigned AND d.cycle = turn)
    OR EXISTS (SELECT FROM case_play y
      WHERE y.practice_id = practice AND y.assignment_id = assigned AND y.cycle = turn)
$$;

-- Whether the time of a form is over: a part of the turn that follows it was begun, or a later turn.
CREATE FUNCTION is_form_over(f form_sitting) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM cycle n WHERE n.practice_id = f.practice_id AND n.assignment_id = f.assignment_id
    AND (n.number > f.cycle + (f.moment = 'after')::int OR n.number >= f.cycle + (f.moment = 'after')::int
      AND has_begun(n.practice_id, n.assignment_id, n.number)))
$$;

-- Whether a form may ask an item: one that is ready, and not one of a set that hangs on a text told before it.
CREATE FUNCTION may_stand_alone(i item_version) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT i.state = 'ready' AND i.vignette_id IS NULL
$$;

-- How many items a form would ask in these versions.
CREATE FUNCTION count_form_items(asked jsonb, versions text[]) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT count(*)::int FROM jsonb_array_elements_text(asked) AS wanted(id)
  WHERE EXISTS (SELECT FROM item_version i WHERE i.module_version_id = ANY (versions) AND i.item_id = wanted.id
    AND may_stand_alone(i))
$$;

-- What is stored of a track's forms: of the one before this turn's first lesson, and of the one after the last turn that was
-- completed (`FormsRecord` of lib/domain/training/track-forms.ts). Before a turn the newest versions are asked, after it those
-- that were completed.
CREATE FUNCTION told_forms(practice uuid, assigned uuid, turn int, track text) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_object(
    'before', coalesce((SELECT count_form_items(t.forms -> 'before', ARRAY(SELECT DISTINCT ON (v.module_id) v.id
      FROM module_version v WHERE v.module_id = ANY (t.module_ids) ORDER BY v.module_id, v.version DESC))
      FROM track_version t WHERE t.id = track), 0),
    'after', coalesce((SELECT count_form_items(t.forms -> 'after', ARRAY(SELECT m.module_version_id
      FROM module_completion m WHERE m.practice_id = practice AND m.assignment_id = assigned AND m.cycle = done.number))
      FROM cycle c JOIN track_version t ON t.id = c.track_version_id
      WHERE c.practice_id = practice AND c.assignment_id = assigned AND c.number = done.number), 0),
    'completedCycle', done.number,
    'sittings', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'moment', f.moment, 'isSkipped', f.is_skipped,
        'asked', jsonb_array_length(f.items), 'answered', (SELECT count(*) FROM form_answer a
          WHERE a.practice_id = f.practice_id AND a.form_id = f.id)) ORDER BY f.moment), '[]')
      FROM form_sitting f WHERE f.practice_id = practice AND f.assignment_id = assigned
        AND ((f.moment = 'before' AND f.cycle = turn) OR (f.moment = 'after' AND f.cycle = done.number))),
    'skippedLessons', (SELECT coalesce(json_agg(json_build_object('moduleVersionId', k.module_version_id,
        'lessonId', k.lesson_id)), '[]')
      FROM lesson_skip k WHERE k.practice_id = practice AND k.assignment_id = assigned AND k.cycle = turn))
  FROM (SELECT max(e.cycle) AS number FROM certificate e
    WHERE e.practice_id = practice AND e.assignment_id = assigned AND e.cycle < turn) done
$$;

-- Who asked for more attempts at a quiz in a turn that still runs, and was allowed none since: of the practice, or of one
-- staff member. The earliest first.
CREATE FUNCTION list_attempts_asked(practice uuid, asked_language text, member uuid)
RETURNS TABLE ("staffMemberId" uuid, name text, "moduleId" text, module text, "askedOn" text) LANGUAGE sql STABLE AS $$
  SELECT e.staff_member_id, m.name, e.details ->> 'moduleId',
    (SELECT coalesce(w.title, v.title) FROM module_version v
      LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = asked_language
      WHERE v.module_id = e.details ->> 'moduleId' ORDER BY v.version DESC LIMIT 1),
    (e.recorded_at AT TIME ZONE p.time_zone)::date::text
  FROM evidence_event e JOIN practice p ON p.id = e.practice_id
  JOIN staff_member m ON m.practice_id = e.practice_id AND m.id = e.staff_member_id
  WHERE e.practice_id = practice AND e.kind = 'attempts-asked' AND (member IS NULL OR e.staff_member_id = member)
    AND m.hidden_at IS NULL AND (m.ended_on IS NULL OR m.ended_on >= (now() AT TIME ZONE p.time_zone)::date)
    AND NOT EXISTS (SELECT FROM evidence_event g WHERE g.practice_id = e.practice_id
      AND g.staff_member_id = e.staff_member_id AND g.kind = 'attempts-granted'
      AND g.details ->> 'moduleId' = e.details ->> 'moduleId' AND g.recorded_at >= e.recorded_at)
    AND NOT EXISTS (SELECT FROM cycle c WHERE c.practice_id = e.practice_id
      AND c.assignment_id = (e.details ->> 'assignmentId')::uuid AND c.number > (e.details ->> 'cycle')::int)
  ORDER BY e.recorded_at, e.id LIMIT 50
$$;

-- Which of these people have, or had, a post anywhere else. With the caller's rights: it looks through door 1 at one
-- person at a time, and leaves the door as it was.
CREATE FUNCTION list_people_known_elsewhere(people uuid[], practice uuid) RETURNS SETOF uuid LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  before text := current_setting('beacon.person_id', true);
  one uuid;
BEGIN
  FOREACH one IN ARRAY people LOOP
    PERFORM set_config('beacon.person_id', one::text, true);
    IF EXISTS (SELECT FROM staff_member WHERE person_id = one AND practice_id <> practice AND hidden_at IS NULL) THEN RETURN NEXT one; END IF;
  END LOOP;
  PERFORM set_config('beacon.person_id', coalesce(before, ''), true);
END $$;

-- What waits for a practice's managers: messages that were given up since then and that no later one to the same address
-- made up for, and certificates from elsewhere that nobody has decided, of everybody or of one staff member.
CREATE FUNCTION count_undelivered(practice uuid, since timestamptz) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT count(*)::int FROM mail_message o
  WHERE o.practice_id = practice AND o.sent_at IS NULL AND o.withdrawn_at IS NULL AND o.problem IS NOT NULL
    AND o.next_attempt_at IS NULL AND o.created_at > since AND o.kind <> 'refresher'
    AND NOT EXISTS (SELECT FROM mail_message l WHERE l.practice_id = o.practice_id AND l.to_address = o.to_address
      AND l.sent_at IS NOT NULL AND l.created_at > o.created_at AND l.kind <> 'refresher')
$$;
CREATE FUNCTION count_waiting_externals(practice uuid, member uuid) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT count(*)::int FROM external_certificate c
  WHERE c.practice_id = practice AND (member IS NULL OR c.staff_member_id = member)
    AND NOT EXISTS (SELECT FROM external_decision d WHERE d.practice_id = c.practice_id AND d.certificate_id = c.id)
$$;

-- What a practice's mail to a person is written in. What somebody chose at another practice would tell the managers of this
-- one that there is an account: it counts here once they have written something here themselves, or are nowhere else.
CREATE FUNCTION mail_language(practice uuid, reader uuid) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  before text := current_setting('beacon.person_id', true);
  chosen text := (SELECT language FROM person WHERE id = reader);
  is_elsewhere boolean;
BEGIN
  IF chosen IS NULL THEN RETURN 'en'; END IF;
  PERFORM set_config('beacon.person_id', reader::text, true);
  is_elsewhere := EXISTS (SELECT FROM staff_member WHERE person_id = reader AND practice_id <> practice);
  PERFORM set_config('beacon.person_id', coalesce(before, ''), true);
  IF is_elsewhere AND NOT EXISTS (
    SELECT FROM staff_member m JOIN evidence_event e ON e.practice_id = m.practice_id AND e.staff_member_id = m.id
    WHERE m.practice_id = practice AND m.person_id = reader AND e.actor_person_id = reader
  ) THEN RETURN 'en'; END IF;
  RETURN chosen;
END $$;

-- Takes a sitting away, if it is one of these posts', with the answers that were saved. Whoever saves answers holds this
-- lock shared (`findAttemptItems`): they are waited for, and in a function, since its second statement must see them. Without
-- the lock the two would meet at the sitting and its answers in opposite orders, and one of them would fail.
-- Unless `surely`, it is left where it may belong to a turn that is over: then the rules are asked first.
CREATE FUNCTION take_attempt(wanted uuid, practices uuid[], members uuid[], surely boolean DEFAULT true)
RETURNS TABLE (attempt open_attempt, drafts json) LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('attempt ' || wanted, 0));
  RETURN QUERY
    WITH gone AS (
      DELETE FROM open_attempt o
      WHERE o.practice_id = ANY (practices) AND o.id = wanted AND o.staff_member_id = ANY (members)
        AND (surely OR EXISTS (SELECT FROM last_cycle(o.practice_id, o.assignment_id, false) c
          WHERE c.number = o.cycle AND NOT (c.told ->> 'mayHaveTurned')::boolean))
      RETURNING o AS taken
    )
    SELECT g.taken, (SELECT coalesce(json_object_agg(d.item_id, json_build_object('optionIds', d.option_ids,
        'revision', d.revision)), '{}') FROM draft_answer d
      WHERE d.practice_id = (g.taken).practice_id AND d.attempt_id = (g.taken).id)
    FROM gone g;
END $$;

-- The end of the practice's hash chain, under an advisory lock that the transaction holds until its entries are in. In a
-- function, since its second statement must see what a rival committed while the first one waited.
CREATE FUNCTION lock_audit_chain(practice uuid) RETURNS TABLE (sequence int, hash text) LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit ' || practice, 0));
  RETURN QUERY SELECT a.sequence, a.hash FROM audit_entry a
    WHERE a.practice_id = practice ORDER BY a.sequence DESC LIMIT 1;
END $$;

-- Door 3: verification and the jobs' list of practices, through functions of a role that can only look these up.
CREATE POLICY lookup ON "certificate" FOR SELECT TO beacon_lookup USING (true);
CREATE POLICY lookup ON "certificate_revocation" FOR SELECT TO beacon_lookup USING (true);
CREATE POLICY lookup ON "practice" FOR SELECT TO beacon_lookup USING (true);
GRANT SELECT ON "certificate", "certificate_revocation", "practice" TO beacon_lookup;

-- The signature holds the document itself; the zone says when its last day is over.
CREATE FUNCTION find_certificate_for_verification(wanted text)
RETURNS TABLE (signature text, revoked_at timestamptz, time_zone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.signature, r.revoked_at, p.time_zone
  FROM certificate c
  JOIN practice p ON p.id = c.practice_id
  LEFT JOIN certificate_revocation r ON r.practice_id = c.practice_id AND r.certificate_id = c.id
  WHERE c.number = wanted
$$;
CREATE FUNCTION list_practice_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT id FROM practice ORDER BY id $$;
-- Since when the mail that has waited longest should have left, over all practices: for the health answer.
CREATE POLICY lookup ON "mail_message" FOR SELECT TO beacon_lookup USING (true);
GRANT SELECT ("practice_id", "sent_at", "next_attempt_at") ON "mail_message" TO beacon_lookup;
CREATE FUNCTION find_oldest_due_mail() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT min(next_attempt_at) FROM mail_message WHERE sent_at IS NULL
$$;
-- Where the worker has mail to send.
CREATE FUNCTION list_practices_with_due_mail(at timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT practice_id FROM mail_message WHERE sent_at IS NULL AND next_attempt_at <= at
$$;
-- Where the worker has rosters to read, check, write or take back.
CREATE POLICY lookup ON "roster_import" FOR SELECT TO beacon_lookup USING (true);
GRANT SELECT ("practice_id", "id", "stage", "changed_at") ON "roster_import" TO beacon_lookup;
CREATE FUNCTION list_imports_at_work() RETURNS TABLE (practice_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.practice_id, i.id FROM roster_import i WHERE i.stage IN ('read-file', 'check', 'apply', 'undo')
  ORDER BY i.changed_at LIMIT 100
$$;
-- PostgreSQL asks this of a function's new owner, for this moment only.
GRANT CREATE ON SCHEMA public TO beacon_lookup;
ALTER FUNCTION find_certificate_for_verification(text) OWNER TO beacon_lookup;
ALTER FUNCTION list_practice_ids() OWNER TO beacon_lookup;
ALTER FUNCTION find_oldest_due_mail() OWNER TO beacon_lookup;
ALTER FUNCTION list_practices_with_due_mail(timestamptz) OWNER TO beacon_lookup;
ALTER FUNCTION list_imports_at_work() OWNER TO beacon_lookup;
REVOKE CREATE ON SCHEMA public FROM beacon_lookup;
REVOKE ALL ON FUNCTION find_certificate_for_verification(text), list_practice_ids(), find_oldest_due_mail(),
  list_practices_with_due_mail(timestamptz), list_imports_at_work() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_certificate_for_verification(text), list_practice_ids(), find_oldest_due_mail(),
  list_practices_with_due_mail(timestamptz), list_imports_at_work() TO beacon_app;

-- The projection -------------------------------------------------------------------------------------------------------
-- Everything about it stands together here: it is derived from the facts, disposable, and made anew at will.
CREATE TABLE "status_span" (
    "practice_id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "requirement_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "through_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "urgency" SMALLINT NOT NULL,
    "has_left" BOOLEAN NOT NULL,
    "has_begun" BOOLEAN NOT NULL,
    "rule" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "due_on" DATE,
    "opens_on" DATE,
    "valid_through" DATE,
    "obligation_began_on" DATE,
    "completed_on" DATE,
    "kept_from_on" DATE,
    "baseline_due_on" DATE,
    "extended_to" DATE,
    "return_due_on" DATE,
    "excused_through" DATE,
    "update_due_on" DATE,
    "grace_through" DATE,
    "name_key" TEXT NOT NULL,

    CONSTRAINT "status_span_pkey" PRIMARY KEY ("practice_id","staff_member_id","requirement_id","from_on")
);

CREATE TABLE "status_tally" (
    "practice_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "requirement_id" UUID NOT NULL,
    "tally" TEXT NOT NULL,
    "delta" INTEGER NOT NULL,
    "folded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "status_tally_pkey" PRIMARY KEY ("practice_id","on_day","id")
);

CREATE TABLE "projection_state" (
    "practice_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(6),

    CONSTRAINT "projection_state_pkey" PRIMARY KEY ("practice_id")
);

CREATE TABLE "projection_due" (
    "practice_id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,

    CONSTRAINT "projection_due_pkey" PRIMARY KEY ("practice_id","staff_member_id")
);

-- The projection refers to nothing: it is derived, and a check proves it (`npm run doctor`).
-- Names in small letters without accents, the same on every server.
CREATE FUNCTION beacon_name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT lower(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g') COLLATE "pg_c_utf8") $$;
ALTER TABLE "status_span" ALTER COLUMN "name_key" TYPE text COLLATE "pg_c_utf8";
ALTER TABLE "status_span" ADD CONSTRAINT "status_span_days" CHECK ("from_on" <= "through_on");
-- What a manager looks at first, first; both ends at the end, so that a span is passed over without being fetched.
CREATE INDEX "status_span_urgency_idx" ON "status_span" ("practice_id", "has_left", "urgency", "due_on", "name_key",
  "staff_member_id", "requirement_id", "from_on", "through_on");
-- The choices of a filter, and people by name.
CREATE INDEX "staff_member_location_idx" ON "staff_member" ("practice_id", "location");
ALTER TABLE "staff_member" ADD COLUMN "name_key" text COLLATE "pg_c_utf8"
  GENERATED ALWAYS AS (beacon_name_key("name")) STORED;
CREATE INDEX "staff_member_name_key_idx" ON "staff_member" ("practice_id", "name_key", "id");
CREATE UNIQUE INDEX "status_tally_folded_key" ON "status_tally" ("practice_id", "requirement_id", "on_day", "tally")
  WHERE "folded";
CREATE INDEX "status_tally_loose_idx" ON "status_tally" ("practice_id") WHERE NOT "folded";
CREATE INDEX "projection_state_due_idx" ON "projection_state" ("due_at") WHERE "due_at" IS NOT NULL;

DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['status_span', 'status_tally', 'projection_state', 'projection_due'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_practice ON %I FOR ALL TO beacon_app
      USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]))
      WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]))', owned);
  END LOOP;
END $$;

-- What a statement changes in the spans, it changes in the counts. Rows are only added here: whoever writes waits for nobody,
-- and no two can lock each other out. `fold_tallies` makes few out of many.
CREATE FUNCTION note_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO status_tally (practice_id, requirement_id, on_day, tally, delta)
  SELECT s.practice_id, s.requirement_id, edge.on_day, part.tally,
    sum(CASE TG_OP WHEN 'INSERT' THEN edge.delta ELSE -edge.delta END)
  FROM changed s
  CROSS JOIN LATERAL (VALUES
    (CASE WHEN s.has_left THEN 'left' ELSE s.status END, s.from_on),
    (CASE WHEN s.status IN ('not-started', 'in-progress') THEN 'soon ' || s.status END, greatest(s.from_on, s.due_on - 30)),
    (CASE WHEN s.status IN ('not-started', 'in-grace', 'overdue') AND NOT s.has_begun THEN 'never ' || s.status END, s.from_on),
    (CASE WHEN s.status IN ('overdue', 'in-grace', 'renewal-open', 'compliant') AND s.update_due_on IS NOT NULL
      THEN 'update ' || s.status END, s.from_on),
    (CASE WHEN s.status IN ('compliant', 'renewal-open') THEN to_char(s.valid_through, '"ends "YYYY-Q ') || s.status END,
      s.from_on)
  ) AS part (tally, since)
  CROSS JOIN LATERAL (VALUES
    (part.since, 1), (CASE WHEN isfinite(s.through_on) THEN s.through_on + 1 END, -1)
  ) AS edge (on_day, delta)
  WHERE part.tally IS NOT NULL AND part.since <= s.through_on AND edge.on_day IS NOT NULL
  GROUP BY s.practice_id, s.requirement_id, edge.on_day, part.tally
  HAVING sum(edge.delta) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER note_tallies_of_added AFTER INSERT ON "status_span"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_tallies();
CREATE TRIGGER note_tallies_of_gone AFTER DELETE ON "status_span"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_tallies();

-- Adds up the rows of one practice that are not folded yet, and with them those of days before `before`. One at a time;
-- whoever comes second leaves it to the first. Returns how many rows it took.
CREATE FUNCTION fold_tallies(practice uuid, before date) RETURNS int LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  taken int;
  nought_days date[];
  nought_ids bigint[];
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('tallies ' || practice, 0)) THEN RETURN 0; END IF;
  WITH gone AS (
    DELETE FROM status_tally t WHERE t.practice_id = practice
      AND (NOT t.folded OR (t.on_day < before AND isfinite(t.on_day)))
    RETURNING t.requirement_id, t.tally, t.delta,
      CASE WHEN t.on_day < before THEN '-infinity' ELSE t.on_day END AS day
  ), added AS (
    INSERT INTO status_tally AS t (practice_id, requirement_id, on_day, tally, delta, folded)
    SELECT practice, g.requirement_id, g.day, g.tally, sum(g.delta), true FROM gone g
    GROUP BY g.requirement_id, g.day, g.tally HAVING sum(g.delta) <> 0
    ON CONFLICT (practice_id, requirement_id, on_day, tally) WHERE folded DO UPDATE SET delta = t.delta + excluded.delta
    RETURNING t.on_day, t.id, t.delta
  )
  SELECT (SELECT count(*) FROM gone), array_agg(a.on_day), array_agg(a.id) INTO taken, nought_days, nought_ids
  FROM added a WHERE a.delta = 0;
  DELETE FROM status_tally t USING unnest(nought_days, nought_ids) n (on_day, id)
  WHERE t.practice_id = practice AND t.on_day = n.on_day AND t.id = n.id;
  RETURN taken;
END $$;

-- Whoever writes facts holds the practice shared and its people one by one, and reads only then: of two at once, the second
-- sees what the first wrote. A new policy holds the practice alone (`policy_written`).
CREATE FUNCTION lock_for_projection(practice uuid, members uuid[])
RETURNS TABLE (id uuid, name_key text, time_zone text) LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('projection ' || practice, 0));
  RETURN QUERY SELECT m.id, m.name_key, p.time_zone
    FROM staff_member m JOIN practice p ON p.id = m.practice_id
    WHERE m.practice_id = practice AND m.id = ANY (members) AND m.hidden_at IS NULL
    ORDER BY m.id FOR NO KEY UPDATE OF m;
END $$;

-- Puts what is derived anew in the place of what was derived before, and touches only what differs.
CREATE FUNCTION replace_status_spans(practice uuid, members uuid[], requirements uuid[], derived jsonb)
RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE wanted status_span[] := ARRAY(SELECT w FROM jsonb_populate_recordset(NULL::status_span, derived) w);
BEGIN
  DELETE FROM status_span s
  WHERE s.practice_id = practice AND s.staff_member_id = ANY (members)
    AND (requirements IS NULL OR s.requirement_id = ANY (requirements))
    AND NOT EXISTS (SELECT FROM unnest(wanted) w WHERE w.staff_member_id = s.staff_member_id
      AND w.requirement_id = s.requirement_id AND w.from_on = s.from_on AND w = s);
  INSERT INTO status_span SELECT w.* FROM unnest(wanted) w
  ON CONFLICT (practice_id, staff_member_id, requirement_id, from_on) DO NOTHING;
END $$;

-- Nobody can write a policy and forget those it speaks of: until the projection is made anew, it is due.
CREATE FUNCTION policy_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('projection ' || w.practice_id, 0))
    FROM (SELECT DISTINCT practice_id FROM written ORDER BY practice_id) w;
  INSERT INTO projection_state (practice_id, due_at)
  SELECT w.practice_id, clock_timestamp() FROM (SELECT DISTINCT practice_id FROM written) w
  ON CONFLICT (practice_id) DO UPDATE SET due_at = excluded.due_at;
  RETURN NULL;
END $$;
CREATE TRIGGER policy_written AFTER INSERT ON "requirement_policy"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION policy_written();

-- Nor another version of a track that a practice's requirements may ask for: statuses read it (`superseded`).
CREATE FUNCTION track_version_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('projection ' || w.practice_id, 0))
    FROM (SELECT DISTINCT practice_id FROM written WHERE practice_id IS NOT NULL AND version > 1 ORDER BY practice_id) w;
  INSERT INTO projection_state (practice_id, due_at)
  SELECT w.practice_id, clock_timestamp()
    FROM (SELECT DISTINCT practice_id FROM written WHERE practice_id IS NOT NULL AND version > 1) w
  ON CONFLICT (practice_id) DO UPDATE SET due_at = excluded.due_at;
  RETURN NULL;
END $$;
CREATE TRIGGER track_version_written AFTER INSERT ON "track_version"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION track_version_written();

-- A name is read where it stands; only its place in the order is kept. Who is hidden stands in no list.
CREATE FUNCTION member_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.hidden_at IS NOT NULL THEN
    DELETE FROM status_span s WHERE s.practice_id = NEW.practice_id AND s.staff_member_id = NEW.id;
  ELSIF OLD.hidden_at IS NOT NULL THEN
    INSERT INTO projection_due (practice_id, staff_member_id) VALUES (NEW.practice_id, NEW.id) ON CONFLICT DO NOTHING;
  END IF;
  IF OLD.name <> NEW.name THEN
    UPDATE status_span s SET name_key = beacon_name_key(NEW.name)
      WHERE s.practice_id = NEW.practice_id AND s.staff_member_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER member_changed AFTER UPDATE OF name, hidden_at ON "staff_member" FOR EACH ROW
  WHEN (OLD.name <> NEW.name OR OLD.hidden_at IS DISTINCT FROM NEW.hidden_at) EXECUTE FUNCTION member_changed();

-- Where the worker has something to project or to fold.
CREATE POLICY lookup ON "projection_state" FOR SELECT TO beacon_lookup USING (true);
CREATE POLICY lookup ON "projection_due" FOR SELECT TO beacon_lookup USING (true);
CREATE POLICY lookup ON "status_tally" FOR SELECT TO beacon_lookup USING (true);
GRANT SELECT ON "projection_state", "projection_due", "status_tally" TO beacon_lookup;
CREATE FUNCTION list_practices_to_project(wanted_version int) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id FROM practice p LEFT JOIN projection_state s ON s.practice_id = p.id
  WHERE s.due_at IS NOT NULL OR s.version IS DISTINCT FROM wanted_version
$$;
CREATE FUNCTION list_practices_with_projection_due() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT practice_id FROM projection_due
$$;
CREATE FUNCTION list_practices_to_fold() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT practice_id FROM status_tally WHERE NOT folded
$$;
GRANT CREATE ON SCHEMA public TO beacon_lookup;
ALTER FUNCTION list_practices_to_project(int) OWNER TO beacon_lookup;
ALTER FUNCTION list_practices_to_fold() OWNER TO beacon_lookup;
ALTER FUNCTION list_practices_with_projection_due() OWNER TO beacon_lookup;
REVOKE CREATE ON SCHEMA public FROM beacon_lookup;
REVOKE ALL ON FUNCTION list_practices_to_project(int), list_practices_to_fold(), list_practices_with_projection_due() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_practices_to_project(int), list_practices_to_fold(), list_practices_with_projection_due() TO beacon_app;
-- The only tables about people of which the application may take rows away.
GRANT SELECT, INSERT, DELETE, UPDATE ("name_key") ON "status_span" TO beacon_app;
GRANT SELECT, INSERT, DELETE, UPDATE ("delta") ON "status_tally" TO beacon_app;
GRANT USAGE ON SEQUENCE "status_tally_id_seq" TO beacon_app;
GRANT SELECT, INSERT, UPDATE ON "projection_state" TO beacon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "projection_due" TO beacon_app;

-- Measurement and regrade ----------------------------------------------------------------------------------------------
CREATE TABLE "statistics_sharing" (
    "practice_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "statistics_sharing_pkey" PRIMARY KEY ("practice_id","version"),
    CONSTRAINT "statistics_sharing_version" CHECK ("version" > 0)
);

CREATE TABLE "regrade_run" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "module_id" TEXT NOT NULL,
    "from_version_id" TEXT NOT NULL,
    "to_version_id" TEXT NOT NULL,
    "item_ids" TEXT[],
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "regrade_run_pkey" PRIMARY KEY ("practice_id","id"),
    CONSTRAINT "regrade_run_versions" CHECK ("from_version_id" <> "to_version_id")
);

CREATE TABLE "regrade_score" (
    "practice_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "to_version_id" TEXT NOT NULL,
    "run_id" UUID NOT NULL,
    "old_correct" INTEGER NOT NULL,
    "old_passed" BOOLEAN NOT NULL,
    "correct" INTEGER NOT NULL,
    "out_of" INTEGER NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "missed_must_pass" TEXT[],
    "missed_objectives" TEXT[],

    CONSTRAINT "regrade_score_pkey" PRIMARY KEY ("practice_id","submission_id","to_version_id"),
    CONSTRAINT "regrade_score_bounds" CHECK ("out_of" > 0 AND "correct" BETWEEN 0 AND "out_of"
      AND "old_correct" BETWEEN 0 AND "out_of")
);

CREATE TABLE "regrade_decision" (
    "practice_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "to_version_id" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID NOT NULL,

    CONSTRAINT "regrade_decision_pkey" PRIMARY KEY ("practice_id","submission_id","to_version_id"),
    CONSTRAINT "regrade_decision_outcome" CHECK ("outcome" IN ('completion-given', 'fail-stands', 'pass-stands'))
);

ALTER TABLE "statistics_sharing" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "regrade_run" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "regrade_run" ADD FOREIGN KEY ("from_version_id") REFERENCES "module_version" ("id");
ALTER TABLE "regrade_run" ADD FOREIGN KEY ("to_version_id") REFERENCES "module_version" ("id");
ALTER TABLE "regrade_score" ADD FOREIGN KEY ("practice_id", "submission_id") REFERENCES "submission" ("practice_id", "id");
ALTER TABLE "regrade_score" ADD FOREIGN KEY ("practice_id", "run_id") REFERENCES "regrade_run" ("practice_id", "id");
-- Nothing is decided that no regrade asked.
ALTER TABLE "regrade_decision" ADD FOREIGN KEY ("practice_id", "submission_id", "to_version_id")
  REFERENCES "regrade_score" ("practice_id", "submission_id", "to_version_id");
CREATE INDEX "regrade_score_of_run" ON "regrade_score" ("practice_id", "run_id");
CREATE INDEX "submission_of_version" ON "submission" ("practice_id", "module_version_id");

DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['statistics_sharing', 'regrade_run', 'regrade_score', 'regrade_decision'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_practice ON %I FOR ALL TO beacon_app
      USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]))
      WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]))', owned);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON "statistics_sharing", "regrade_run", "regrade_score", "regrade_decision" TO beacon_app;

-- The newest version of a module in which an item asks the same as in this one, word for word: its key is the one to believe.
CREATE FUNCTION newest_that_asks_the_same(version_id text, item text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT new.id
  FROM module_version old JOIN item_version i ON i.module_version_id = old.id AND i.item_id = item
  JOIN module_version new ON new.module_id = old.module_id AND new.version >= old.version
  JOIN item_version j ON j.module_version_id = new.id AND j.item_id = i.item_id AND j.stem = i.stem
    AND j.options = i.options AND j.kind = i.kind AND j.prompts = i.prompts
  WHERE old.id = version_id
    AND (SELECT told ->> 'text' FROM jsonb_array_elements(new.vignettes) told WHERE told ->> 'id' = j.vignette_id)
      IS NOT DISTINCT FROM
      (SELECT told ->> 'text' FROM jsonb_array_elements(old.vignettes) told WHERE told ->> 'id' = i.vignette_id)
  ORDER BY new.version DESC LIMIT 1
$$;

-- What became of an attempt that was scored again, as its learner is told: by the newest score what was right and what was
-- missed, every score and decision, the latest first, and the moments at which a completion was given.
CREATE FUNCTION scored_again(practice uuid, submission uuid)
RETURNS TABLE (correct int, missed_must_pass text[], missed_objectives text[], given boolean, decided timestamptz[], told json)
LANGUAGE sql STABLE AS $$
  SELECT (array_agg(e.correct ORDER BY r.recorded_at DESC, r.id))[1], max(n.missed_must_pass), max(n.missed_objectives),
    bool_or(d.outcome = 'completion-given'), array_agg(d.decided_at) FILTER (WHERE d.outcome = 'completion-given'),
    json_agg(json_build_object('runId', r.id, 'on', (r.recorded_at AT TIME ZONE p.time_zone)::date, 'items',
      (SELECT count(*) FROM jsonb_array_elements(s.items) i WHERE i ->> 'itemId' = ANY (r.item_ids)),
      'oldCorrect', e.old_correct, 'oldPassed', e.old_passed, 'correct', e.correct, 'passed', e.passed,
      'decision', CASE WHEN d.outcome IS NOT NULL THEN json_build_object('outcome', d.outcome,
        'on', (d.decided_at AT TIME ZONE p.time_zone)::date) END) ORDER BY r.recorded_at DESC, r.id)
  FROM regrade_score e
  JOIN submission s ON s.practice_id = e.practice_id AND s.id = e.submission_id
  JOIN practice p ON p.id = e.practice_id
  JOIN regrade_run r ON r.practice_id = e.practice_id AND r.id = e.run_id
  LEFT JOIN regrade_decision d ON d.practice_id = e.practice_id AND d.submission_id = e.submission_id
    AND d.to_version_id = e.to_version_id
  CROSS JOIN LATERAL (SELECT l.missed_must_pass, l.missed_objectives FROM regrade_score l
    JOIN regrade_run lr ON lr.practice_id = l.practice_id AND lr.id = l.run_id
    WHERE l.practice_id = e.practice_id AND l.submission_id = e.submission_id
    ORDER BY lr.recorded_at DESC, lr.id LIMIT 1) n
  WHERE e.practice_id = practice AND e.submission_id = submission
$$;

-- Whether an answer is the right one. The same rule stands in `lib/domain/curriculum/score-attempt.ts`; a test compares them.
CREATE FUNCTION answer_is_right(kind text, chosen text[], correct text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT CASE WHEN kind = 'ordering' THEN chosen = correct
    ELSE cardinality(chosen) = cardinality(correct) AND chosen @> correct AND chosen <@ correct END $$;

-- What was answered in a form, by the newest key of the same question: nobody is told what is known to be wrong. What was
-- written with the answer is what its own key said.
CREATE FUNCTION is_form_answer_right(g form_answer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT answer_is_right(i.kind, g.option_ids, k.correct_option_ids)
    FROM item_version i JOIN item_key k ON k.module_version_id = i.module_version_id AND k.item_id = i.item_id
    WHERE i.module_version_id = newest_that_asks_the_same(g.module_version_id, g.item_id) AND i.item_id = g.item_id), g.is_right)
$$;

-- Figures of a module version over all practices that share theirs, without identities: of each person the first attempt, of
-- each practice full fives in the order of submission, an item only from three practices and thirty people on. Right answers
-- are told only where they and the wrong ones stay five or more without any one practice, so that nobody who subtracts their
-- own finds fewer, and rounded to fives, so that a practice that joins or leaves does not give itself away.
CREATE POLICY lookup ON "statistics_sharing" FOR SELECT TO beacon_lookup USING (true);
GRANT SELECT ON "statistics_sharing" TO beacon_lookup;
CREATE FUNCTION practices_that_share() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT s.practice_id FROM statistics_sharing s WHERE s.shared AND NOT EXISTS (SELECT FROM statistics_sharing n
    WHERE n.practice_id = s.practice_id AND n.version > s.version)
$$;
CREATE POLICY lookup ON "submission" FOR SELECT TO beacon_lookup USING (practice_id IN (SELECT practices_that_share()));
CREATE POLICY lookup ON "answer" FOR SELECT TO beacon_lookup USING (practice_id IN (SELECT practices_that_share()));
GRANT SELECT ("practice_id", "id", "staff_member_id", "module_version_id", "submitted_at") ON "submission" TO beacon_lookup;
GRANT SELECT ON "answer", "item_version", "item_key" TO beacon_lookup;
CREATE FUNCTION pooled_item_statistics(wanted text)
RETURNS TABLE (item_id text, practices int, people int, right_people int, correlation double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH firsts AS (
    SELECT DISTINCT ON (s.practice_id, s.staff_member_id) s.practice_id, s.id, s.submitted_at
    FROM submission s
    WHERE s.module_version_id = wanted AND s.practice_id IN (SELECT practices_that_share())
    ORDER BY s.practice_id, s.staff_member_id, s.submitted_at, s.id
  ), outcomes AS (
    SELECT f.practice_id, f.id, a.item_id, answer_is_right(i.kind, a.option_ids, k.correct_option_ids)::int AS score,
      row_number() OVER (PARTITION BY f.practice_id, a.item_id ORDER BY f.submitted_at, f.id) AS place,
      count(*) OVER (PARTITION BY f.practice_id, a.item_id) AS answering
    FROM firsts f
    JOIN answer a ON a.practice_id = f.practice_id AND a.submission_id = f.id
    JOIN item_version i ON i.module_version_id = wanted AND i.item_id = a.item_id
    JOIN item_key k ON k.module_version_id = wanted AND k.item_id = a.item_id
  ), counted AS (
    SELECT o.practice_id, o.id, o.item_id, o.score, avg(o.score) OVER (PARTITION BY o.item_id) AS facility
    FROM outcomes o WHERE o.place <= o.answering - o.answering % 5
  ), rests AS (
    SELECT c.*, (sum(c.score - c.facility) OVER mine - (c.score - c.facility)) / nullif(count(*) OVER mine - 1, 0) AS rest
    FROM counted c WINDOW mine AS (PARTITION BY c.practice_id, c.id)
  ), of_practices AS (
    SELECT r.item_id, count(*) AS people, sum(r.score) AS right_people FROM rests r GROUP BY r.item_id, r.practice_id
  ), told AS (
    SELECT o.item_id, count(*)::int AS practices, sum(o.people)::int AS people, sum(o.right_people)::int AS right_people,
      sum(o.right_people) - max(o.right_people) >= 5
        AND sum(o.people - o.right_people) - max(o.people - o.right_people) >= 5 AS is_told
    FROM of_practices o GROUP BY o.item_id HAVING count(*) >= 3 AND sum(o.people) >= 30
  )
  SELECT t.item_id, t.practices, t.people, CASE WHEN t.is_told THEN (round(t.right_people / 5.0) * 5)::int END,
    CASE WHEN t.is_told THEN (SELECT round(corr(r.score, r.rest)::numeric, 2)::double precision FROM rests r
      WHERE r.item_id = t.item_id) END
  FROM told t ORDER BY t.item_id
$$;
GRANT CREATE ON SCHEMA public TO beacon_lookup;
ALTER FUNCTION pooled_item_statistics(text) OWNER TO beacon_lookup;
REVOKE CREATE ON SCHEMA public FROM beacon_lookup;
REVOKE ALL ON FUNCTION pooled_item_statistics(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pooled_item_statistics(text) TO beacon_app;

-- Authoring ------------------------------------------------------------------------------------------------------------

-- A practice writes modules and cases as folders of files, in the form of `content/`.
CREATE TABLE "authored" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "origin_version_id" TEXT,
    "origin_practice" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "authored_pkey" PRIMARY KEY ("practice_id","id"),
    CONSTRAINT "authored_key_key" UNIQUE ("key"),
    CONSTRAINT "authored_practice_key" UNIQUE ("practice_id","key"),
    CONSTRAINT "authored_slug_key" UNIQUE ("practice_id","slug"),
    CONSTRAINT "authored_kind" CHECK ("kind" IN ('module', 'case') AND "key" ~ '^own-[0-9a-f]{12}$'
      AND "slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 80)
);

CREATE TABLE "draft" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "authored_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("practice_id","id"),
    CONSTRAINT "draft_number_key" UNIQUE ("practice_id","authored_id","number"),
    CONSTRAINT "draft_number" CHECK ("number" BETWEEN 1 AND 9999)
);

-- What may stand in such a folder. The same rule stands in `lib/domain/authoring/draft-path.ts`; a test compares them.
CREATE FUNCTION is_draft_path(path text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT length(path) <= 120 AND (path IN ('module.yaml', 'case.yaml', 'allow.yaml')
    OR path ~ '^v[1-9][0-9]{0,3}/((en|es)/)?(version|quiz|encounter)\.yaml$'
    OR path ~ '^v[1-9][0-9]{0,3}/((en|es)/)?lessons/[a-z0-9]+(-[a-z0-9]+)*\.mdx$'
    OR path ~ '^v[1-9][0-9]{0,3}/media/[a-z0-9]+(-[a-z0-9]+)*\.(png|jpg|webp)$')
$$;

CREATE TABLE "draft_file" (
    "practice_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_file_pkey" PRIMARY KEY ("practice_id","draft_id","path"),
    CONSTRAINT "draft_file_bounds" CHECK ("revision" > 0 AND is_draft_path("path")
      AND octet_length("bytes") <= CASE WHEN "path" ~ '\.(yaml|mdx)$' THEN 51200 ELSE 500000 END)
);

CREATE TABLE "draft_file_revision" (
    "practice_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "bytes" BYTEA,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_file_revision_pkey" PRIMARY KEY ("practice_id","draft_id","path","revision"),
    CONSTRAINT "draft_file_revision_bounds" CHECK ("revision" > 0 AND is_draft_path("path")
      AND octet_length("bytes") <= CASE WHEN "path" ~ '\.(yaml|mdx)$' THEN 51200 ELSE 500000 END)
);

CREATE TABLE "draft_event" (
    "practice_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "by_staff_member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "files_hash" TEXT NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "draft_event_pkey" PRIMARY KEY ("practice_id","draft_id","number"),
    CONSTRAINT "draft_event_kind" CHECK ("number" > 0 AND "files_hash" ~ '^[0-9a-f]{64}$'
      AND "kind" IN ('text-taken', 'sent-to-review', 'recalled', 'changes-asked', 'approved', 'published', 'scheduled',
        'unscheduled', 'held-back', 'retired'))
);

ALTER TABLE "authored" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "authored" ADD FOREIGN KEY ("practice_id", "created_by") REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "draft" ADD FOREIGN KEY ("practice_id", "authored_id") REFERENCES "authored" ("practice_id", "id");
ALTER TABLE "draft" ADD FOREIGN KEY ("practice_id", "created_by") REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "draft_file" ADD FOREIGN KEY ("practice_id", "draft_id") REFERENCES "draft" ("practice_id", "id");
ALTER TABLE "draft_file" ADD FOREIGN KEY ("practice_id", "changed_by") REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "draft_file_revision" ADD FOREIGN KEY ("practice_id", "draft_id") REFERENCES "draft" ("practice_id", "id");
ALTER TABLE "draft_event" ADD FOREIGN KEY ("practice_id", "draft_id") REFERENCES "draft" ("practice_id", "id");
ALTER TABLE "draft_event" ADD FOREIGN KEY ("practice_id", "by_staff_member_id")
  REFERENCES "staff_member" ("practice_id", "id");

DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['authored', 'draft', 'draft_file', 'draft_file_revision', 'draft_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_practice ON %I FOR ALL TO beacon_app
      USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]))
      WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]))', owned);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON "authored", "draft", "draft_event" TO beacon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "draft_file" TO beacon_app;
-- The oldest texts of a file go when it has many.
GRANT SELECT, INSERT, DELETE ON "draft_file_revision" TO beacon_app;

-- Items or a folder on their way in: read and checked, and not written before somebody confirms.
CREATE TABLE "authoring_import" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "draft_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "file_name" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "report" JSONB,

    CONSTRAINT "authoring_import_pkey" PRIMARY KEY ("practice_id","id"),
    CONSTRAINT "authoring_import_kind" CHECK ("kind" IN ('items', 'folder') AND ("kind" = 'folder' OR "draft_id" IS NOT NULL)
      AND ("confirmed_at" IS NULL) = ("report" IS NULL))
);

CREATE TABLE "authoring_import_file" (
    "practice_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "authoring_import_file_pkey" PRIMARY KEY ("practice_id","import_id","path"),
    CONSTRAINT "authoring_import_file_bounds" CHECK (octet_length("bytes") <= 1000000
      AND ("path" = 'items' OR is_draft_path("path")))
);

ALTER TABLE "authoring_import" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "authoring_import" ADD FOREIGN KEY ("practice_id", "draft_id") REFERENCES "draft" ("practice_id", "id");
ALTER TABLE "authoring_import" ADD FOREIGN KEY ("practice_id", "created_by")
  REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "authoring_import_file" ADD FOREIGN KEY ("practice_id", "import_id")
  REFERENCES "authoring_import" ("practice_id", "id") ON DELETE CASCADE;

DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['authoring_import', 'authoring_import_file'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_practice ON %I FOR ALL TO beacon_app
      USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]))
      WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]))', owned);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "authoring_import" TO beacon_app;
GRANT SELECT, INSERT, DELETE ON "authoring_import_file" TO beacon_app;

-- What all files of a draft say, in 64 signs: an approval is one of exactly this text.
CREATE FUNCTION draft_files_hash(practice uuid, draft uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(f.path || ' ' || encode(sha256(f.bytes), 'hex'), E'\n'
    ORDER BY f.path COLLATE "C"), ''), 'UTF8')), 'hex')
  FROM draft_file f WHERE f.practice_id = practice AND f.draft_id = draft
$$;

-- What is said about a draft, and who from outside may read it. Words are added and never changed: a settlement is a row, too.
-- The name is the one under which it was written, so that nobody who reads it needs to read a person.
CREATE TABLE "draft_comment" (
    "practice_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "thread" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "block_key" TEXT NOT NULL,
    "about_text" TEXT NOT NULL,
    "text" TEXT,
    "by_staff_member_id" UUID,
    "by_outside_reviewer_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_comment_pkey" PRIMARY KEY ("practice_id","draft_id","number"),
    CONSTRAINT "draft_comment_whose" CHECK (num_nonnulls("by_staff_member_id", "by_outside_reviewer_id") = 1),
    CONSTRAINT "draft_comment_kind" CHECK ("number" > 0 AND "kind" IN ('comment', 'answer', 'settled', 'reopened')
      AND ("kind" IN ('comment', 'answer')) = ("text" IS NOT NULL) AND ("kind" = 'comment') = ("thread" = "number")
      AND ("kind" IN ('comment', 'answer') OR "by_staff_member_id" IS NOT NULL)),
    CONSTRAINT "draft_comment_bounds" CHECK (length("place") <= 120 AND "block_key" ~ '^[0-9a-f]{24}-[0-9]{1,4}$'
      AND length("about_text") <= 4000 AND length("text") BETWEEN 1 AND 2000)
);

-- Somebody without an account who was asked to read one draft. `after_event` is the draft's last event at that time: a recall
-- or a publication after it ends the invitation for good.
CREATE TABLE "outside_reviewer" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email_address" TEXT NOT NULL,
    "role" TEXT,
    "after_event" INTEGER NOT NULL,
    "invited_by" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "token_hash" TEXT NOT NULL,
    "link_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "entered_at" TIMESTAMPTZ(3),
    "access_hash" TEXT,
    "access_ends_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "outside_reviewer_pkey" PRIMARY KEY ("practice_id","id"),
    CONSTRAINT "outside_reviewer_token_hash_key" UNIQUE ("token_hash"),
    CONSTRAINT "outside_reviewer_access_hash_key" UNIQUE ("access_hash"),
    CONSTRAINT "outside_reviewer_entered" CHECK (num_nulls("entered_at", "access_hash", "access_ends_at") IN (0, 3)),
    CONSTRAINT "outside_reviewer_bounds" CHECK (length("name") BETWEEN 1 AND 200 AND length("email_address") <= 254
      AND length("role") BETWEEN 1 AND 100)
);

ALTER TABLE "outside_reviewer" ADD FOREIGN KEY ("practice_id", "draft_id") REFERENCES "draft" ("practice_id", "id");
ALTER TABLE "outside_reviewer" ADD FOREIGN KEY ("practice_id", "invited_by") REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "draft_comment" ADD FOREIGN KEY ("practice_id", "draft_id") REFERENCES "draft" ("practice_id", "id");
ALTER TABLE "draft_comment" ADD FOREIGN KEY ("practice_id", "by_staff_member_id")
  REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "draft_comment" ADD FOREIGN KEY ("practice_id", "by_outside_reviewer_id")
  REFERENCES "outside_reviewer" ("practice_id", "id");
CREATE INDEX "outside_reviewer_practice_id_draft_id_idx" ON "outside_reviewer"("practice_id", "draft_id");

DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['draft_comment', 'outside_reviewer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_practice ON %I FOR ALL TO beacon_app
      USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]))
      WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]))', owned);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON "draft_comment" TO beacon_app;
GRANT SELECT, INSERT, UPDATE ("entered_at", "access_hash", "access_ends_at", "withdrawn_at") ON "outside_reviewer"
  TO beacon_app;

-- Whoever reads a draft from outside has a setting of their own (practice, draft, its module or case, reviewer), and with it
-- this one draft and nothing else of the practice: no person, no other draft, no earlier text, no evidence.
CREATE FUNCTION beacon_outside() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT string_to_array(nullif(current_setting('beacon.outside', true), ''), ',')::uuid[] $$;
CREATE POLICY outside ON "authored" FOR SELECT TO beacon_app
  USING (practice_id = (SELECT beacon_outside())[1] AND id = (SELECT beacon_outside())[3]);
CREATE POLICY outside ON "draft" FOR SELECT TO beacon_app
  USING (practice_id = (SELECT beacon_outside())[1] AND id = (SELECT beacon_outside())[2]);
CREATE POLICY outside ON "draft_file" FOR SELECT TO beacon_app
  USING (practice_id = (SELECT beacon_outside())[1] AND draft_id = (SELECT beacon_outside())[2]);
CREATE POLICY outside ON "draft_event" FOR SELECT TO beacon_app
  USING (practice_id = (SELECT beacon_outside())[1] AND draft_id = (SELECT beacon_outside())[2]);
CREATE POLICY outside ON "draft_comment" FOR SELECT TO beacon_app
  USING (practice_id = (SELECT beacon_outside())[1] AND draft_id = (SELECT beacon_outside())[2]);
CREATE POLICY outside_say ON "draft_comment" FOR INSERT TO beacon_app
  WITH CHECK (practice_id = (SELECT beacon_outside())[1] AND draft_id = (SELECT beacon_outside())[2]
    AND by_outside_reviewer_id = (SELECT beacon_outside())[4]);
CREATE POLICY outside ON "outside_reviewer" FOR SELECT TO beacon_app
  USING (practice_id = (SELECT beacon_outside())[1] AND id = (SELECT beacon_outside())[4]);
CREATE POLICY outside_enter ON "outside_reviewer" FOR UPDATE TO beacon_app
  USING (practice_id = (SELECT beacon_outside())[1] AND id = (SELECT beacon_outside())[4])
  WITH CHECK (practice_id = (SELECT beacon_outside())[1] AND id = (SELECT beacon_outside())[4]);

-- Two doors: by the link of the mail while it lives, and by what the browser got for it.
CREATE POLICY lookup ON "outside_reviewer" FOR SELECT TO beacon_lookup USING (true);
CREATE POLICY lookup ON "draft" FOR SELECT TO beacon_lookup USING (true);
CREATE POLICY lookup ON "draft_event" FOR SELECT TO beacon_lookup USING (kind IN ('recalled', 'published', 'retired'));
GRANT SELECT ON "outside_reviewer" TO beacon_lookup;
GRANT SELECT ("practice_id", "id", "authored_id") ON "draft" TO beacon_lookup;
GRANT SELECT ("practice_id", "draft_id", "number", "kind") ON "draft_event" TO beacon_lookup;
CREATE FUNCTION find_outside_reviewer(wanted_link text, wanted_access text, at timestamptz)
RETURNS TABLE (practice_id uuid, practice_name text, time_zone text, draft_id uuid, authored_id uuid, reviewer_id uuid,
  reviewer_name text, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.practice_id, p.name, p.time_zone, o.draft_id, d.authored_id, o.id, o.name,
    coalesce(o.access_ends_at, o.link_expires_at)
  FROM outside_reviewer o JOIN practice p ON p.id = o.practice_id
  JOIN draft d ON d.practice_id = o.practice_id AND d.id = o.draft_id
  WHERE o.withdrawn_at IS NULL
    AND ((o.token_hash = wanted_link AND o.entered_at IS NULL AND o.link_expires_at > at)
      OR (o.access_hash = wanted_access AND o.access_ends_at > at))
    AND NOT EXISTS (SELECT FROM draft_event e WHERE e.practice_id = o.practice_id AND e.draft_id = o.draft_id
      AND e.number > o.after_event AND e.kind IN ('recalled', 'published', 'retired'))
$$;
GRANT CREATE ON SCHEMA public TO beacon_lookup;
ALTER FUNCTION find_outside_reviewer(text, text, timestamptz) OWNER TO beacon_lookup;
REVOKE CREATE ON SCHEMA public FROM beacon_lookup;
REVOKE ALL ON FUNCTION find_outside_reviewer(text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_outside_reviewer(text, text, timestamptz) TO beacon_app;

-- What a practice puts at the end of a lesson of the library. Texts and deeds are added and never changed, so that it stays
-- known what stood there on which day: the last approved text of a language does, until it is withdrawn.
CREATE TABLE "practice_note" (
    "practice_id" UUID NOT NULL,
    "module_id" TEXT NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "module_version_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "tree" JSONB NOT NULL,
    "tree_hash" TEXT NOT NULL,
    "sources" TEXT[],
    "contacts" TEXT[],
    "terms" TEXT[],
    "written_by" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "practice_note_pkey" PRIMARY KEY ("practice_id","module_id","lesson_id","language","number"),
    CONSTRAINT "practice_note_of_library" CHECK (NOT starts_with("module_id", 'own-')
      AND starts_with("module_version_id", "module_id" || '@')),
    CONSTRAINT "practice_note_bounds" CHECK ("number" > 0 AND "language" IN ('en', 'es')
      AND length("source") BETWEEN 1 AND 6000 AND "tree_hash" ~ '^[0-9a-f]{64}$')
);

CREATE TABLE "practice_note_deed" (
    "practice_id" UUID NOT NULL,
    "module_id" TEXT NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "done_by" UUID NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "practice_note_deed_pkey" PRIMARY KEY ("practice_id","module_id","lesson_id","language","number","kind"),
    CONSTRAINT "practice_note_deed_kind" CHECK ("kind" IN ('sent', 'approved', 'returned', 'withdrawn')
      AND ("kind" <> 'returned' OR "reason" IS NOT NULL)),
    CONSTRAINT "practice_note_deed_bounds" CHECK (length("reason") BETWEEN 1 AND 500)
);

ALTER TABLE "practice_note" ADD FOREIGN KEY ("module_version_id", "lesson_id") REFERENCES "lesson" ("module_version_id", "lesson_id");
ALTER TABLE "practice_note" ADD FOREIGN KEY ("practice_id", "written_by") REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "practice_note_deed" ADD FOREIGN KEY ("practice_id", "module_id", "lesson_id", "language", "number")
  REFERENCES "practice_note" ("practice_id", "module_id", "lesson_id", "language", "number");
ALTER TABLE "practice_note_deed" ADD FOREIGN KEY ("practice_id", "done_by") REFERENCES "staff_member" ("practice_id", "id");

DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['practice_note', 'practice_note_deed'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_practice ON %I FOR ALL TO beacon_app
      USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]))
      WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]))', owned);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON "practice_note", "practice_note_deed" TO beacon_app;

-- What is published. The library's rows have no practice: all read them, and the owner alone writes them. A practice's rows
-- are read by that practice alone, and the application adds them and never changes them. Ids keep the two apart, and a part
-- belongs to the practice that its whole belongs to.
ALTER TABLE "module_version" ADD CONSTRAINT "module_version_whose" CHECK (("practice_id" IS NOT NULL) = starts_with("module_id", 'own-')),
  ADD CONSTRAINT "module_version_id" CHECK ("id" = "module_id" || '@' || "version"),
  ADD CONSTRAINT "module_version_practice_key" UNIQUE ("id", "practice_id");
ALTER TABLE "case_version" ADD CONSTRAINT "case_version_whose" CHECK (("practice_id" IS NOT NULL) = starts_with("case_id", 'own-')),
  ADD CONSTRAINT "case_version_id" CHECK ("id" = "case_id" || '@' || "version"),
  ADD CONSTRAINT "case_version_practice_key" UNIQUE ("id", "practice_id");
ALTER TABLE "track_version" ADD CONSTRAINT "track_version_whose" CHECK (("practice_id" IS NOT NULL) = starts_with("track_id", 'own-')),
  ADD CONSTRAINT "track_version_id" CHECK ("id" = "track_id" || '@' || "version"),
  ADD CONSTRAINT "track_version_practice_key" UNIQUE ("id", "practice_id"),
  -- A change that binds people names its day, in a practice's own track: the library's cannot know one that suits everybody.
  ADD CONSTRAINT "track_version_due" CHECK (("due_on" IS NOT NULL)
    = ("practice_id" IS NOT NULL AND "version" > 1 AND "change_kind" IN ('material', 'critical'))),
  ADD CONSTRAINT "track_version_update" CHECK (("update_lesson_id" IS NULL) = ("update_module_version_id" IS NULL)
    AND ("update_lesson_id" IS NULL OR "due_on" IS NOT NULL)),
  ADD FOREIGN KEY ("update_module_version_id", "update_lesson_id") REFERENCES "lesson" ("module_version_id", "lesson_id"),
  ADD FOREIGN KEY ("update_module_version_id", "practice_id") REFERENCES "module_version" ("id", "practice_id");
CREATE INDEX "module_version_of_practice" ON "module_version" ("practice_id") WHERE "practice_id" IS NOT NULL;
CREATE INDEX "track_version_of_practice" ON "track_version" ("practice_id") WHERE "practice_id" IS NOT NULL;

DO $$
DECLARE
  part record;
BEGIN
  FOR part IN SELECT * FROM (VALUES ('lesson', 'module'), ('item_version', 'module'), ('item_key', 'module'),
    ('module_translation', 'module'), ('lesson_translation', 'module'), ('item_translation', 'module'),
    ('rationale_translation', 'module'), ('module_media', 'module'), ('case_key', 'case'), ('case_translation', 'case'),
    ('case_key_translation', 'case'), ('track_translation', 'track')) AS parts(of_table, whole)
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK ((practice_id IS NOT NULL) = starts_with(%I, ''own-''))',
      part.of_table, part.of_table || '_whose', part.whole || '_version_id');
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (%I, practice_id) REFERENCES %I (id, practice_id)',
      part.of_table, part.whole || '_version_id', part.whole || '_version');
  END LOOP;
END $$;

DO $$
DECLARE published text;
BEGIN
  FOREACH published IN ARRAY ARRAY['module_version', 'lesson', 'item_version', 'item_key', 'module_translation',
    'lesson_translation', 'item_translation', 'rationale_translation', 'module_media', 'case_version', 'case_key',
    'case_translation', 'case_key_translation', 'track_version', 'track_translation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', published);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', published);
    EXECUTE format('CREATE POLICY library ON %I FOR ALL TO CURRENT_USER USING (practice_id IS NULL)
      WITH CHECK (practice_id IS NULL)', published);
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO beacon_app
      USING (practice_id IS NULL OR practice_id = ANY ((SELECT beacon_practices())::uuid[]))', published);
    EXECUTE format('CREATE POLICY own_practice ON %I FOR INSERT TO beacon_app
      WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]))', published);
    EXECUTE format('GRANT INSERT ON %I TO beacon_app', published);
  END LOOP;
END $$;
-- Figures over all practices are of the library alone.
CREATE POLICY lookup ON "item_version" FOR SELECT TO beacon_lookup USING (practice_id IS NULL);
CREATE POLICY lookup ON "item_key" FOR SELECT TO beacon_lookup USING (practice_id IS NULL);

-- Refreshers -----------------------------------------------------------------------------------------------------------
CREATE TABLE "refresher" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "moment" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "mail_message_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refresher_pkey" PRIMARY KEY ("practice_id","id"),
    CONSTRAINT "refresher_moment" CHECK ("moment" IN (1, 3, 6))
);

CREATE TABLE "refresher_prompt" (
    "practice_id" UUID NOT NULL,
    "refresher_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "module_version_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "prompt_ids" TEXT[],
    "option_ids" TEXT[],

    CONSTRAINT "refresher_prompt_pkey" PRIMARY KEY ("practice_id","refresher_id","place"),
    CONSTRAINT "refresher_prompt_place" CHECK ("place" BETWEEN 1 AND 5)
);

CREATE TABLE "refresher_answer" (
    "practice_id" UUID NOT NULL,
    "refresher_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "option_ids" TEXT[],
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "refresher_answer_pkey" PRIMARY KEY ("practice_id","refresher_id","place")
);

CREATE TABLE "refresher_wish" (
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "wanted" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refresher_wish_pkey" PRIMARY KEY ("person_id","version"),
    CONSTRAINT "refresher_wish_version" CHECK ("version" > 0)
);

CREATE TABLE "refresher_run" (
    "practice_id" UUID NOT NULL,
    "planned_on" DATE NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refresher_run_pkey" PRIMARY KEY ("practice_id","planned_on")
);

-- One for each completed turn and moment, whoever plans and however often.
CREATE UNIQUE INDEX "refresher_practice_id_assignment_id_cycle_moment_key" ON "refresher"("practice_id", "assignment_id", "cycle", "moment");
CREATE INDEX "refresher_practice_id_staff_member_id_idx" ON "refresher"("practice_id", "staff_member_id");
CREATE INDEX "refresher_practice_id_mail_message_id_idx" ON "refresher"("practice_id", "mail_message_id");
ALTER TABLE "refresher" ADD FOREIGN KEY ("practice_id", "staff_member_id") REFERENCES "staff_member" ("practice_id", "id");
ALTER TABLE "refresher" ADD FOREIGN KEY ("practice_id", "assignment_id", "cycle")
  REFERENCES "cycle" ("practice_id", "assignment_id", "number");
ALTER TABLE "refresher" ADD FOREIGN KEY ("practice_id", "mail_message_id") REFERENCES "mail_message" ("practice_id", "id");
ALTER TABLE "refresher_prompt" ADD FOREIGN KEY ("practice_id", "refresher_id") REFERENCES "refresher" ("practice_id", "id");
ALTER TABLE "refresher_prompt" ADD FOREIGN KEY ("module_version_id", "item_id")
  REFERENCES "item_version" ("module_version_id", "item_id");
ALTER TABLE "refresher_answer" ADD FOREIGN KEY ("practice_id", "refresher_id", "place")
  REFERENCES "refresher_prompt" ("practice_id", "refresher_id", "place");
ALTER TABLE "refresher_wish" ADD FOREIGN KEY ("person_id") REFERENCES "person" ("id");
ALTER TABLE "refresher_run" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");

-- That one was offered is what the job must know. What it asks, which follows from what somebody missed, and the answers are
-- read in the person's own session alone; the job opens that of one person at a time, when it chooses what to ask.
DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['refresher', 'refresher_run'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_practice ON %I FOR ALL TO beacon_app
      USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]))
      WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]))', owned);
  END LOOP;
  FOREACH owned IN ARRAY ARRAY['refresher_prompt', 'refresher_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_refresher ON %I FOR ALL TO beacon_app
      USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]) AND person_id = (SELECT beacon_person()))
      WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]) AND person_id = (SELECT beacon_person()))', owned);
  END LOOP;
END $$;
ALTER TABLE "refresher_wish" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "refresher_wish" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_wish ON "refresher_wish" FOR ALL TO beacon_app
  USING (person_id = (SELECT beacon_person())) WITH CHECK (person_id = (SELECT beacon_person()));
GRANT SELECT, INSERT ON "refresher", "refresher_prompt", "refresher_answer", "refresher_wish", "refresher_run" TO beacon_app;

-- How items of a module version fared at the caller's practice when the same people met them first in a quiz, and again one to
-- three months (`early`) and six months (`late`) after: of each person the first answer each time, in full fives in the order
-- of the later answer. Right answers are told from ten people on, where they and the wrong ones are five or more, and rounded
-- to fives, so that no difference to the other figures of the quiz tells of fewer.
CREATE POLICY own_figures ON "refresher" FOR SELECT TO beacon_lookup
  USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]));
CREATE POLICY own_figures ON "refresher_prompt" FOR SELECT TO beacon_lookup
  USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]));
CREATE POLICY own_figures ON "refresher_answer" FOR SELECT TO beacon_lookup
  USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]));
CREATE POLICY own_figures ON "submission" FOR SELECT TO beacon_lookup
  USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]));
CREATE POLICY own_figures ON "answer" FOR SELECT TO beacon_lookup
  USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]));
CREATE POLICY own_figures ON "item_version" FOR SELECT TO beacon_lookup
  USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]));
CREATE POLICY own_figures ON "item_key" FOR SELECT TO beacon_lookup
  USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]));
GRANT SELECT ("practice_id", "id", "staff_member_id", "moment") ON "refresher" TO beacon_lookup;
GRANT SELECT ("practice_id", "refresher_id", "place", "module_version_id", "item_id") ON "refresher_prompt" TO beacon_lookup;
GRANT SELECT ("practice_id", "refresher_id", "place", "option_ids", "answered_at") ON "refresher_answer" TO beacon_lookup;
GRANT EXECUTE ON FUNCTION beacon_practices() TO beacon_lookup;
CREATE FUNCTION told_in_fives(answers bigint, people bigint) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN people >= 10 AND answers >= 5 AND people - answers >= 5 THEN (round(answers / 5.0) * 5)::int END
$$;
CREATE FUNCTION refresher_item_statistics(practice uuid, wanted text)
RETURNS TABLE (item_id text, period text, people int, right_before int, right_after int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH met_again AS (
    SELECT DISTINCT ON (p.item_id, n.period, r.staff_member_id) p.item_id, n.period, r.staff_member_id, a.option_ids,
      a.answered_at
    FROM refresher r
    CROSS JOIN LATERAL (SELECT CASE WHEN r.moment = 6 THEN 'late' ELSE 'early' END AS period) n
    JOIN refresher_prompt p ON p.practice_id = r.practice_id AND p.refresher_id = r.id
    JOIN refresher_answer a ON a.practice_id = p.practice_id AND a.refresher_id = p.refresher_id AND a.place = p.place
    WHERE r.practice_id = practice AND practice = ANY (beacon_practices()) AND p.module_version_id = wanted
    ORDER BY p.item_id, n.period, r.staff_member_id, a.answered_at
  ), met_both AS (
    SELECT m.item_id, m.period, answer_is_right(i.kind, m.option_ids, k.correct_option_ids)::int AS after,
      answer_is_right(i.kind, f.option_ids, k.correct_option_ids)::int AS before,
      row_number() OVER (PARTITION BY m.item_id, m.period ORDER BY m.answered_at, m.staff_member_id) AS place,
      count(*) OVER (PARTITION BY m.item_id, m.period) AS all_people
    FROM met_again m
    CROSS JOIN LATERAL (SELECT q.option_ids FROM submission s
      JOIN answer q ON q.practice_id = s.practice_id AND q.submission_id = s.id AND q.item_id = m.item_id
      WHERE s.practice_id = practice AND s.staff_member_id = m.staff_member_id AND s.module_version_id = wanted
        AND s.submitted_at < m.answered_at
      ORDER BY s.submitted_at, s.id LIMIT 1) f
    JOIN item_version i ON i.module_version_id = wanted AND i.item_id = m.item_id
    JOIN item_key k ON k.module_version_id = wanted AND k.item_id = m.item_id
  )
  SELECT b.item_id, b.period, count(*)::int, told_in_fives(sum(b.before), count(*)), told_in_fives(sum(b.after), count(*))
  FROM met_both b WHERE b.place <= b.all_people - b.all_people % 5
  GROUP BY b.item_id, b.period ORDER BY b.item_id, b.period
$$;
GRANT CREATE ON SCHEMA public TO beacon_lookup;
ALTER FUNCTION refresher_item_statistics(uuid, text) OWNER TO beacon_lookup;
REVOKE CREATE ON SCHEMA public FROM beacon_lookup;
REVOKE ALL ON FUNCTION refresher_item_statistics(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refresher_item_statistics(uuid, text) TO beacon_app;

-- Networks -------------------------------------------------------------------------------------------------------------

-- Practices that show each other what they wrote. A practice is in one network at a time, by its own wish; who leaves and
-- comes again has another row.
CREATE TABLE "network" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "founded_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "network_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "network_name" CHECK (length("name") BETWEEN 1 AND 200)
);

-- A code that lets one practice in. It is used when a practice has come in by it, which it can do once.
CREATE TABLE "network_code" (
    "network_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "practice_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "network_code_pkey" PRIMARY KEY ("code_hash"),
    CONSTRAINT "network_code_network_key" UNIQUE ("network_id","code_hash"),
    CONSTRAINT "network_code_hash" CHECK ("code_hash" ~ '^[0-9a-f]{64}$' AND "expires_at" > "created_at")
);

CREATE TABLE "network_practice" (
    "network_id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    -- Of the one that founded it, none.
    "code_hash" TEXT,

    CONSTRAINT "network_practice_pkey" PRIMARY KEY ("network_id","practice_id","joined_at"),
    CONSTRAINT "network_practice_code_key" UNIQUE ("code_hash")
);
CREATE UNIQUE INDEX "network_practice_now" ON "network_practice" ("practice_id") WHERE "left_at" IS NULL;
CREATE UNIQUE INDEX "network_practice_founder" ON "network_practice" ("network_id") WHERE "code_hash" IS NULL;

-- A published version as a practice shows it to its network: the folder itself, as it goes to a file. Of whoever did it, the
-- practice's own record knows.
CREATE TABLE "network_offer" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "archive" BYTEA NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "network_offer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "network_offer_bounds" CHECK ("kind" IN ('module', 'case') AND "version" BETWEEN 1 AND 9999
      AND length("title") <= 2000 AND length("summary") <= 2000 AND octet_length("archive") <= 20000000)
);
CREATE UNIQUE INDEX "network_offer_living" ON "network_offer" ("network_id","key","version") WHERE "withdrawn_at" IS NULL;

ALTER TABLE "network" ADD FOREIGN KEY ("founded_by") REFERENCES "practice" ("id");
ALTER TABLE "network_code" ADD FOREIGN KEY ("network_id") REFERENCES "network" ("id");
ALTER TABLE "network_code" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "network_practice" ADD FOREIGN KEY ("network_id") REFERENCES "network" ("id");
ALTER TABLE "network_practice" ADD FOREIGN KEY ("practice_id") REFERENCES "practice" ("id");
ALTER TABLE "network_practice" ADD FOREIGN KEY ("network_id", "code_hash") REFERENCES "network_code" ("network_id", "code_hash");
ALTER TABLE "network_offer" ADD FOREIGN KEY ("network_id") REFERENCES "network" ("id");
ALTER TABLE "network_offer" ADD FOREIGN KEY ("practice_id", "key") REFERENCES "authored" ("practice_id", "key");

-- Which practices are now in the networks of the practices that the transaction is opened for, by their names and nothing
-- else. The policies ask this function, since they could not ask each other's tables without end.
CREATE FUNCTION network_practices() RETURNS TABLE (network_id uuid, practice_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.network_id, o.practice_id, p.name FROM network_practice o JOIN practice p ON p.id = o.practice_id
  WHERE o.left_at IS NULL AND o.network_id IN (SELECT m.network_id FROM network_practice m
    WHERE m.left_at IS NULL AND m.practice_id = ANY (beacon_practices()))
$$;
-- The network that a code leads into: not when it is used, too old, or of a practice that has left.
CREATE FUNCTION network_of_code(wanted text, at timestamptz) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.network_id FROM network_code c WHERE c.code_hash = wanted AND c.expires_at > at
    AND NOT EXISTS (SELECT FROM network_practice u WHERE u.code_hash = c.code_hash)
    AND EXISTS (SELECT FROM network_practice m WHERE m.network_id = c.network_id AND m.practice_id = c.practice_id
      AND m.left_at IS NULL)
$$;
CREATE POLICY lookup ON "network_practice" FOR SELECT TO beacon_lookup USING (true);
CREATE POLICY lookup ON "network_code" FOR SELECT TO beacon_lookup USING (true);
GRANT SELECT ON "network_practice", "network_code" TO beacon_lookup;
GRANT CREATE ON SCHEMA public TO beacon_lookup;
ALTER FUNCTION network_practices() OWNER TO beacon_lookup;
ALTER FUNCTION network_of_code(text, timestamptz) OWNER TO beacon_lookup;
REVOKE CREATE ON SCHEMA public FROM beacon_lookup;
REVOKE ALL ON FUNCTION network_practices(), network_of_code(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION network_practices(), network_of_code(text, timestamptz) TO beacon_app;

DO $$
DECLARE shared text;
BEGIN
  FOREACH shared IN ARRAY ARRAY['network', 'network_code', 'network_practice', 'network_offer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', shared);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', shared);
  END LOOP;
  FOREACH shared IN ARRAY ARRAY['network_code', 'network_practice', 'network_offer'] LOOP
    EXECUTE format('CREATE POLICY own_rows ON %I FOR SELECT TO beacon_app
      USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]))', shared);
  END LOOP;
  -- Only who is in a network now lets others in and shows anything there.
  FOREACH shared IN ARRAY ARRAY['network_code', 'network_offer'] LOOP
    EXECUTE format('CREATE POLICY adding ON %I FOR INSERT TO beacon_app
      WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[])
        AND (network_id, practice_id) IN (SELECT n.network_id, n.practice_id FROM network_practices() n))', shared);
  END LOOP;
END $$;
-- What has ended stays so.
CREATE POLICY ending ON "network_practice" FOR UPDATE TO beacon_app
  USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]) AND left_at IS NULL)
  WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]) AND left_at IS NOT NULL);
CREATE POLICY ending ON "network_offer" FOR UPDATE TO beacon_app
  USING (practice_id = ANY ((SELECT beacon_practices())::uuid[]) AND withdrawn_at IS NULL)
  WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]) AND withdrawn_at IS NOT NULL);
CREATE POLICY of_members ON "network" FOR SELECT TO beacon_app
  USING (founded_by = ANY ((SELECT beacon_practices())::uuid[]) OR id IN (SELECT n.network_id FROM network_practices() n));
CREATE POLICY founding ON "network" FOR INSERT TO beacon_app
  WITH CHECK (founded_by = ANY ((SELECT beacon_practices())::uuid[]));
CREATE POLICY joining ON "network_practice" FOR INSERT TO beacon_app
  WITH CHECK (practice_id = ANY ((SELECT beacon_practices())::uuid[]) AND CASE WHEN code_hash IS NULL
    THEN EXISTS (SELECT FROM "network" n WHERE n.id = network_id AND n.founded_by = practice_id)
    ELSE network_id = network_of_code(code_hash, joined_at) END);
CREATE POLICY of_others ON "network_offer" FOR SELECT TO beacon_app USING (withdrawn_at IS NULL
  AND (network_id, practice_id) IN (SELECT n.network_id, n.practice_id FROM network_practices() n));
GRANT SELECT, INSERT ON "network", "network_code" TO beacon_app;
GRANT SELECT, INSERT, UPDATE ("left_at") ON "network_practice" TO beacon_app;
GRANT SELECT, INSERT, UPDATE ("withdrawn_at") ON "network_offer" TO beacon_app;

-- The names of the migrations that were applied, for the health answer. The record itself stays the owner's, and is made
-- only after this function.
CREATE FUNCTION list_applied_migrations() RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT migration_name::text FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name';
END $$;
REVOKE ALL ON FUNCTION list_applied_migrations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_applied_migrations() TO beacon_app;

-- Grants: what is not here, the application cannot do.
GRANT USAGE ON SCHEMA public TO beacon_app, beacon_lookup;
GRANT SELECT, INSERT, UPDATE ("language") ON "person" TO beacon_app;
GRANT SELECT, INSERT, UPDATE ON "credential", "second_factor", "recovery_code", "session", "one_time_link" TO beacon_app;
-- A second factor is replaced and never taken away: the password beside it may be too short to stand alone.
GRANT DELETE ON "recovery_code", "session", "one_time_link" TO beacon_app;
GRANT SELECT, INSERT, DELETE ON "form_return" TO beacon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "throttle" TO beacon_app;
GRANT SELECT ON "module_version", "lesson", "item_version", "item_key", "module_media", "track_version",
  "module_translation", "lesson_translation", "item_translation", "rationale_translation", "track_translation",
  "case_version", "case_key", "case_translation", "case_key_translation",
  "register_entry" TO beacon_app;
GRANT SELECT, INSERT ON "practice" TO beacon_app;
GRANT SELECT, INSERT, UPDATE ON "staff_member" TO beacon_app;
GRANT SELECT, INSERT ON "requirement", "requirement_policy", "assignment", "cycle" TO beacon_app;
GRANT SELECT, INSERT, UPDATE ON "lesson_reading" TO beacon_app;
GRANT SELECT, INSERT, DELETE, UPDATE ("cycle", "attempt_number", "attempt_limit", "started_at", "ends_at")
  ON "open_attempt" TO beacon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "draft_answer" TO beacon_app;
GRANT SELECT, INSERT ON "evidence_event", "submission", "answer", "score", "module_completion", "certificate",
  "certificate_revocation", "audit_entry", "case_play", "case_choice", "case_completion", "form_sitting", "form_answer", "lesson_skip"
  TO beacon_app;
GRANT SELECT, INSERT, UPDATE ("attempts", "next_attempt_at", "sent_at", "problem", "withdrawn_at") ON "mail_message"
  TO beacon_app;
-- A mail that speaks of what is no longer owed is withdrawn before it is sent, and what is left moves to another one.
GRANT SELECT, INSERT, UPDATE ("mail_message_id", "withdrawn_at") ON "reminder" TO beacon_app;
GRANT SELECT, INSERT ON "reminder_run", "reminder_settings", "reminder_text", "reminder_pause", "digest",
  "local_contact", "time_accommodation" TO beacon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "calendar_feed" TO beacon_app;
-- What was recorded of training from elsewhere, and what was decided about it.
GRANT SELECT, INSERT ON "external_certificate", "external_decision" TO beacon_app;
-- None of it is evidence: what an import wrote stands in the evidence.
GRANT SELECT, INSERT, UPDATE, DELETE ON "roster_import", "roster_import_file", "roster_import_row", "import_word"
  TO beacon_app;
