import type { AdaptCaseRefusal } from '#lib/use-cases/authoring/adapt-case'
import type { BeginCaseRefusal } from '#lib/use-cases/authoring/begin-case'
import type { SaveCaseRefusal } from '#lib/use-cases/authoring/save-case'

export type CaseDraftRefusal = AdaptCaseRefusal | BeginCaseRefusal | SaveCaseRefusal

/** The field that a refusal is about. */
export const caseDraftRefusalFields = {
  'case-module-unknown': 'caseModule',
  'case-contact-unknown': 'caseContacts',
} as const satisfies Partial<Record<CaseDraftRefusal, string>>
