import type { Instant, LocalDate } from '#lib/domain/calendar'

/** What every fact carries. Facts are only ever added: a mistake is mended by a `corrected` fact that names it. */
type Recorded = {
  readonly id: string
  /** When it was written down. A question asked `knownAt` an earlier moment does not see it. */
  readonly recordedAt: Instant
  /** The day it speaks of, in the practice's zone, as it was when written. */
  readonly effectiveOn: LocalDate
  /** The moment it speaks of, on that same day, where the order within a day matters. */
  readonly at?: Instant
}

type Fact<Kind extends string, Details = unknown> = Recorded & { readonly kind: Kind } & Details

/** `effectiveOn` is the hire day. */
export type Employed = Fact<'employed'>
/** `effectiveOn` is the last day of employment. */
export type EmploymentEnded = Fact<'employment-ended'>
/** `effectiveOn` is the first day in the role. */
export type RoleStarted = Fact<'role-started', { readonly role: string }>
/** `effectiveOn` is the last day in the role. */
export type RoleEnded = Fact<'role-ended', { readonly role: string }>
/** Where the person works from `effectiveOn` on, until the next such fact. Null for no certain place. */
export type LocationSet = Fact<'location-set', { readonly location: string | null }>
/** How the person is employed from `effectiveOn` on, until the next such fact. */
export type EmploymentKindSet = Fact<'employment-kind-set', { readonly employmentKind: string }>
/** A part was begun; it makes the status `in-progress` before the first completion, and nothing else. */
export type PartStarted = Fact<'part-started', { readonly part: string }>
export type PartCompleted = Fact<'part-completed', { readonly part: string; readonly version: number }>
/**
 * The track that the fact speaks of, where it is the one to renew with: completed, it earns only where something was earned
 * already in this employment spell, lapsed or not. Left out, it is the initial track, which always counts.
 */
type Scoped = { readonly scope?: 'renewal' }
export type TrackScope = 'initial' | 'renewal'
export const scopeOf = ({ scope }: Scoped): TrackScope => scope ?? 'initial'
/** The whole track was completed in this version. Not read where the policy names parts. */
export type Completed = Fact<'completed', { readonly version: number } & Scoped>
/** Evidence from elsewhere, accepted by the practice. Without `validThrough` it earns what a completion that day would. */
export type ExternalAccepted = Fact<
  'external-accepted',
  { readonly provider: string; readonly validThrough?: LocalDate } & Scoped
>
/** On leave from `effectiveOn` through `through`, both days included. */
export type LeaveStarted = Fact<'leave-started', { readonly through: LocalDate }>
/** `effectiveOn` is the last day of a leave that ended otherwise than planned. */
export type LeaveEnded = Fact<'leave-ended'>
/** This cycle's due date becomes `to`. The cycle is the one that is open on `effectiveOn`. */
export type Extended = Fact<'extended', { readonly to: LocalDate }>
/** Exempt from `effectiveOn` through `through`, both days included. */
export type Exempted = Fact<'exempted', { readonly through: LocalDate }>
/**
 * Mends the fact that it names. `moved`: that fact speaks of this one's `effectiveOn` (and `at`) instead.
 * `void`: that fact never was. It may name another correction, which then no longer holds or holds otherwise.
 */
export type Corrected = Fact<'corrected', { readonly corrects: string; readonly outcome: 'moved' | 'void' }>
/**
 * A new version of a track was published on `effectiveOn`. `material`: holders of earlier versions owe its update
 * by `dueOn`. `critical`: what earlier versions earned stops counting on `dueOn`, the first day without it. Versions are
 * counted for each track apart: a change of the one to renew with binds those whom that one keeps current, and nobody else.
 */
export type Superseded = Fact<
  'superseded',
  { readonly version: number } & (
    | { readonly change: 'editorial' | 'clarifying' }
    | { readonly change: 'material' | 'critical'; readonly dueOn: LocalDate }
  ) &
    Scoped
>
/** The short update to this version was completed. It moves no date. */
export type Updated = Fact<'updated', { readonly version: number } & Scoped>
/** From `effectiveOn` on it is known that the person's licence renews on `dueOn`. Read by the licence cadence only. */
export type LicenceRenewalSet = Fact<'licence-renewal-set', { readonly dueOn: LocalDate }>
/** The requirement was retired: from `effectiveOn` nobody owes it. */
export type Retired = Fact<'retired'>

/** One fact about one person and one requirement at one practice. */
export type EvidenceEvent =
  | Employed
  | EmploymentEnded
  | RoleStarted
  | RoleEnded
  | LocationSet
  | EmploymentKindSet
  | PartStarted
  | PartCompleted
  | Completed
  | ExternalAccepted
  | LeaveStarted
  | LeaveEnded
  | Extended
  | Exempted
  | Corrected
  | Superseded
  | Updated
  | LicenceRenewalSet
  | Retired
