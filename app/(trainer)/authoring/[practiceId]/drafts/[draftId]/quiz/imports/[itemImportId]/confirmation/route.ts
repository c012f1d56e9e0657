import * as z from 'zod'
import { confirmItemImport } from '#lib/use-cases/authoring/import-items'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { itemImportId } from '#lib/web/exchange-fields'
import { mark } from '#lib/web/item-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

const address = ({ practiceId: id = '', draftId: draft = '', itemImportId: of = '' }) =>
  routes.itemImport(id, draft, of)

export const POST = command({
  input: z.strictObject({
    practiceId,
    draftId,
    itemImportId,
    mark,
    keyChange: z.literal('on').optional(),
  }),
  run: (context, { keyChange, ...input }) =>
    confirmItemImport(context, { ...input, isKeyChangeMeant: keyChange === 'on' }),
  redirectTo: (_done, input) => address(input),
  notice: () => 'items-imported',
  formPage: address,
})
