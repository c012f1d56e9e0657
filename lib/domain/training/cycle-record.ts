import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { Reviewer } from '#lib/domain/curriculum/module'
import type {
  AssignmentId,
  AttemptId,
  ModuleVersionId,
  PlayId,
  PracticeId,
  StaffMemberId,
} from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import type { FormsRecord } from '#lib/domain/training/track-forms'

type OfVersion = { readonly moduleId: string; readonly moduleVersionId: ModuleVersionId }

/** How far somebody came in a lesson. `place` is the number of the block at the top of the screen, from 1; 0 is the title. */
export type Reading = OfVersion & {
  readonly lessonId: string
  readonly place: number
  readonly finishedAt: Instant | null
}
export type OpenSitting = OfVersion & { readonly attemptId: AttemptId }
/** `granted`: attempts at this quiz that a manager allowed beyond the limit, in this cycle so far. */
export type Sat = OfVersion & { readonly attemptNumber: number; readonly granted: number }
export type ModuleDone = OfVersion & { readonly completedOn: LocalDate }

/** A case that the cycle asks for, in the version that it goes by, with how far its play that counts has come. */
export type CaseRecord = {
  readonly id: string
  readonly caseId: string
  readonly version: number
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly reviewers: readonly Reviewer[]
  readonly reviewNote: string
  /** Of these words: the version's own where it is not translated into the reader's. */
  readonly language: Language
  /** Null where it did not begin. */
  readonly playId: PlayId | null
  /** Null where it did not come to an end. */
  readonly completedOn: LocalDate | null
}

/** What is stored of the current cycle of one assignment. */
export type CycleRecord = {
  readonly assignmentId: AssignmentId
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly trackId: string
  /** From 1; the highest number is the current one. */
  readonly cycle: number
  readonly title: string
  readonly summary: string
  /** The modules that this cycle asks for, in order. */
  readonly moduleIds: readonly string[]
  /** The newest published version of each of them, by module id. */
  readonly newestVersions: Readonly<Record<string, ModuleVersionId>>
  readonly readings: readonly Reading[]
  readonly openSittings: readonly OpenSitting[]
  /** Submissions, the latest last. */
  readonly sat: readonly Sat[]
  readonly completions: readonly ModuleDone[]
  /** In order; empty where the track has none. */
  readonly cases: readonly CaseRecord[]
  readonly forms: FormsRecord
}

export type LessonOutline = { readonly id: string; readonly title: string; readonly minutes: number }

/** A module version without its text: what never changes once published. */
export type ModuleOutline = {
  readonly id: ModuleVersionId
  readonly moduleId: string
  readonly version: number
  readonly title: string
  readonly summary: string
  readonly minutes: number
  /** Items of one attempt. */
  readonly draw: number
  readonly reviewers: readonly Reviewer[]
  readonly reviewNote: string
  /** Of these words: the version's own where it is not translated into the reader's. */
  readonly language: Language
  readonly lessons: readonly LessonOutline[]
}
