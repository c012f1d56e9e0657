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
      isMove: fields.choiceMove !== undefined,
    })),
  run: saveCaseNode,
  redirectTo: (_, { practiceId: id, draftId: draft, nodeId: node, isMove }) =>
    isMove ? routes.caseNode(id, draft, node) : routes.caseDraft(id, draft),
  notice: () => 'case-saved',
  formPage: ({ practiceId: id = '', draftId: draft = '', nodeId: node = '' }) =>
    routes.caseNode(id, draft, node),
})
