import { randomUUID } from 'node:crypto'
import { caseDraftPrompts } from '#lib/content/authoring/case-skeleton'
import { inTransaction } from '#lib/data/database'
import { replaceRegister } from '#lib/data/library'
import type { Actor } from '#lib/domain/access/actor'
import { ownKey } from '#lib/domain/authoring/own-key'
import { beginCase } from '#lib/use-cases/authoring/begin-case'
import { postAt } from '#tests/support/reading'
import { as, noon, type World } from '#tests/support/world'

export const opening = {
  setting: 'A small clinic in the evening',
  role: 'You are the nurse on duty.',
  patient: { name: 'Ola', age: 24, pronouns: 'she/her', reason: 'A cut on her hand' },
  known: ['She came with a man.', 'She has no papers with her.'],
  contentNote: 'This case speaks of threats, without detail.',
}

const facts = {
  title: 'The cut hand',
  summary: 'A young woman comes with a cut, and somebody else answers.',
  minutes: 6,
  language: 'en' as const,
  opening,
}

const source = {
  id: 'clinical-consensus',
  citation: 'Consensus',
  url: null,
  accessedOn: '2026-03-01',
  status: 'general-knowledge',
}
const contact = {
  id: 'emergency',
  name: 'Emergency services',
  who: 'Whoever is in danger now',
  phone: '911',
  hours: 'Always',
  languages: 'All',
  source: source.id,
  checkedOn: '2026-03-01',
  confidence: 'verified',
  scope: 'national',
}

/** The source that a case begins with. */
export async function addCaseSource({ owner }: World): Promise<void> {
  await inTransaction(owner, (tx) => replaceRegister(tx, 'sources', [{ ...source }], noon))
}

/** The source that a case begins with, and somebody who can help. */
export async function addCaseReferences(world: World): Promise<void> {
  await addCaseSource(world)
  await inTransaction(world.owner, (tx) => replaceRegister(tx, 'contacts', [{ ...contact }], noon))
}

/** An encounter in which somebody wrote all that was still to be written: each text differs from every other. */
export function writtenOut(encounter: string): string {
  const parts = encounter.split(new RegExp(caseDraftPrompts.map(RegExp.escape).join('|')))
  return parts.reduce((text, part, number) => `${text}The nurse does thing number ${number}.${part}`)
}

export async function beginOwnCase(world: World, author: Actor, moduleId: string) {
  const { practiceId } = postAt(author)
  const draftId = randomUUID()
  const begun = await as(world, author, (context) =>
    beginCase(context, { practiceId, draftId, moduleId, facts }),
  )
  if (!begun.ok) throw new Error(begun.refusal)
  return { practiceId, draftId, caseId: ownKey(draftId) }
}
