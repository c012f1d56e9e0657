import { type CaseDraft, readCaseDraft } from '#lib/content/authoring/case-draft'
import { caseFindings, draftGraph, strandedNodes } from '#lib/content/authoring/case-findings'
import {
  type CaseAbout,
  type CaseRemarks,
  readCaseAbout,
  readCaseRemarks,
} from '#lib/content/authoring/case-frame-edits'
import { caseDraftPrompts } from '#lib/content/authoring/case-skeleton'
import { readVersionFacts } from '#lib/content/authoring/quiz-settings'
import type { Context } from '#lib/context'
import { findCaseFrame } from '#lib/data/case-draft'
import { listRegisterEntries } from '#lib/data/library'
import { listTeachingModules, type TeachingModule } from '#lib/data/own-case-library'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import type { CaseFinding } from '#lib/domain/authoring/case-finding'
import { type CaseLayout, caseLayout } from '#lib/domain/authoring/case-layout'
import { type NodeName, nodeNames } from '#lib/domain/authoring/case-names'
import type { Contact, Source } from '#lib/domain/curriculum/reference'
import { contactIn } from '#lib/domain/curriculum/register-words'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'

export type CaseDraftView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly draftId: string
  readonly title: string
  readonly about: CaseAbout & { readonly mark: string }
  readonly remarks: CaseRemarks & { readonly mark: string }
  readonly number: number
  readonly language: Language
  readonly isPublished: boolean
  /** Whether the actor may change it now. */
  readonly isEditable: boolean
  readonly isTranslated: boolean
  /** Null where the file cannot be read: nothing of it can be shown or changed here. */
  readonly draft: CaseDraft | null
  /** What people call each scene. */
  readonly names: readonly NodeName[]
  readonly findings: readonly CaseFinding[]
  readonly layout: CaseLayout
  /** What the case can exercise, and what it can cite. */
  readonly modules: readonly TeachingModule[]
  readonly sources: readonly { readonly id: string; readonly citation: string }[]
  /** Who can help, in the reader's language. */
  readonly contacts: readonly { readonly id: string; readonly name: string; readonly who: string }[]
}

/** The draft of a case: its opening, its scenes with what is to mend at each, its debrief, and its shape. */
export async function viewCaseDraft(
  { tx, actor, language }: Context,
  { practiceId: wanted, draftId }: { readonly practiceId: string; readonly draftId: string },
): Promise<Result<CaseDraftView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  const frame = post && (await findCaseFrame(tx, post.practiceId, draftId))
  if (!post || !frame) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const about = readCaseAbout(frame.texts.about)
  const draft = readCaseDraft(frame.texts.encounter) ?? null
  const graph = draft ? draftGraph(draft) : { start: '', nodes: [] }
  const sources = await listRegisterEntries<Source>(tx, 'sources')
  const contacts = await listRegisterEntries<Contact>(tx, 'contacts')
  return ok({
    practiceId,
    practiceName,
    capabilities,
    draftId,
    title: about.title === '' ? frame.slug : about.title,
    about,
    remarks: readCaseRemarks(frame.texts.version),
    number: frame.number,
    language: readVersionFacts(frame.texts.version).language,
    isPublished: !frame.isOpen,
    isEditable: frame.isOpen && capabilities.includes('author'),
    isTranslated: frame.translated.length > 0,
    draft,
    names: nodeNames(draft?.nodes ?? [], caseDraftPrompts),
    findings: draft ? caseFindings(draft) : [],
    layout: caseLayout(graph, strandedNodes(graph)),
    modules: await listTeachingModules(tx, practiceId),
    sources: sources.map(({ id, citation }) => ({ id, citation })),
    contacts: contacts.map((contact) => contactIn(contact, language)),
  })
}
