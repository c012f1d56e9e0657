import type { Context } from '#lib/context'
import { saveChoices } from '#lib/data/import-rows'
import { type ImportWord, saveImportWords } from '#lib/data/import-words'
import { lockImport, updateImport } from '#lib/data/roster-import'
import { listStaffPosts } from '#lib/data/staff-posts'
import { membershipWith } from '#lib/domain/access/actor'
import type { EmploymentKind, Role } from '#lib/domain/people/roles'
import type { RowChoice } from '#lib/domain/people/roster-import/match-row'
import { plainWord } from '#lib/domain/people/roster-import/plain-word'
import type { DayOrder } from '#lib/domain/people/roster-import/written-day'
import { ok, type Result, refuse } from '#lib/domain/result'

export type SettleImportQuestionsRefusal = 'not-found' | 'import-moved-on' | 'nothing-answered'

type Input = {
  readonly practiceId: string
  readonly importId: string
  readonly dayOrder: DayOrder | null
  readonly roles: readonly { readonly word: string; readonly role: Role }[]
  readonly kinds: readonly { readonly word: string; readonly kind: EmploymentKind }[]
  readonly choices: readonly { readonly number: number; readonly choice: RowChoice }[]
}

/**
 * Answers what Beacon does not guess: what a word means, which the practice is not asked again; in which order days are written
 * in this file; and whom a row means. Then the file is held beside the staff again.
 */
export async function settleImportQuestions(
  { tx, now, actor }: Context,
  { practiceId: wanted, importId, dayOrder, roles, kinds, choices }: Input,
): Promise<Result<null, SettleImportQuestionsRefusal>> {
  const post = membershipWith(actor, wanted, 'manage')
  const record = post && (await lockImport(tx, post.practiceId, importId, { wait: true }))
  if (!post || !record) return refuse('not-found')
  const { practiceId } = post
  if (record.stage !== 'preview') return refuse('import-moved-on')
  if (dayOrder === null && roles.length + kinds.length + choices.length === 0) {
    return refuse('nothing-answered')
  }
  const known = new Set((await listStaffPosts(tx, practiceId)).map(({ staffMemberId }) => staffMemberId))
  const foreign = choices.some(({ choice }) => choice.kind === 'person' && !known.has(choice.staffMemberId))
  if (foreign) return refuse('not-found')
  const words: ImportWord[] = [
    ...roles.map(({ word, role }) => ({ kind: 'role', word: plainWord(word), meaning: role }) as const),
    ...kinds.map(
      ({ word, kind }) => ({ kind: 'employment-kind', word: plainWord(word), meaning: kind }) as const,
    ),
  ]
  await saveImportWords(tx, practiceId, words)
  await saveChoices(tx, { practiceId, importId }, choices)
  const settings = { ...record.settings, dayOrder: dayOrder ?? record.settings.dayOrder }
  await updateImport(tx, practiceId, importId, { stage: 'check', settings }, now)
  return ok(null)
}
