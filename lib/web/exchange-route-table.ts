import type { RouteRule } from '#lib/web/route-rule'

const folders = '/authoring/[practiceId]/folders'
const quiz = '/authoring/[practiceId]/drafts/[draftId]/quiz'

/** Addresses of items and folders on their way in and out. Right answers are in them. */
export const exchangeRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: `${quiz}/exchange`, caller: 'author' },
  { method: 'GET', path: `${quiz}/table`, caller: 'author', isFile: true },
  { method: 'GET', path: `${quiz}/gift`, caller: 'author', isFile: true },
  { method: 'POST', path: `${quiz}/imports`, caller: 'author' },
  { method: 'GET', path: `${quiz}/imports/[itemImportId]`, caller: 'author' },
  { method: 'POST', path: `${quiz}/imports/[itemImportId]/confirmation`, caller: 'author' },
  { method: 'GET', path: '/authoring/[practiceId]/drafts/[draftId]/folder', caller: 'author', isFile: true },
  { method: 'GET', path: `${folders}/new`, caller: 'author' },
  { method: 'POST', path: folders, caller: 'author' },
  { method: 'GET', path: `${folders}/[folderId]`, caller: 'author' },
  { method: 'POST', path: `${folders}/[folderId]/confirmation`, caller: 'author' },
]
