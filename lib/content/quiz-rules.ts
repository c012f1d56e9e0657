import type { FileProblem } from '#lib/content/file-problem'
import { phoneNumberAt } from '#lib/content/lesson/phone-text'
import { hiddenCharacter } from '#lib/content/lesson/screen'
import type { QuizEntry, QuizFile, VersionFile } from '#lib/content/module-schema'
import type { YamlFile } from '#lib/content/yaml-file'
import type { Objective } from '#lib/domain/curriculum/module'

const fewestItems = 12
const fewestItemsPerObjective = 4

type Point = (path: readonly PropertyKey[], message: string) => FileProblem

function optionProblems(item: QuizEntry, index: number, at: Point): readonly FileProblem[] {
  const problems: FileProblem[] = []
  const correct = item.options.filter((option) => option.correct).length
  if (correct !== 1) {
    problems.push(
      at(['items', index, 'options'], `Exactly one option is correct; here ${correct} are. Mark one.`),
    )
  }
  if (new Set(item.options.map(({ id }) => id)).size !== item.options.length) {
    problems.push(at(['items', index, 'options'], 'The options are called a, b, c and d, each once.'))
  }
  if (new Set(item.options.map(({ text }) => text)).size !== item.options.length) {
    problems.push(at(['items', index, 'options'], 'Two options say the same. Write four different ones.'))
  }
  return problems
}

function wordProblems(item: QuizEntry, index: number, at: Point): readonly FileProblem[] {
  const texts = [item.stem, ...item.options.flatMap(({ text, rationale }) => [text, rationale])]
  const message = texts.some((text) => phoneNumberAt(text) !== undefined)
    ? 'An item holds no phone number. Name the service by its words.'
    : 'An item has a character that nobody can see. Delete it.'
  const isWrong = texts.some((text) => phoneNumberAt(text) !== undefined || hiddenCharacter(text))
  return isWrong ? [at(['items', index], message)] : []
}

function itemProblems(
  item: QuizEntry,
  index: number,
  objectives: readonly string[],
  sources: readonly string[] | undefined,
  at: Point,
) {
  const problems = [...optionProblems(item, index, at), ...wordProblems(item, index, at)]
  if (!objectives.includes(item.objective)) {
    problems.push(
      at(['items', index, 'objective'], `There is no objective “${item.objective}” in module.yaml.`),
    )
  }
  if (sources && !sources.includes(item.source)) {
    problems.push(at(['items', index, 'source'], `There is no source “${item.source}” in sources.yaml.`))
  }
  return problems
}

function bankProblems(
  items: readonly QuizEntry[],
  version: VersionFile,
  objectives: readonly Objective[],
  at: Point,
) {
  const problems: FileProblem[] = []
  if (items.length < fewestItems) {
    problems.push(at(['items'], `The bank has ${items.length} items; write at least ${fewestItems}.`))
  }
  if (version.draw > items.length) {
    problems.push(at(['items'], `An attempt draws ${version.draw} items, but the bank has ${items.length}.`))
  }
  if (!items.some((item) => item.mustPass)) {
    problems.push(at(['items'], 'No item has mustPass: true. Mark the one that nobody may get wrong.'))
  }
  for (const { id } of objectives) {
    const count = items.filter((item) => item.objective === id).length
    if (count >= fewestItemsPerObjective) continue
    problems.push(
      at(['items'], `Objective “${id}” has ${count} items; write at least ${fewestItemsPerObjective}.`),
    )
  }
  return problems
}

function repeatedIds(items: readonly QuizEntry[], at: Point) {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [at(['items', index, 'id'], `Another item is called “${id}”. Give each its own id.`)] : []
  })
}

/** Every rule of a quiz bank that its schema cannot say. */
export function quizProblems(
  quiz: YamlFile<QuizFile>,
  version: VersionFile,
  objectives: readonly Objective[],
  sources: readonly string[] | undefined,
): readonly FileProblem[] {
  const { items } = quiz.value
  const ids = objectives.map(({ id }) => id)
  return [
    ...items.flatMap((item, index) => itemProblems(item, index, ids, sources, quiz.problemAt)),
    ...repeatedIds(items, quiz.problemAt),
    ...bankProblems(items, version, objectives, quiz.problemAt),
  ]
}
