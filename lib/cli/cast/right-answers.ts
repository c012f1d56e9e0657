import path from 'node:path'
import { moduleFolders, readModuleFolder } from '#lib/content/module-folder'
import { rightAnswer } from '#lib/content/quiz-entry'
import { invariant } from '#lib/domain/invariant'

/** The right answer to every item in `content/`, by item id. The keys in the database are for scoring alone. */
export function readRightAnswers(checkout: string): ReadonlyMap<string, readonly string[]> {
  const folders = moduleFolders(path.join(checkout, 'content'))
  return new Map(folders.flatMap((folder) => rightAnswersIn(folder)))
}

function rightAnswersIn(folder: string): (readonly [string, readonly string[]])[] {
  const { module } = readModuleFolder(folder, undefined)
  invariant(module, `the module in ${folder} can be read`)
  return module.versions.flatMap(({ quiz }) =>
    quiz.value.items.map((item) => [item.id, rightAnswer(item)] as const),
  )
}
