import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { canonicalHash, sha256 } from '#lib/content/canonical-hash'

/** sha256 in hex, by path below the folder with forward slashes. */
export type FileHashes = Readonly<Record<string, string>>

const textFile = /\.(?:mdx|yaml)$/

/** A checkout may have turned the line ends of text files; that is not a change of content. */
function bytesOf(file: string): string | Uint8Array {
  return textFile.test(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : readFileSync(file)
}

/** The hash of every file below a folder. Cheap: nothing is parsed. */
export function fileHashes(folder: string): FileHashes {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  const named = files.map((file) => [
    path.relative(folder, file).split(path.sep).join('/'),
    sha256(bytesOf(file)),
  ])
  return Object.fromEntries(named)
}

/**
 * The hash of a module version's folder: what the database keeps as the version's content hash. The same hash means that
 * the version is published already and needs no compilation.
 */
export const versionHash = (versionFolder: string) => canonicalHash(fileHashes(versionFolder))

export const textFileHash = (file: string) => sha256(bytesOf(file))
