import type { z } from 'zod'
import type { FileProblem } from '#lib/content/file-problem'
import { moduleSchema, versionSchema } from '#lib/content/module-schema'
import { practiceBank, quizProblems } from '#lib/content/quiz-rules'
import { quizSchema } from '#lib/content/quiz-schema'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { issueWords, type YamlFile } from '#lib/content/yaml-file'
import { ok, type Result, refuse } from '#lib/domain/result'

export type QuizTexts = { readonly module: string; readonly version: string; readonly quiz: string }

/** What a check found, in the words that authors of files read; `item` is its place in the bank, null for what concerns all. */
export type QuizFinding = { readonly item: number | null; readonly message: string }

type Path = readonly PropertyKey[]
type Read<Value> = Result<
  { readonly value: Value; readonly file: YamlFile<Value>; readonly pathOf: (problem: FileProblem) => Path },
  readonly QuizFinding[]
>

const itemOf = ([list, place]: Path): number | null =>
  list === 'items' && typeof place === 'number' ? place : null

/** A file read from its text, which keeps for each problem the path that it points at. */
function readText<Value>(name: string, text: string, schema: z.ZodType<Value>): Read<Value> {
  const source = readSource(text)
  if (!source) return refuse([{ item: null, message: `${name} cannot be read as YAML.` }])
  const parsed = schema.safeParse(source.value, { reportInput: true })
  if (!parsed.success) {
    return refuse(
      parsed.error.issues.map((issue) => ({ item: itemOf(issue.path), message: issueWords(issue) })),
    )
  }
  const paths = new Map<FileProblem, Path>()
  const problemAt = (path: Path, message: string): FileProblem => {
    const problem = { file: name, line: 1, column: 1, message }
    paths.set(problem, path)
    return problem
  }
  const file = { file: name, value: parsed.data, problemAt }
  return ok({ value: parsed.data, file, pathOf: (problem) => paths.get(problem) ?? [] })
}

/**
 * What the rules of a quiz find in a draft: the same ones that publication asks, each beside the item that it concerns. Where a
 * file cannot stand as it is, only that is said: the rules read whole files.
 *
 * @param sources ids of the register.
 */
export function quizFindings(texts: QuizTexts, sources: readonly string[]): readonly QuizFinding[] {
  const quiz = readText('quiz.yaml', texts.quiz, quizSchema)
  if (!quiz.ok) return quiz.refusal
  const version = readText('version.yaml', texts.version, versionSchema)
  const about = readText('module.yaml', texts.module, moduleSchema)
  const unread = [version, about].flatMap((read) => (read.ok ? [] : read.refusal))
  if (!version.ok || !about.ok) return unread.map(({ message }) => ({ item: null, message }))
  const { objectives } = about.value.value
  return quizProblems(quiz.value.file, version.value.file, objectives, sources, practiceBank).map(
    (problem) => ({
      item: itemOf(quiz.value.pathOf(problem)),
      message: problem.message,
    }),
  )
}
