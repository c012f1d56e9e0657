import { type QuizFile, quizSchema } from '#lib/content/quiz-schema'
import { readSource } from '#lib/content/yaml-edit/yaml-source'

/** A bank that stands as it must; undefined where something of it is missing or cannot be read. */
export function quizOfText(text: string): QuizFile | undefined {
  return quizSchema.safeParse(readSource(text)?.value).data
}
