import { zipStream } from '#lib/csv/zip-stream'

type File = { readonly path: string; readonly bytes: Uint8Array }

/** The files of a module or case as an archive of their folder, piece by piece and byte for byte. */
export const folderArchive = (folder: string, files: readonly File[]): AsyncGenerator<Uint8Array> =>
  zipStream(files.map(({ path, bytes }) => ({ name: `${folder}/${path}`, content: inOne(bytes) })))

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
