declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

/** UUIDs that the compiler keeps apart. A row's id becomes branded where `lib/data` reads it, or where zod parsed it. */
export type PracticeId = Id<'practice'>
export type PersonId = Id<'person'>
export type StaffMemberId = Id<'staff-member'>
export type RequirementId = Id<'requirement'>
export type AssignmentId = Id<'assignment'>
export type AttemptId = Id<'attempt'>
export type ModuleVersionId = Id<'module-version'>
export type PlayId = Id<'play'>
export type RefresherId = Id<'refresher'>
export type FormId = Id<'form'>
export type OutsideReviewerId = Id<'outside-reviewer'>
