import { chainEntries } from '#lib/audit/chain-entries'
import { caseSkeleton, type NewCaseFacts } from '#lib/content/authoring/case-skeleton'
import { type CaseWordsRefusal, caseWordsRefused } from '#lib/content/authoring/case-words-refused'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findDraft, insertAuthored, insertDraft, listFolderNames } from '#lib/data/authored'
import { listTeachingModules } from '#lib/data/own-case-library'
import { membershipWith } from '#lib/domain/access/actor'
import { folderName } from '#lib/domain/authoring/folder-name'
import { ownKey } from '#lib/domain/authoring/own-key'
import { ok, type Result, refuse } from '#lib/domain/result'

export type BeginCaseRefusal = 'not-found' | 'changed-meanwhile' | 'case-module-unknown' | CaseWordsRefusal

type Input = {
  readonly practiceId: string
  /** Made with the form: the same form, sent again, begins the same case. */
  readonly draftId: string
  /** The module whose objectives the case exercises. */
  readonly moduleId: string
  readonly facts: Omit<NewCaseFacts, 'objectives'>
}

/** Begins a case of the practice's own: a folder with the smallest encounter that keeps every rule, to be written. */
export async function beginCase(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId, moduleId, facts }: Input,
): Promise<Result<{ draftId: string }, BeginCaseRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId } = post
  if (await findDraft(tx, practiceId, draftId)) return ok({ draftId })
  const refused = caseWordsRefused(textsOf(facts))
  if (refused) return refuse(refused)
  const modules = await listTeachingModules(tx, practiceId)
  const taught = modules.find((each) => each.moduleId === moduleId)
  if (!taught) return refuse('case-module-unknown')
  const slug = folderName(facts.title, await listFolderNames(tx, practiceId), 'case')
  const key = ownKey(draftId)
  const unit = { id: draftId, kind: 'case', key, slug, originVersionId: null } as const
  if (!(await insertAuthored(tx, practiceId, unit, staffMemberId, now))) return refuse('changed-meanwhile')
  const objectives = taught.objectives.map(({ id }) => id)
  const files = caseSkeleton(slug, { ...facts, objectives }).map(({ path, text }) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }))
  const draft = { id: draftId, authoredId: draftId, number: 1 }
  await insertDraft(tx, practiceId, draft, files, staffMemberId, now)
  const deed = { kind: 'case-begun', authoredId: draftId, caseId: key, originVersionId: null } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ draftId })
}

function textsOf({ title, summary, opening }: Input['facts']): readonly string[] {
  const { setting, role, patient, known, contentNote } = opening
  const { name, pronouns, reason } = patient
  return [title, summary, setting, role, name, pronouns, reason, ...known, contentNote]
}
