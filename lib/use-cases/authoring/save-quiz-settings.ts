import { readModuleHead } from '#lib/content/authoring/quiz-draft'
import {
  type QuizSettings,
  readVersionFacts,
  settingsMark,
  withQuizSettings,
} from '#lib/content/authoring/quiz-settings'
import type { YamlEditRefusal } from '#lib/content/yaml-edit/edit-yaml'
import type { Context } from '#lib/context'
import { type ChangeQuizRefusal, changeQuizFile } from '#lib/data/quiz-draft'
import { membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

export type SaveQuizSettingsRefusal =
  | ChangeQuizRefusal
  | YamlEditRefusal
  | 'quiz-objective-unknown'
  | 'quiz-blueprint-sum'
  | 'changed-meanwhile'

type Input = QuizSettings & {
  readonly practiceId: string
  readonly draftId: string
  /** Of the settings as the page read them. */
  readonly mark: string
}
type Saved = Promise<Result<{ readonly text: string }, SaveQuizSettingsRefusal>>

/** Says what attempts at a draft's quiz ask and what passes. What the bank cannot fill yet is found by its checks. */
export async function saveQuizSettings({ tx, actor, now }: Context, input: Input): Saved {
  const { practiceId: wanted, draftId, mark, ...settings } = input
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const place = { practiceId: post.practiceId, draftId, file: 'version' } as const
  const counts = Object.entries(settings.blueprint ?? {})
  return changeQuizFile<SaveQuizSettingsRefusal, { text: string }>(
    tx,
    place,
    async ({ texts }) => {
      const { objectives } = readModuleHead(texts.module)
      const isKnown = counts.every(([id]) => objectives.some((objective) => objective.id === id))
      if (!isKnown) return refuse('quiz-objective-unknown')
      const sum = counts.reduce((all, [, count]) => all + count, 0)
      if (settings.blueprint && sum !== settings.draw) return refuse('quiz-blueprint-sum')
      if (settingsMark(readVersionFacts(texts.version)) !== mark) return refuse('changed-meanwhile')
      const changed = withQuizSettings(texts.version, settings)
      return changed.ok ? ok({ text: changed.value }) : changed
    },
    post.staffMemberId,
    now,
  )
}
