import { findingKind } from '#lib/content/authoring/finding-kinds'
import type { DraftItem } from '#lib/content/authoring/quiz-draft'
import { quizFindings } from '#lib/content/authoring/quiz-findings'
import { type QuizOfDraft, quizOfDraft } from '#lib/content/authoring/quiz-of-draft'
import { settingsMark } from '#lib/content/authoring/quiz-settings'
import { practiceBank } from '#lib/content/quiz-rules'
import type { Context } from '#lib/context'
import { listRegisterEntries } from '#lib/data/library'
import { findQuizFrame } from '#lib/data/quiz-draft'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import { type AskedItems, askedItems } from '#lib/domain/authoring/asked-items'
import type { GateFinding } from '#lib/domain/authoring/gates'
import { usedOptions, usedPrompts } from '#lib/domain/authoring/item-form'
import type { BankItem } from '#lib/domain/curriculum/bank-item'
import type { Objective } from '#lib/domain/curriculum/module'
import type { Source } from '#lib/domain/curriculum/reference'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

/** What a rule found, in the reader's words where its code has some, and as the rule says it in English where not. */
export type ToldFinding = Pick<GateFinding, 'code' | 'values' | 'message'>

export type ListedItem = DraftItem & {
  readonly findings: readonly ToldFinding[]
  readonly canMove: { readonly up: boolean; readonly down: boolean }
}

/** The items of one objective, in the order of the file. */
export type ObjectiveGroup = {
  /** Null for items whose objective the module does not have. */
  readonly objective: Objective | null
  readonly items: readonly ListedItem[]
  readonly ready: number
}

export type QuizDraftView = Omit<QuizOfDraft, 'quiz'> & {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly draftId: string
  /** Of the version. */
  readonly number: number
  readonly isPublished: boolean
  /** Whether the actor may change it now. */
  readonly isEditable: boolean
  /** The file cannot be read: nothing of it can be shown or changed here. */
  readonly isUnreadable: boolean
  readonly groups: readonly ObjectiveGroup[]
  /** Of the settings, for telling whether somebody changed them meanwhile. */
  readonly settingsMark: string
  /** Ready items that each objective needs. */
  readonly wanted: number
  readonly asked: AskedItems
  /** What concerns no single item. */
  readonly findings: readonly ToldFinding[]
}

const bankItem = ({ id, form }: DraftItem): BankItem => ({
  id,
  kind: form.kind,
  objectiveId: form.objective,
  vignetteId: form.vignette === '' ? null : form.vignette,
  mustPass: form.mustPass,
  promptIds: usedPrompts(form).map((prompt) => prompt.id),
  optionIds: usedOptions(form).map((option) => option.id),
})

/** The bank of a draft by objective, with what the rules find beside each item. */
export async function viewQuizDraft(
  { tx, actor }: Context,
  { practiceId: wanted, draftId }: { readonly practiceId: string; readonly draftId: string },
): Promise<Result<QuizDraftView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  const frame = post && (await findQuizFrame(tx, post.practiceId, draftId))
  if (!post || !frame) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const { quiz, ...of } = quizOfDraft(frame.texts, frame.slug)
  const sources = await listRegisterEntries<Source>(tx, 'sources')
  const findings = quizFindings(
    frame.texts,
    sources.map(({ id }) => id),
  )
  const items = quiz?.items ?? []
  const ready = items.filter(({ state }) => state === 'ready')
  const told = (item: number | null) =>
    findings
      .filter((finding) => finding.item === item)
      .map(({ message }) => toldFinding(message, of.objectives))
  const ids = of.objectives.map(({ id }) => id)
  return ok({
    ...of,
    practiceId,
    practiceName,
    capabilities,
    draftId,
    number: frame.number,
    isPublished: !frame.isOpen,
    isEditable: frame.isOpen && capabilities.includes('author'),
    isUnreadable: quiz === undefined,
    groups: groupsOf(of.objectives, items, told),
    settingsMark: settingsMark(of.facts),
    wanted: practiceBank.perObjective,
    asked: askedItems(ready.map(bankItem), of.facts, ids),
    findings: told(null),
  })
}

/** Objectives are told by their words: their ids are in the files only. */
function toldFinding(message: string, objectives: readonly Objective[]): ToldFinding {
  const { code, values } = findingKind('quiz.yaml', message)
  const named = objectives.find(({ id }) => id === values['id'])
  return { code, values: named ? { ...values, id: named.text } : values, message }
}

function groupsOf(
  objectives: readonly Objective[],
  items: readonly DraftItem[],
  told: (item: number) => readonly ToldFinding[],
): readonly ObjectiveGroup[] {
  const isKnown = (id: string) => objectives.some((objective) => objective.id === id)
  const group = (objective: Objective | null): ObjectiveGroup => {
    const isIn = ({ form }: DraftItem) =>
      objective ? form.objective === objective.id : !isKnown(form.objective)
    const isBeside = (item: DraftItem) => (other: DraftItem) => other.form.objective === item.form.objective
    const listed = items.flatMap((item, index): ListedItem[] => {
      if (!isIn(item)) return []
      const up = items.slice(0, index).some(isBeside(item))
      const down = items.slice(index + 1).some(isBeside(item))
      return [{ ...item, findings: told(index), canMove: { up, down } }]
    })
    return { objective, items: listed, ready: listed.filter(({ state }) => state === 'ready').length }
  }
  const strays = group(null)
  return [...objectives.map(group), ...(strays.items.length > 0 ? [strays] : [])]
}
