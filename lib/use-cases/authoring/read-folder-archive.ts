import { createHash } from 'node:crypto'
import { type ArchiveProblem, mostDrawnPictures } from '#lib/content/archive/archive-limits'
import { type ArchivedFolder, readFolder } from '#lib/content/archive/read-folder'
import { reencodePicture } from '#lib/content/picture/reencode-picture'
import type { Context } from '#lib/context'
import { listKnownPictures } from '#lib/data/known-pictures'
import { membershipWith } from '#lib/domain/access/actor'
import { isTextPath } from '#lib/domain/authoring/draft-path'
import type { FolderArchive } from '#lib/domain/authoring/folder-archive'
import { ok, type Result, refuse } from '#lib/domain/result'

/** Who may have an archive read, with the pictures that need not be drawn again. */
export async function mayReadArchives(
  { tx, actor }: Context,
  practiceId: string,
): Promise<Result<readonly string[], 'not-found'>> {
  const post = membershipWith(actor, practiceId, 'author')
  return post ? ok(await listKnownPictures(tx, post.practiceId)) : refuse('not-found')
}

/** Reads an archive and draws its pictures again. Outside of every transaction, since it may take a while. */
export async function readFolderArchive(
  file: { readonly name: string; readonly bytes: Uint8Array },
  known: readonly string[],
): Promise<Result<FolderArchive, never>> {
  const refused = (problems: readonly ArchiveProblem[]) => ok({ fileName: file.name, folder: null, problems })
  const folder = readFolder(file.bytes)
  if (!folder.ok) return refused(folder.refusal)
  const isDrawnHere = (bytes: Uint8Array) => known.includes(createHash('sha256').update(bytes).digest('hex'))
  const strange = folder.value.files.filter(({ path, bytes }) => !isTextPath(path) && !isDrawnHere(bytes))
  if (strange.length > mostDrawnPictures) return refused([{ file: null, words: 'too-many-pictures' }])
  const drawn = await drawnAgain(strange)
  if (!drawn.ok) return refused(drawn.refusal)
  const files = folder.value.files.map((each) => drawn.value.get(each.path) ?? each)
  return ok({
    fileName: file.name,
    folder: { ...folder.value, files, drawn: [...drawn.value.keys()] },
    problems: [],
  })
}

type Files = ArchivedFolder['files']

async function drawnAgain(
  pictures: Files,
): Promise<Result<ReadonlyMap<string, Files[number]>, readonly ArchiveProblem[]>> {
  const drawn = new Map<string, Files[number]>()
  const problems: ArchiveProblem[] = []
  for (const { path, bytes } of pictures) {
    const picture = await reencodePicture(bytes)
    if (picture.ok) drawn.set(path, { path, bytes: picture.value.bytes })
    else problems.push({ file: path, words: 'picture-refused' })
  }
  return problems.length > 0 ? refuse(problems) : ok(drawn)
}
