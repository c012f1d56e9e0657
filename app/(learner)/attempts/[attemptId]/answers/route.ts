import * as z from 'zod'
import { saveAnswers } from '#lib/use-cases/training/save-answers'
import { command } from '#lib/web/command'
import { attemptId, contentId } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

const draft = z.strictObject({
  itemId: contentId,
  optionIds: z.array(z.string().max(64)).max(20),
  revision: z.int().min(0).max(1_000_000),
})

/** Autosave: drafts as JSON in one field, so that each names the revision that its page showed. */
export const POST = command({
  input: z.strictObject({
    attemptId,
    drafts: z.string().transform((text, context) => {
      const parsed = z.array(draft).min(1).max(200).safeParse(parseJson(text))
      if (parsed.success) return parsed.data
      context.addIssue({ code: 'custom', message: 'invalid' })
      return z.NEVER
    }),
  }),
  run: saveAnswers,
  reply: (saved) => saved,
  redirectTo: (_saved, { attemptId }) => routes.attempt(attemptId),
  formPage: (params) => routes.attempt(params['attemptId'] ?? ''),
})

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
