import * as z from 'zod'
import { addCaseNode } from '#lib/use-cases/authoring/save-case'
import { draftId } from '#lib/web/authoring-fields'
import { nodeFields, nodeFormOf } from '#lib/web/case-draft-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z
    .strictObject({ practiceId, draftId, ...nodeFields })
    .transform(({ practiceId: id, draftId: draft, ...fields }) => ({
      practiceId: id,
      draftId: draft,
      form: nodeFormOf(fields),
    })),
  run: addCaseNode,
  redirectTo: (_, input) => routes.caseDraft(input.practiceId, input.draftId),
  notice: () => 'case-saved',
  formPage: ({ practiceId: id = '', draftId: draft = '', nodeKind: kind = '' }) =>
    routes.newCaseNode(id, draft, kind),
})
