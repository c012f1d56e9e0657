import { existsSync } from 'node:fs'
import path from 'node:path'
import type { FileProblem } from '#lib/content/file-problem'
import { translationLanguages } from '#lib/content/translation-schema'
import type { YamlFile } from '#lib/content/yaml-file'

/** The folders of translations that lie in a version's folder, each with its language. */
export const translationFolders = (versionFolder: string) =>
  translationLanguages
    .map((language) => ({ language, folder: path.join(versionFolder, language) }))
    .filter(({ folder }) => existsSync(folder))

/** The same ids in the same order: what is missing, what is too much, or that the order differs. */
function idProblem(wanted: readonly string[], found: readonly string[]): string | undefined {
  const missing = wanted.filter((id) => !found.includes(id))
  const surplus = found.filter((id) => !wanted.includes(id))
  if (missing.length > 0) return `The original also has ${missing.join(', ')}. Translate it.`
  if (surplus.length > 0) return `The original has no ${surplus.join(', ')}. Delete it.`
  return wanted.join() === found.join() ? undefined : 'The original has another order. Follow it.'
}

/** Whether a part of a translation names what its original names, in the same order; a problem stands at the part. */
export function sameIds(
  { problemAt }: YamlFile<object>,
  part: readonly PropertyKey[],
  original: readonly string[],
  translated: readonly string[],
): readonly FileProblem[] {
  const message = idProblem(original, translated)
  return message === undefined ? [] : [problemAt(part, message)]
}

export const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id)
