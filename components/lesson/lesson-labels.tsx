import type { CalloutKind } from '#lib/domain/curriculum/lesson-tree'
import type { ShownContact } from '#lib/domain/curriculum/local-contacts'
import type { SourceStatus } from '#lib/domain/curriculum/reference'

/** The interface words of a lesson, in the reader's language: the shape of the `lesson` messages. */
export type LessonLabels = {
  readonly callout: Readonly<Record<CalloutKind, string>>
  readonly check: {
    readonly heading: string
    readonly hint: string
    readonly right: string
    readonly notRight: string
    readonly source: string
  }
  readonly contact: {
    readonly phone: string
    readonly text: string
    readonly chat: string
    readonly openChat: string
    readonly hours: string
    readonly languages: string
    readonly checkedOn: string
    readonly notEntered: string
    readonly notTranslated: string
    readonly confidence: Readonly<Record<ShownContact['confidence'], string>>
  }
  readonly contentNote: { readonly heading: string; readonly explanation: string; readonly show: string }
  readonly sources: {
    readonly heading: string
    readonly note: string
    readonly readOn: string
    readonly notedOn: string
    readonly backToText: string
    readonly status: Readonly<Record<SourceStatus, string>>
  }
  readonly terms: { readonly heading: string }
  readonly table: string
}
