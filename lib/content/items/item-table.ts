import { type QuizEntry, type QuizFile, quizSchema } from '#lib/content/quiz-schema'
import { ok, type Result, refuse } from '#lib/domain/result'

/** A quiz as rows of texts: one for each item. `rows` are numbered as a spreadsheet counts them, the headers' being 1. */
export type ItemTable = {
  readonly headers: readonly string[]
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
}

/** What is wrong in a row, at which column; null is for the whole row or file. */
export type RowProblem = { readonly row: number; readonly column: string | null; readonly message: string }

const letters = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const promptLetters = ['p', 'q', 'r', 's', 't', 'u'] as const

const head = [
  'id',
  'kind',
  'state',
  'objective',
  'bloom',
  'must_pass',
  'source',
  'vignette',
  'vignette_text',
  'stem',
]

/** `option_a_is` says right or wrong, or the place in an ordering; `prompt_p_goes_with` names the letter of an option. */
export const itemHeaders: readonly string[] = [
  ...head,
  ...letters.flatMap((letter) => [`option_${letter}`, `option_${letter}_is`, `option_${letter}_why`]),
  ...promptLetters.flatMap((letter) => [
    `prompt_${letter}`,
    `prompt_${letter}_goes_with`,
    `prompt_${letter}_why`,
  ]),
]

type Cells = Readonly<Record<string, string | undefined>>

function optionCells(item: QuizEntry): Cells {
  const cells = item.options.map((option) => {
    const name = `option_${option.id}`
    const is =
      'place' in option ? String(option.place) : 'correct' in option && (option.correct ? 'right' : 'wrong')
    return { [name]: option.text, [`${name}_is`]: is || '', [`${name}_why`]: option.rationale ?? '' }
  })
  return Object.assign({}, ...cells) as Cells
}

function promptCells(item: QuizEntry): Cells {
  const cells = (item.kind === 'matching' ? item.prompts : []).map(({ id, text, option, rationale }) => {
    const name = `prompt_${id}`
    return { [name]: text, [`${name}_goes_with`]: option, [`${name}_why`]: rationale }
  })
  return Object.assign({}, ...cells) as Cells
}

/**
 * The items of a quiz as rows, in the order of `itemHeaders`. Carries everything that the file says, save the order in which
 * the options of an item stand when it is not that of their letters.
 */
export function itemRows({ items, vignettes }: QuizFile): readonly (readonly string[])[] {
  return items.map((item) => {
    const cells: Cells = {
      id: item.id,
      kind: item.kind,
      state: item.state,
      objective: item.objective,
      bloom: item.bloom,
      must_pass: item.mustPass ? 'yes' : 'no',
      source: item.source,
      vignette: item.vignette,
      vignette_text: vignettes.find(({ id }) => id === item.vignette)?.text,
      stem: item.stem,
      ...optionCells(item),
      ...promptCells(item),
    }
    return itemHeaders.map((header) => cells[header] ?? '')
  })
}

const longestCell = 2000

/** A word that stands for a value; anything else is given to the schema as it is, which refuses it by name. */
const meant = <Value>(words: Readonly<Record<string, Value>>, cell: string): Value | string =>
  Object.hasOwn(words, cell) ? (words[cell] ?? cell) : cell

const filled = (name: string, value: string) => (value === '' ? {} : { [name]: value })

function meaningOf(kind: string, is: string) {
  if (kind === 'ordering') return { place: /^[1-6]$/.test(is) ? Number(is) : is }
  return kind === 'matching' ? filled('correct', is) : { correct: meant({ right: true, wrong: false }, is) }
}

function optionFrom(kind: string, letter: string, cell: (name: string) => string) {
  const [text = '', is = '', why = ''] = ['', '_is', '_why'].map((end) => cell(`option_${letter}${end}`))
  if (text + is + why === '') return []
  return [{ id: letter, text, ...meaningOf(kind, is), ...filled('rationale', why) }]
}

function promptFrom(letter: string, cell: (name: string) => string) {
  const [text = '', option = '', why = ''] = ['', '_goes_with', '_why'].map((end) =>
    cell(`prompt_${letter}${end}`),
  )
  return text + option + why === '' ? [] : [{ id: letter, text, option, ...filled('rationale', why) }]
}

