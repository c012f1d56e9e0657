import type {
  ConfirmFolderImportRefusal,
  StartFolderImportRefusal,
} from '#lib/use-cases/authoring/import-folder'
import type { ConfirmItemImportRefusal, StartItemImportRefusal } from '#lib/use-cases/authoring/import-items'

export type ExchangeRefusal =
  | StartItemImportRefusal
  | ConfirmItemImportRefusal
  | StartFolderImportRefusal
  | ConfirmFolderImportRefusal
  | 'items-file-too-large'
  | 'folder-too-large'

/** The field that a refusal is about. */
export const exchangeFields = {
  'items-file-too-large': 'file',
  'folder-too-large': 'archive',
  'items-key-change-unconfirmed': 'keyChange',
} as const satisfies Partial<Record<ExchangeRefusal, string>>
