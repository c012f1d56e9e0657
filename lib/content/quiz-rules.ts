import type { FileProblem } from '#lib/content/file-problem'
import { itemProblems, type Point } from '#lib/content/item-rules'
import { phoneNumberAt } from '#lib/content/lesson/phone-text'
import type { VersionFile } from '#lib/content/module-schema'
import { promptsOf } from '#lib/content/quiz-entry'
import type { QuizEntry, QuizFile } from '#lib/content/quiz-schema'
import type { YamlFile } from '#lib/content/yaml-file'
import type { BankItem } from '#lib/domain/curriculum/bank-item'
import { type BlueprintFault, blueprintFaults } from '#lib/domain/curriculum/blueprint'
import type { Objective } from '#lib/domain/curriculum/module'
import { hiddenCharacter } from '#lib/domain/curriculum/source/hidden-characters'

/** How many ready items a bank needs, in all and for each objective. */
export type BankRule = { readonly items: number; readonly perObjective: number }
export const libraryBank: BankRule = { items: 12, perObjective: 4 }
/** A practice writes for its own few: two turns of a quiz may ask the same. */
export const practiceBank: BankRule = { items: 6, perObjective: 2 }

const mostVignetteWords = 120

/** What attempts draw from: drafts and retired items count for nothing. */
export const readyItems = ({ items }: QuizFile) => items.filter(({ state }) => state === 'ready')

function bankProblems(
  items: readonly QuizEntry[],
  version: VersionFile,
  objectives: readonly Objective[],
  rule: BankRule,
  at: Point,
) {
  const problems: FileProblem[] = []
  if (items.length < rule.items) {
    problems.push(at(['items'], `The bank has ${items.length} items; write at least ${rule.items}.`))
  }
  if (version.draw > items.length) {
    problems.push(at(['items'], `An attempt draws ${version.draw} items, but the bank has ${items.length}.`))
  }
  if (!items.some((item) => item.mustPass)) {
    problems.push(at(['items'], 'No item has mustPass: true. Mark the one that nobody may get wrong.'))
  }
  for (const { id } of objectives) {
    const count = items.filter((item) => item.objective === id).length
    if (count >= rule.perObjective) continue
    problems.push(at(['items'], `Objective “${id}” has ${count} items; write at least ${rule.perObjective}.`))
  }
  return problems
}

/** An item as an attempt draws it. */
export const bankItem = (item: QuizEntry): BankItem => ({
  id: item.id,
  kind: item.kind,
  objectiveId: item.objective,
  vignetteId: item.vignette ?? null,
  mustPass: item.mustPass,
  promptIds: promptsOf(item).map(({ id }) => id),
  optionIds: item.options.map(({ id }) => id),
})

function told(fault: BlueprintFault, draw: number): string {
  switch (fault.kind) {
    case 'sum-differs':
      return `The blueprint asks ${fault.sum} items in all, and draw is ${draw}. Make them the same.`
    case 'too-few-items':
      return `Objective “${fault.objectiveId}” asks ${fault.asked}, has ${fault.ready} ready items that stand alone: add items or lower the number.`
    case 'must-pass-not-asked':
      return `Objective “${fault.objectiveId}” has items with mustPass: true, and an attempt may ask none of them. Ask one at least.`
    case 'must-pass-in-vignettes-only':
      return `Objective “${fault.objectiveId}” has mustPass: true in a vignette only. Mark an item that stands alone as well.`
  }
}

/** Whether every attempt can ask what the version says, with what is ready. */
function drawProblems(
  items: readonly QuizEntry[],
  { value, problemAt }: YamlFile<VersionFile>,
  objectives: readonly string[],
) {
  const { draw: size, blueprint } = value
  const place = blueprint ? 'blueprint' : 'draw'
  const unknown = Object.keys(blueprint ?? {}).filter((id) => !objectives.includes(id))
  if (unknown.length > 0) {
    return unknown.map((id) => problemAt(['blueprint', id], `There is no objective “${id}” in module.yaml.`))
  }
  return blueprintFaults(items.map(bankItem), { size, blueprint: blueprint ?? null }).map((fault) =>
    problemAt('objectiveId' in fault ? [place, fault.objectiveId] : [place], told(fault, size)),
  )
}

function repeatedIds(items: readonly QuizEntry[], at: Point) {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [at(['items', index, 'id'], `Another item is called “${id}”. Give each its own id.`)] : []
  })
}

function vignetteProblems({ vignettes, items }: QuizFile, at: Point): readonly FileProblem[] {
  return vignettes.flatMap(({ id, text }, index) => {
    const problem = (message: string) => at(['vignettes', index], message)
    const set = items.filter(({ vignette, state }) => vignette === id && state !== 'draft')
    return [
      ...(vignettes.findIndex((other) => other.id === id) < index
        ? [problem(`“${id}” stands here twice.`)]
        : []),
      ...(set.length < 2
        ? [
            problem(
              `A vignette is shared by two items or more; here ${set.length}. Write another, or move the text into the stem.`,
            ),
          ]
        : []),
      ...(text.split(' ').length > mostVignetteWords
        ? [problem(`A vignette has at most ${mostVignetteWords} words. Shorten it.`)]
        : []),
      ...(phoneNumberAt(text) !== undefined || hiddenCharacter(text)
        ? [problem('A vignette holds no phone number and no character that nobody can see.')]
        : []),
    ]
  })
}

/** Every rule of a quiz bank that its schema cannot say. */
export function quizProblems(
  quiz: YamlFile<QuizFile>,
  version: YamlFile<VersionFile>,
  objectives: readonly Objective[],
  sources: readonly string[] | undefined,
  rule: BankRule,
): readonly FileProblem[] {
  const { items, vignettes } = quiz.value
  const ids = objectives.map(({ id }) => id)
  const known = { objectives: ids, sources, vignettes: vignettes.map(({ id }) => id) }
  const ready = readyItems(quiz.value)
  const found = [
    ...items.flatMap((item, index) => itemProblems(item, index, known, quiz.problemAt)),
    ...vignetteProblems(quiz.value, quiz.problemAt),
    ...repeatedIds(items, quiz.problemAt),
    ...bankProblems(ready, version.value, objectives, rule, quiz.problemAt),
  ]
  // Of a bank that is wrong already, what a draw would find says nothing more.
  return found.length > 0 ? found : drawProblems(ready, version, ids)
}
