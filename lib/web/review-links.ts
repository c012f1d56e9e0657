import { routes } from '#lib/web/routes'

type OfBlock = { readonly practiceId?: string; readonly draftId?: string; readonly block?: string }

export const blockPage = ({ practiceId = '', draftId = '', block = '' }: OfBlock) =>
  routes.draftBlock(practiceId, draftId, block)
