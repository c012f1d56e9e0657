import type { FileProblem } from '#lib/content/file-problem'
import { phoneNumberAt } from '#lib/content/lesson/phone-text'
import { promptsOf, textsOf } from '#lib/content/quiz-entry'
import type { QuizEntry, QuizFile } from '#lib/content/quiz-schema'
import { idsOf, sameIds } from '#lib/content/translation-rules'
import type { QuizTranslationFile } from '#lib/content/translation-schema'
import type { YamlFile } from '#lib/content/yaml-file'
import { hiddenCharacter } from '#lib/domain/curriculum/source/hidden-characters'

type Item = QuizTranslationFile['items'][number]

const isUnsafe = (text: string) => phoneNumberAt(text) !== undefined || hiddenCharacter(text)

/** The options that lack the reason which their original gives, or give one where it has none. */
const unlikeReasons = (item: Item, original: QuizEntry) =>
  item.options.filter(({ id, rationale }) => {
    const same = original.options.find((option) => option.id === id)
    return same !== undefined && (same.rationale === undefined) !== (rationale === undefined)
  })

function itemProblems(
  file: YamlFile<QuizTranslationFile>,
  item: Item,
  index: number,
  original: QuizEntry | undefined,
): readonly FileProblem[] {
  const at = (...part: PropertyKey[]) => ['items', index, ...part]
  const unsafe = textsOf(item).some(isUnsafe)
    ? [file.problemAt(at(), 'An item holds no phone number and no character that nobody can see.')]
    : []
  if (!original) return unsafe
  return [
    ...sameIds(file, at('prompts'), idsOf(promptsOf(original)), idsOf(item.prompts ?? [])),
    ...sameIds(file, at('options'), idsOf(original.options), idsOf(item.options)),
    ...unlikeReasons(item, original).map(({ id }) =>
      file.problemAt(
        at('options'),
        `Give “${id}” a rationale where the original has one, and none elsewhere.`,
      ),
    ),
    ...unsafe,
  ]
}

/** By what the words of a quiz are not true to their original. A draft may wait for its translation. */
export function quizTranslationProblems(
  file: YamlFile<QuizTranslationFile>,
  quiz: QuizFile,
): readonly FileProblem[] {
  const { items, vignettes } = file.value
  const wanted = quiz.items.filter(
    ({ id, state }) => state !== 'draft' || items.some((item) => item.id === id),
  )
  const unsafe = vignettes.flatMap(({ text }, index) =>
    isUnsafe(text)
      ? [
          file.problemAt(
            ['vignettes', index],
            'A vignette holds no phone number and no character that nobody can see.',
          ),
        ]
      : [],
  )
  return [
    ...sameIds(file, ['vignettes'], idsOf(quiz.vignettes), idsOf(vignettes)),
    ...sameIds(file, ['items'], idsOf(wanted), idsOf(items)),
    ...unsafe,
    ...items.flatMap((item, index) =>
      itemProblems(
        file,
        item,
        index,
        quiz.items.find(({ id }) => id === item.id),
      ),
    ),
  ]
}
