import { to } from '#lib/web/address'

/** Of the short forms before and after a training. */
export const formRoutes = {
  formOffer: (assignmentId: string, moment: string) => to`/training/${assignmentId}/questions/${moment}`,
  formSittings: (assignmentId: string, moment: string) =>
    to`/training/${assignmentId}/questions/${moment}/sittings`,
  formSkip: (assignmentId: string, moment: string) => to`/training/${assignmentId}/questions/${moment}/skip`,
  form: (formId: string) => to`/questions/${formId}`,
  formAnswers: (formId: string) => to`/questions/${formId}/answers`,
  formResult: (formId: string) => to`/questions/${formId}/result`,
  skippedLessons: (formId: string) => to`/questions/${formId}/skipped-lessons`,
}
