import { globSync } from 'node:fs'
import fc from 'fast-check'
import { type QuizFile, quizSchema } from '#lib/content/quiz-schema'
import { readYaml } from '#lib/content/yaml-file'
import { bloomLevels } from '#lib/domain/curriculum/module'

/** The quizzes of the shipped modules. */
export const shippedQuizzes: readonly QuizFile[] = globSync('content/modules/*/v*/quiz.yaml').map((file) => {
  const read = readYaml(file, quizSchema)
  if (!read.ok) throw new Error(file)
  return read.value.value
})

const asWords = (text: string) =>
  text.toWellFormed().replaceAll('\0', '').replace(/\s+/g, ' ').trim().slice(0, 60).trim()
const someWords = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...'\\#=~{}:%->[]"\',;\n|@+0aé’ ') }),
    fc.string(),
    fc.constantFrom(
      '=1+1',
      "'=1+1",
      "''@x",
      '-> b',
      '[html]<b>',
      '[plain]a',
      '%50%',
      '// a',
      '::a::',
      '$CATEGORY: a',
      '####',
      '\\n',
      'a\\',
      '=',
      'yes',
    ),
  )
  .map(asWords)
  .filter((text) => text !== '')
const nameId = fc.stringMatching(/^[a-z]{1,5}(-[a-z0-9]{1,5})?$/)
const several = (min: number, max: number) => fc.uniqueArray(someWords, { minLength: min, maxLength: max })

const head = fc.record({
  state: fc.constantFrom('draft' as const, 'ready' as const, 'retired' as const),
  objective: nameId,
  bloom: fc.constantFrom(...bloomLevels),
  mustPass: fc.boolean(),
  stem: someWords,
  source: nameId,
  reason: someWords,
})
const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const promptIds = ['p', 'q', 'r', 's', 't', 'u'] as const

const anyItem = fc
  .tuple(
    fc.constantFrom('single' as const, 'multiple' as const, 'ordering' as const, 'matching' as const),
    head,
    several(4, 6),
    several(3, 6),
    fc.nat(2),
  )
  .map(([kind, { reason, ...rest }, texts, asked, wrong]): Record<string, unknown> => {
    if (kind === 'single') {
      return {
        ...rest,
        options: texts
          .slice(0, 4)
          .map((text, index) => ({ id: ids[index], text, correct: index === wrong, rationale: reason })),
      }
    }
    if (kind === 'multiple') {
      return {
        ...rest,
        kind,
        options: texts.map((text, index) => ({
          id: ids[index],
          text,
          correct: index > wrong,
          rationale: reason,
        })),
      }
    }
    if (kind === 'ordering') {
      return {
        ...rest,
        kind,
        options: texts.map((text, index) => ({
          id: ids[index],
          text,
          place: texts.length - index,
          rationale: reason,
        })),
      }
    }
    const used = texts.length - wrong
    return {
      ...rest,
      kind,
      prompts: asked.map((text, index) => ({
        id: promptIds[index],
        text,
        option: ids[index % used],
        rationale: `${reason}${index}`,
      })),
      options: texts.map((text, index) => ({
        id: ids[index],
        text,
        ...(index % used === index && index < asked.length ? {} : { rationale: `${reason}!` }),
      })),
    }
  })

/** Quizzes that the schema takes, in words that mean something to a table or to GIFT. */
export const anyQuiz: fc.Arbitrary<QuizFile> = fc
  .record({
    items: fc.array(anyItem, { minLength: 1, maxLength: 5 }),
    vignette: fc.option(someWords, { nil: undefined }),
  })
  .map(({ items, vignette }) =>
    quizSchema.parse({
      vignettes: vignette === undefined ? [] : [{ id: 'shared', text: vignette }],
      items: items.map((item, index) => ({
        ...item,
        id: `m01-q${index}`,
        ...(vignette === undefined || index > 1 ? {} : { vignette: 'shared' }),
      })),
    }),
  )
