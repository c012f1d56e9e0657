import type { DraftEventKind } from '#lib/domain/authoring/draft-state'
import type { NoteDeedKind } from '#lib/domain/authoring/practice-note'
import type { LocalDate } from '#lib/domain/calendar'
import type { OutsideReviewerId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/** What was done with texts that a practice writes itself. */
export type AuthoringEvent =
  | {
      /** Its last texts stay among the revisions. */
      readonly kind: 'draft-translation-dropped'
      readonly draftId: string
      readonly files: number
    }
  | {
      readonly kind: 'module-begun'
      readonly authoredId: string
      /** The module id that its versions are published under. */
      readonly moduleId: string
      /** The version that it is a copy of; null where it was begun here. */
      readonly originVersionId: string | null
    }
  | {
      readonly kind: 'case-begun'
      readonly authoredId: string
      /** The case id that its versions are published under. */
      readonly caseId: string
      /** The version that it is a copy of; null where it was begun here. */
      readonly originVersionId: string | null
    }
  | {
      readonly kind: 'version-begun'
      readonly draftId: string
      readonly number: number
      /** The published version whose text it begins with, or was given again. */
      readonly fromNumber: number
      readonly filesHash: string
    }
  | {
      readonly kind: 'publication-planned'
      readonly draftId: string
      readonly publishOn: LocalDate
      readonly filesHash: string
    }
  | {
      readonly kind: 'draft-moved'
      readonly draftId: string
      readonly deed: DraftEventKind
      /** SHA-256 over all files as they stood. */
      readonly filesHash: string
      /** Approved by an author alone, with a reason: the practice has nobody else. */
      readonly isSolo: boolean
    }
  | {
      readonly kind: 'module-version-published'
      readonly moduleVersionId: string
      readonly contentHash: string
    }
  | {
      readonly kind: 'case-version-published'
      readonly caseVersionId: string
      readonly contentHash: string
    }
  | {
      readonly kind: 'track-version-published'
      readonly trackVersionId: string
      readonly contentHash: string
    }
  | {
      /** A text that a practice puts at the end of a lesson of the library. */
      readonly kind: 'practice-note-moved'
      readonly moduleId: string
      readonly lessonId: string
      readonly language: Language
      readonly number: number
      readonly deed: 'written' | NoteDeedKind
      /** SHA-256 of the text as colleagues see it. */
      readonly treeHash: string
      /** Approved by its author alone, with a reason: the practice has nobody else. */
      readonly isSolo: boolean
    }
  /** With the right answers. */
  | {
      readonly kind: 'items-exported'
      readonly draftId: string
      readonly format: 'csv' | 'gift'
      readonly items: number
    }
  | {
      readonly kind: 'items-imported'
      readonly draftId: string
      readonly importId: string
      readonly added: number
      readonly changed: number
    }
  | { readonly kind: 'folder-exported'; readonly draftId: string; readonly filesHash: string }
  | {
      readonly kind: 'folder-imported'
      readonly draftId: string
      readonly importId: string
      readonly files: number
      /** The draft was there; what its files said before stays among the kept revisions. */
      readonly isNextText: boolean
      /** The version of another practice that it is a copy of; where it came as a file, none. */
      readonly originVersionId?: string
    }
  /** Somebody without an account was asked to read one draft, used the link, or was shut out again. */
  | {
      readonly kind: 'outside-reviewer-invited' | 'outside-reviewer-entered' | 'outside-reviewer-withdrawn'
      readonly draftId: string
      readonly reviewerId: OutsideReviewerId
    }
  | {
      readonly kind: 'outside-comment-written'
      readonly draftId: string
      readonly reviewerId: OutsideReviewerId
    }
