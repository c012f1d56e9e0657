/** Pictures do not pack: what comes in as an archive is about as large as what is in it. */
export const mostArchiveBytes = 20_000_000
/** Of all entries together, by what arrives and not by what the archive says. */
export const mostUnpackedBytes = 40_000_000
/** Before it is drawn again, which makes it small. */
export const mostPictureBytes = 12_000_000
/** Pictures that must be drawn again, each by a process of its own. */
export const mostDrawnPictures = 60

/** What is wrong with an archive or an entry of it. */
export type ArchiveProblem = {
  /** As the archive names it; null for the archive itself. */
  readonly file: string | null
  readonly words:
    | 'archive-broken'
    | 'archive-too-large'
    | 'unit-missing'
    | 'units-several'
    | 'too-many-files'
    | 'too-many-pictures'
    | 'name-unreadable'
    | 'leads-outside'
    | 'link'
    | 'locked'
    | 'packed-otherwise'
    | 'twice'
    | 'beside-folder'
    | 'no-place'
    | 'too-large'
    | 'damaged'
    | 'not-utf8'
    | 'not-yaml'
    | 'file-missing'
    | 'picture-refused'
    | 'picture-ending'
}
