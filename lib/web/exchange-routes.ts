import { to } from '#lib/web/address'

/** Of items and folders on their way in and out. */
export const exchangeRoutes = {
  itemExchange: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/exchange`,
  itemTable: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/table`,
  itemGift: (practiceId: string, draftId: string) => to`/authoring/${practiceId}/drafts/${draftId}/quiz/gift`,
  itemImports: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/imports`,
  itemImport: (practiceId: string, draftId: string, itemImportId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/imports/${itemImportId}`,
  itemImportConfirmation: (practiceId: string, draftId: string, itemImportId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/quiz/imports/${itemImportId}/confirmation`,
  newFolder: (practiceId: string) => to`/authoring/${practiceId}/folders/new`,
  folders: (practiceId: string) => to`/authoring/${practiceId}/folders`,
  folderImport: (practiceId: string, folderId: string) => to`/authoring/${practiceId}/folders/${folderId}`,
  folderConfirmation: (practiceId: string, folderId: string) =>
    to`/authoring/${practiceId}/folders/${folderId}/confirmation`,
  draftFolder: (practiceId: string, draftId: string) => to`/authoring/${practiceId}/drafts/${draftId}/folder`,
}
