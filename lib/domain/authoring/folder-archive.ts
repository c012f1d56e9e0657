/** A folder of a module or case as it came in: checked, its pictures drawn anew. */
export type ArrivedFolder = {
  readonly kind: 'module' | 'case'
  /** As the archive has it; empty where it has none. */
  readonly name: string
  /** Of the version. */
  readonly number: number
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
  /** Files of earlier versions. */
  readonly leftOut: readonly string[]
  /** Pictures that were drawn anew. */
  readonly drawn: readonly string[]
}

/** An archive that somebody sent, read: a folder, or all that is wrong with it. */
export type FolderArchive = {
  readonly fileName: string
  readonly folder: ArrivedFolder | null
  readonly problems: readonly { readonly file: string | null; readonly words: string }[]
}

/** The path of a file in a version of another number. */
export const pathInVersion = (path: string, number: number): string => path.replace(/^v\d+\//, `v${number}/`)
