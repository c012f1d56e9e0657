import * as z from 'zod'
import { languages } from '#lib/domain/language'
import { emailAddress, personName } from '#lib/web/account-fields'
import { optionalText } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

type OfDraft = { readonly practiceId?: string; readonly draftId?: string }

/** Of an invitation to read a draft from outside. */
export const outsideFields = {
  outsideName: personName,
  emailAddress,
  outsideRole: optionalText,
  outsideLanguage: z.enum(languages),
}

export const outsideReviewersPage = ({ practiceId = '', draftId = '' }: OfDraft) =>
  routes.outsideReviewers(practiceId, draftId)
