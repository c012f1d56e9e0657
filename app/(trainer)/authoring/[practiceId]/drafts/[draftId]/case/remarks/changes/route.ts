import * as z from 'zod'
import { saveCaseRemarks } from '#lib/use-cases/authoring/save-case'
import { draftId } from '#lib/web/authoring-fields'
import { caseMark, caseRemarkFields } from '#lib/web/case-draft-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z
    .strictObject({ practiceId, draftId, mark: caseMark, ...caseRemarkFields })
    .transform(({ caseContacts: contacts, caseReviewNote: reviewNote, ...form }) => ({
      ...form,
      contacts,
      reviewNote,
    })),
  run: saveCaseRemarks,
  redirectTo: (_, input) => routes.caseDraft(input.practiceId, input.draftId),
  notice: () => 'case-saved',
  formPage: ({ practiceId: id = '', draftId: draft = '' }) => routes.caseDebrief(id, draft),
})
