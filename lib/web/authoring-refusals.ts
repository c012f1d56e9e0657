import type { BeginModuleRefusal } from '#lib/use-cases/authoring/begin-module'
import type { ChangeDraftRefusal } from '#lib/use-cases/authoring/change-draft'
import type { MoveDraftRefusal } from '#lib/use-cases/authoring/move-draft'
import type { PublishDraftRefusal } from '#lib/use-cases/authoring/publish-draft'
import type { PublishTrackRefusal } from '#lib/use-cases/authoring/publish-track'

export type AuthoringRefusal =
  | BeginModuleRefusal
  | ChangeDraftRefusal
  | MoveDraftRefusal
  | PublishDraftRefusal
  | PublishTrackRefusal

/** The field that a refusal is about. */
export const authoringFields = {
  'advice-reason-missing': 'reason',
  'change-day-missing': 'dueOn',
  'change-day-out-of-range': 'dueOn',
  'solo-reason-needed': 'reason',
} as const satisfies Partial<Record<AuthoringRefusal, string>>
