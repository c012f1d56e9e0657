import type { FolderFile } from '#lib/content/authoring/draft-folder'

/** What becomes of one file of a draft when a folder comes in its place. */
export type FolderChange = {
  readonly path: string
  readonly change: 'new' | 'changed' | 'unchanged' | 'removed'
}

const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(b)

/** Every file of either, those that come first, byte for byte. */
export function folderChanges(
  before: readonly FolderFile[],
  after: readonly FolderFile[],
): readonly FolderChange[] {
  const kept = after.map(({ path, bytes }): FolderChange => {
    const there = before.find((file) => file.path === path)
    if (!there) return { path, change: 'new' }
    return { path, change: isSame(there.bytes, bytes) ? 'unchanged' : 'changed' }
  })
  const gone = before.filter(({ path }) => !after.some((file) => file.path === path))
  return [...kept, ...gone.map(({ path }) => ({ path, change: 'removed' as const }))]
}