function itemFrom(cell: (name: string) => string) {
  const kind = cell('kind') || 'single'
  const prompts = promptLetters.flatMap((letter) => promptFrom(letter, cell))
  return {
    id: cell('id'),
    kind,
    ...filled('state', cell('state')),
    objective: cell('objective'),
    ...filled('vignette', cell('vignette')),
    bloom: cell('bloom'),
    mustPass: meant({ yes: true, no: false }, cell('must_pass')),
    stem: cell('stem'),
    source: cell('source'),
    ...(kind === 'matching' || prompts.length > 0 ? { prompts } : {}),
    options: letters.flatMap((letter) => optionFrom(kind, letter, cell)),
  }
}

const columns: Readonly<Record<string, string>> = { mustPass: 'must_pass' }
const ends: Readonly<Record<string, string>> = {
  correct: '_is',
  place: '_is',
  rationale: '_why',
  option: '_goes_with',
}

/** The header of the cell that a path of the schema leads to. */
function columnOf(item: ReturnType<typeof itemFrom>, path: readonly PropertyKey[]): string | null {
  const [name, index, part] = path
  if (name !== 'options' && name !== 'prompts')
    return name === undefined ? null : (columns[String(name)] ?? String(name))
  const letter = (name === 'options' ? item.options : (item.prompts ?? []))[Number(index)]?.id
  if (letter === undefined) return null
  return `${name === 'options' ? 'option' : 'prompt'}_${letter}${ends[String(part)] ?? ''}`
}

function headerProblems(headers: readonly string[]): readonly RowProblem[] {
  const unknown = headers.filter((header) => header !== '' && !itemHeaders.includes(header))
  const missing = ['id', 'objective', 'bloom', 'must_pass', 'source', 'stem', 'option_a'].filter(
    (header) => !headers.includes(header),
  )
  return [
    ...unknown.map((column) => ({
      row: 1,
      column,
      message: 'Nobody knows this column. Delete it, or mend its name.',
    })),
    ...missing.map((column) => ({ row: 1, column, message: 'This column is missing. Add it.' })),
  ]
}

type ReadRow = {
  readonly row: number
  readonly items: QuizFile['items']
  readonly vignette: { id: string; text: string } | undefined
  readonly problems: readonly RowProblem[]
}

function readRow({ headers }: ItemTable, { number: row, cells }: ItemTable['rows'][number]): ReadRow {
  const cell = (name: string) => (cells[headers.indexOf(name)] ?? '').trim()
  const long = headers.filter((_, index) => (cells[index] ?? '').length > longestCell)
  const raw = itemFrom(cell)
  const [id, text] = [cell('vignette'), cell('vignette_text')]
  const read = quizSchema.safeParse({ items: [raw] })
  const issues = read.success ? [] : read.error.issues
  return {
    row,
    items: read.success ? read.data.items : [],
    vignette: id === '' || text === '' ? undefined : { id, text: text.replace(/\s+/g, ' ') },
    problems: [
      ...long.map((column) => ({
        row,
        column,
        message: `This has more than ${longestCell} characters. Shorten it.`,
      })),
      ...issues.map(({ path, message }) => ({ row, column: columnOf(raw, path.slice(2)), message })),
    ],
  }
}

function repeated(rows: readonly ReadRow[]): readonly RowProblem[] {
  return rows.flatMap(({ row, items, vignette }, index) => {
    const before = rows.slice(0, index)
    const twice = items.some(({ id }) => before.some((other) => other.items.some((item) => item.id === id)))
    const differs = before.some(
      (other) => other.vignette?.id === vignette?.id && other.vignette?.text !== vignette?.text,
    )
    return [
      ...(twice ? [{ row, column: 'id', message: 'Another row has this id. Give each item its own.' }] : []),
      ...(vignette && differs
        ? [
            {
              row,
              column: 'vignette_text',
              message: 'Another row gives this vignette other words. Write the same.',
            },
          ]
        : []),
    ]
  })
}

/** The quiz that rows say, all of it or none: every problem is named by its row and column. */
export function quizFromRows(table: ItemTable): Result<QuizFile, readonly RowProblem[]> {
  const unfit = headerProblems(table.headers)
  if (unfit.length > 0) return refuse(unfit)
  const rows = table.rows.map((row) => readRow(table, row))
  const problems = [...rows.flatMap((row) => row.problems), ...repeated(rows)]
  if (problems.length > 0) return refuse(problems.toSorted((a, b) => a.row - b.row))
  const vignettes = rows.flatMap(({ vignette }) => vignette ?? [])
  const once = vignettes.filter(({ id }, index) => vignettes.findIndex((other) => other.id === id) === index)
  return ok({ vignettes: once, items: rows.flatMap(({ items }) => items) })
}
