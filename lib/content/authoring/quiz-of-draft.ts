import { type DraftQuiz, readDraftQuiz, readModuleHead } from '#lib/content/authoring/quiz-draft'
import type { QuizTexts } from '#lib/content/authoring/quiz-findings'
import { readVersionFacts, type VersionFacts } from '#lib/content/authoring/quiz-settings'
import type { Objective } from '#lib/domain/curriculum/module'

/** The quiz of a draft with what belongs to it, as far as its files can be read. Right answers are in it. */
export type QuizOfDraft = {
  readonly title: string
  readonly objectives: readonly Objective[]
  readonly facts: VersionFacts
  /** Undefined where the file cannot be read. */
  readonly quiz: DraftQuiz | undefined
}

/** @param slug stands for a title that nobody has written yet. */
export function quizOfDraft(texts: QuizTexts, slug: string): QuizOfDraft {
  const { title, objectives } = readModuleHead(texts.module)
  return {
    title: title === '' ? slug : title,
    objectives,
    facts: readVersionFacts(texts.version),
    quiz: readDraftQuiz(texts.quiz),
  }
}
