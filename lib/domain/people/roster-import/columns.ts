import { headerWords } from '#lib/domain/people/roster-import/header-words'
import { plainWord } from '#lib/domain/people/roster-import/plain-word'

/** What a column of a roster file may hold. Two columns may share the name between them. */
export const importFields = [
  'name',
  'reversedName',
  'givenName',
  'familyName',
  'emailAddress',
  'employeeNumber',
  'role',
  'location',
  'employmentKind',
  'startedOn',
  'endedOn',
] as const
export type ImportField = (typeof importFields)[number]

/** In the order of the file's columns; null for one that is not read. */
export type Columns = readonly (ImportField | null)[]

const words: Readonly<Record<ImportField, readonly string[]>> = headerWords

const fieldOfHeader: ReadonlyMap<string, ImportField> = new Map(
  // The first field that knows a word keeps it.
  importFields.toReversed().flatMap((field) => words[field].map((word) => [word, field] as const)),
)

/**
 * What each column seems to hold: what the practice chose for a header of these words before, or else what the words say.
 * No field is guessed twice, and a first name without a last name is taken for the whole.
 */
export function guessColumns(
  headers: readonly string[],
  remembered: ReadonlyMap<string, ImportField | null>,
): Columns {
  const words = headers.map(plainWord)
  const known = words.map((word) => remembered.get(word))
  const taken = new Set<ImportField>()
  const guessed = words.map((word, index) => {
    const field = known[index] === undefined ? (fieldOfHeader.get(word) ?? null) : (known[index] ?? null)
    if (field === null || taken.has(field)) return null
    taken.add(field)
    return field
  })
  const isWhole = !taken.has('name') && !taken.has('reversedName') && !taken.has('familyName')
  return isWhole ? guessed.map((field) => (field === 'givenName' ? 'name' : field)) : guessed
}

export type ColumnsProblem = 'column-chosen-twice' | 'name-column-missing'

/** Why people cannot be read by these columns, if they cannot. */
export function columnsProblem(columns: Columns): ColumnsProblem | undefined {
  const chosen = columns.filter((field) => field !== null)
  if (new Set(chosen).size < chosen.length) return 'column-chosen-twice'
  const isNamed = (['name', 'reversedName', 'familyName'] as const).some((field) => chosen.includes(field))
  return isNamed ? undefined : 'name-column-missing'
}

/** The letter of a column as a spreadsheet writes it, from 0: A to Z, then AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${columnLetter(Math.floor(index / 26) - 1)}${last}`
}
