import type { BeginNextVersionRefusal } from '#lib/use-cases/authoring/begin-next-version'
import type { ChangeVersionKindRefusal } from '#lib/use-cases/authoring/change-version-kind'
import type { EndPublicationPlanRefusal } from '#lib/use-cases/authoring/end-publication-plan'

export type VersionRefusal = BeginNextVersionRefusal | ChangeVersionKindRefusal | EndPublicationPlanRefusal

/** The field that a refusal is about. */
export const versionFields = {
  'update-lesson-unknown': 'updateLesson',
  'update-lesson-needs-material': 'updateLesson',
} as const satisfies Partial<Record<VersionRefusal, string>>
