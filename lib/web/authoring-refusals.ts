import type { BeginModuleRefusal } from '#lib/use-cases/authoring/begin-module'
import type { ChangeDraftRefusal } from '#lib/use-cases/authoring/change-draft'
import type { DropTranslationRefusal } from '#lib/use-cases/authoring/drop-translation'
import type { MoveDraftRefusal } from '#lib/use-cases/authoring/move-draft'
import type { PublishDraftRefusal } from '#lib/use-cases/authoring/publish-draft'
import type { PublishTrackRefusal } from '#lib/use-cases/authoring/publish-track'

export type AuthoringRefusal =
  | BeginModuleRefusal
  | ChangeDraftRefusal
  | DropTranslationRefusal
  | MoveDraftRefusal
  | PublishDraftRefusal
  | PublishTrackRefusal

/** The field that a refusal is about. */
export const authoringFields = {
  'change-day-missing': 'dueOn',
  'change-day-out-of-range': 'dueOn',
  'citing-reason-missing': 'citingReason',
  'wording-reason-missing': 'wordingReason',
  'translation-reason-missing': 'translationReason',
  'solo-reason-needed': 'reason',
  'plan-day-out-of-range': 'publishOn',
} as const satisfies Partial<Record<AuthoringRefusal, string>>
