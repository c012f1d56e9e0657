import type * as z from 'zod'
import type { AdvisoryGate, FindingPlace, GateReasons } from '#lib/domain/authoring/gates'
import { deedReason } from '#lib/web/authoring-fields'
import { routes } from '#lib/web/routes'

/** The field that takes the reason for passing a gate. */
export const reasonFields = {
  'lessons-cite': 'citingReason',
  'plain-words': 'wordingReason',
  translation: 'translationReason',
} as const satisfies Record<AdvisoryGate, string>

export const gateReasonFields = {
  citingReason: deedReason,
  wordingReason: deedReason,
  translationReason: deedReason,
}

type Typed = Readonly<z.output<z.ZodObject<typeof gateReasonFields>>>

/** The reasons by their gates; what was left empty is none. */
export const reasonsOf = ({ citingReason, wordingReason, translationReason }: Typed): GateReasons => ({
  ...(citingReason && { 'lessons-cite': citingReason }),
  ...(wordingReason && { 'plain-words': wordingReason }),
  ...(translationReason && { translation: translationReason }),
})

/** The page on which an author mends what stands at a place. */
export const mendingPage = (practiceId: string, draftId: string) => (place: FindingPlace) => {
  switch (place.kind) {
    case 'lesson':
      return routes.lessonDraft(practiceId, draftId, place.name)
    case 'item':
      return place.itemId === '' ? null : routes.quizItem(practiceId, draftId, place.itemId)
    case 'quiz':
      return routes.quizDraft(practiceId, draftId)
    case 'about':
      return `${routes.draft(practiceId, draftId)}#facts`
    case 'outline':
      return `${routes.draft(practiceId, draftId)}#lessons`
    case 'picture':
      return routes.draftMedia(practiceId, draftId)
    case 'case':
      return routes.caseDraft(practiceId, draftId)
    case 'whole':
      return null
  }
}
