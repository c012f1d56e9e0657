import type { FileProblem } from '#lib/content/file-problem'
import { phoneNumberAt } from '#lib/content/lesson/phone-text'
import { hiddenCharacter } from '#lib/domain/curriculum/source/hidden-characters'

type Path = readonly PropertyKey[]
type Point = (path: Path, message: string) => FileProblem

/** Texts of a case, at any depth, with a phone number or a hidden character in them. */
export function wordProblems(value: unknown, at: Point, path: Path = []): readonly FileProblem[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, held]) =>
      wordProblems(held, at, [...path, Array.isArray(value) ? Number(key) : key]),
    )
  }
  if (typeof value !== 'string') return []
  if (phoneNumberAt(value) !== undefined) {
    return [at(path, 'A case holds no phone number. Name the service by its words.')]
  }
  return hiddenCharacter(value) ? [at(path, 'Here is a character that nobody can see. Delete it.')] : []
}
