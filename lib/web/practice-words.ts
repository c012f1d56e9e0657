import type { InvitationState } from '#lib/domain/access/invitation'
import type { ComplianceStatus } from '#lib/domain/compliance/answer'
import type { PolicyTerm } from '#lib/domain/compliance/policy-terms'
import type { ReasonName } from '#lib/domain/compliance/reasons'
import type { ReminderKind } from '#lib/domain/compliance/reminder-plan'
import type { AutomaticKind } from '#lib/domain/compliance/reminder-schedule'
import type { RosterGroup } from '#lib/domain/compliance/roster'
import type { TimelineKind } from '#lib/domain/compliance/timeline-kinds'
import type { MailState } from '#lib/domain/mail/outbox'
import words from './messages/en/practice.json' with { type: 'json' }

// The compiler counts: a status, a reason or a kind that has no English words is an error on its line.
words.status satisfies Record<ComplianceStatus, string>
words.group satisfies Record<RosterGroup, string>
words.because satisfies Record<ReasonName, string>
words.term satisfies Record<PolicyTerm['name'], string>
words.fact satisfies Record<TimelineKind, string>
words.reminderKind satisfies Record<Exclude<ReminderKind, AutomaticKind> | 'before' | 'after', string>
words.invitation satisfies Record<InvitationState, string>
words.outbox.state satisfies Record<MailState, string>

/** The words of a practice's pages. */
export const practiceWords = words
