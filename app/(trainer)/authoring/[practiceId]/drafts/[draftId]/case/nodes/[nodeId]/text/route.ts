import * as z from 'zod'
import { saveCaseNode } from '#lib/use-cases/authoring/save-case'
import { draftId } from '#lib/web/authoring-fields'
import { caseMark, nodeFields, nodeFormOf, nodeId } from '#lib/web/case-draft-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z
    .strictObject({ practiceId, draftId, nodeId, mark: caseMark, ...nodeFields })
    .transform(({ practiceId: id, draftId: draft, nodeId: node, mark, ...fields }) => ({
      practiceId: id,
      draftId: draft,
      nodeId: node,
      mark,
      form: nodeFormOf(fields),
    })),
  run: saveCaseNode,
  redirectTo: (_, input) => routes.caseDraft(input.practiceId, input.draftId),
  notice: () => 'case-saved',
  formPage: ({ practiceId: id = '', draftId: draft = '', nodeId: node = '' }) =>
    routes.caseNode(id, draft, node),
})
