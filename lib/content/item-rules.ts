import type { FileProblem } from '#lib/content/file-problem'
import { phoneNumberAt } from '#lib/content/lesson/phone-text'
import { promptsOf, rightAnswer, textsOf } from '#lib/content/quiz-entry'
import type { QuizEntry } from '#lib/content/quiz-schema'
import { firstOrders } from '#lib/domain/curriculum/item-kind'
import { hiddenCharacter } from '#lib/domain/curriculum/source/hidden-characters'

export type Point = (path: readonly PropertyKey[], message: string) => FileProblem
type Place = (part: readonly PropertyKey[], message: string) => FileProblem
type OfKind<Kind extends QuizEntry['kind']> = Extract<QuizEntry, { kind: Kind }>

const letters = ['a', 'b', 'c', 'd', 'e', 'f']
const differ = (values: readonly string[]) => new Set(values).size === values.length

function singleProblems(item: OfKind<'single'>, at: Place) {
  const correct = rightAnswer(item).length
  return correct === 1
    ? []
    : [at(['options'], `Exactly one option is correct; here ${correct} are. Mark one.`)]
}

function multipleProblems(item: OfKind<'multiple'>, at: Place) {
  const correct = rightAnswer(item).length
  if (correct >= 2 && correct < item.options.length) return []
  return [
    at(
      ['options'],
      `Two or more options are correct, and one or more is not; here ${correct} are. Mark them.`,
    ),
  ]
}

/** The order shown first is one of a few, none of which may be the right one: a draw knows no keys. */
function orderingProblems(item: OfKind<'ordering'>, at: Place) {
  const places = item.options.map(({ place }) => place).sort()
  if (places.some((place, index) => place !== index + 1)) {
    return [at(['options'], `The places are 1 to ${item.options.length}, each once.`)]
  }
  const right = rightAnswer(item).join()
  return firstOrders(item.options.map(({ id }) => id)).some((order) => order.join() === right)
    ? [
        at(
          ['options'],
          'As written, or begun at another entry, this is the right order already. Mix the entries.',
        ),
      ]
    : []
}

function matchingProblems(item: OfKind<'matching'>, at: Place) {
  const { prompts, options } = item
  const used = new Set(prompts.map(({ option }) => option))
  const problems = prompts.flatMap(({ option }, index) =>
    options.some(({ id }) => id === option)
      ? []
      : [at(['prompts', index, 'option'], `There is no option “${option}”. Write it, or mend the letter.`)],
  )
  if (!differ(prompts.map(({ id }) => id)))
    problems.push(at(['prompts'], 'The prompts have an id each: p, q, r and so on.'))
  if (!differ(prompts.map(({ text }) => text))) problems.push(at(['prompts'], 'Two prompts say the same.'))
  if (used.size < 2)
    problems.push(at(['prompts'], 'All prompts go with one option. Let two options be right at least.'))
  if (prompts.map(({ option }) => option).join() === letters.slice(0, prompts.length).join()) {
    problems.push(at(['options'], 'The options stand in the order of their prompts. Mix them.'))
  }
  options.forEach(({ id, rationale }, index) => {
    if (used.has(id) || rationale !== undefined) return
    problems.push(at(['options', index], `No prompt goes with “${id}”. Add a rationale that says why.`))
  })
  return problems
}

function kindProblems(item: QuizEntry, at: Place): readonly FileProblem[] {
  switch (item.kind) {
    case 'single':
      return singleProblems(item, at)
    case 'multiple':
      return multipleProblems(item, at)
    case 'ordering':
      return orderingProblems(item, at)
    case 'matching':
      return matchingProblems(item, at)
  }
}

function optionProblems(item: QuizEntry, at: Place): readonly FileProblem[] {
  const ids = item.options.map(({ id }) => id)
  const problems: FileProblem[] = []
  if (item.kind === 'single') {
    if (!differ(ids) || ids.some((id) => letters.indexOf(id) > 3)) {
      problems.push(at(['options'], 'The options are called a, b, c and d, each once.'))
    }
  } else if (ids.some((id, index) => id !== letters[index])) {
    problems.push(at(['options'], 'The options are called a, b, c and so on, in this order.'))
  }
  if (!differ(item.options.map(({ text }) => text))) {
    problems.push(
      at(
        ['options'],
        `Two options say the same. Write ${item.kind === 'single' ? 'four ' : ''}different ones.`,
      ),
    )
  }
  return problems
}

function wordProblems(item: QuizEntry, at: Place): readonly FileProblem[] {
  const texts = textsOf({ ...item, prompts: promptsOf(item) })
  const hasPhone = texts.some((text) => phoneNumberAt(text) !== undefined)
  if (hasPhone) return [at([], 'An item holds no phone number. Name the service by its words.')]
  return texts.some(hiddenCharacter)
    ? [at([], 'An item has a character that nobody can see. Delete it.')]
    : []
}

/** What an item may name. Sources that were not read are not checked. */
export type KnownIds = {
  readonly objectives: readonly string[]
  readonly sources: readonly string[] | undefined
  readonly vignettes: readonly string[]
}

function idProblems(item: QuizEntry, known: KnownIds, at: Place): readonly FileProblem[] {
  const problems: FileProblem[] = []
  if (!known.objectives.includes(item.objective)) {
    problems.push(at(['objective'], `There is no objective “${item.objective}” in module.yaml.`))
  }
  if (known.sources && !known.sources.includes(item.source)) {
    problems.push(at(['source'], `There is no source “${item.source}” in sources.yaml.`))
  }
  if (item.vignette !== undefined && !known.vignettes.includes(item.vignette)) {
    problems.push(at(['vignette'], `There is no vignette “${item.vignette}” above the items.`))
  }
  return problems
}

/** Every rule of one item, whatever its state. */
export function itemProblems(
  item: QuizEntry,
  index: number,
  known: KnownIds,
  point: Point,
): readonly FileProblem[] {
  const at: Place = (part, message) => point(['items', index, ...part], message)
  return [
    ...kindProblems(item, at),
    ...optionProblems(item, at),
    ...wordProblems(item, at),
    ...idProblems(item, known, at),
  ]
}
