import type { CaseEditRefusal, Edited } from '#lib/content/authoring/case-edit'
import {
  withNodeAdded,
  withNodeMoved,
  withNodeRemoved,
  withNodeSaved,
} from '#lib/content/authoring/case-edits'
import {
  type CaseRemarks,
  type OpeningWords,
  withAboutSaved,
  withDebriefSaved,
  withOpeningSaved,
  withRemarksSaved,
} from '#lib/content/authoring/case-frame-edits'
import { type CaseWordsRefusal, caseWordsRefused } from '#lib/content/authoring/case-words-refused'
import { readVersionFacts } from '#lib/content/authoring/quiz-settings'
import type { Context } from '#lib/context'
import {
  type CaseFrame,
  type ChangeCaseRefusal,
  changeCaseFile,
  removeCaseTranslations,
} from '#lib/data/case-draft'
import { listRegisterEntries } from '#lib/data/library'
import { listTeachingModules } from '#lib/data/own-case-library'
import { membershipWith } from '#lib/domain/access/actor'
import type { DebriefForm, NodeForm } from '#lib/domain/authoring/case-form'
import type { Contact, Source } from '#lib/domain/curriculum/reference'
import { ok, type Result, refuse } from '#lib/domain/result'

export type SaveCaseRefusal =
  | ChangeCaseRefusal
  | CaseEditRefusal
  | CaseWordsRefusal
  | 'case-module-unknown'
  | 'case-source-unknown'
  | 'case-contact-unknown'

type Place = { readonly practiceId: string; readonly draftId: string }
type Changed = Result<{ readonly text: string; readonly id?: string }, SaveCaseRefusal>

/** Changes the newest text of a file of the case, for whoever may write at the practice. */
async function changed(
  { tx, actor, now }: Context,
  { practiceId: wanted, draftId }: Place,
  change: (frame: CaseFrame) => Promise<Changed>,
  file: 'about' | 'version' | 'encounter' = 'encounter',
): Promise<Changed> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const place = { practiceId: post.practiceId, draftId, file } as const
  return await changeCaseFile(tx, place, change, post.staffMemberId, now)
}

const asText = (edited: Edited): Changed => (edited.ok ? ok({ text: edited.value }) : edited)
const languageOf = ({ texts }: CaseFrame) => readVersionFacts(texts.version).language

function textsOf(form: NodeForm): readonly string[] {
  const said = [form.scene, form.noteAbout, form.noteGentle]
  if (form.kind === 'ending') return [...said, form.lesson]
  const choices = form.choices.flatMap(({ text, consequence, feedback }) => [text, consequence, feedback])
  return [...said, form.question, ...choices]
}

async function unknownSource({ tx }: Context, named: readonly string[]): Promise<boolean> {
  const sources = await listRegisterEntries<Source>(tx, 'sources')
  return named.some((id) => !sources.some((source) => source.id === id))
}

/** What a form cannot know: whether what it names exists, and what no text of a case may hold. */
async function nodeRefusal(context: Context, form: NodeForm): Promise<SaveCaseRefusal | undefined> {
  const refused = caseWordsRefused(textsOf(form))
  if (refused) return refused
  return (await unknownSource(context, form.sources)) ? 'case-source-unknown' : undefined
}

/** Adds a scene or an ending behind the others, and begins what its choices are to lead to. */
export function addCaseNode(context: Context, input: Place & { readonly form: NodeForm }): Promise<Changed> {
  return changed(context, input, async (frame) => {
    const refused = await nodeRefusal(context, input.form)
    return refused ? refuse(refused) : withNodeAdded(frame.texts.encounter, input.form, languageOf(frame))
  })
}

type NodePlace = Place & {
  readonly nodeId: string
  /** Of the scene as the page read it. */
  readonly mark: string
}

/** Changes a scene with its choices, unless somebody else changed the same one since it was read. */
export function saveCaseNode(
  context: Context,
  input: NodePlace & { readonly form: NodeForm },
): Promise<Changed> {
  const { nodeId: id, mark, form } = input
  return changed(context, input, async (frame) => {
    const refused = await nodeRefusal(context, form)
    if (refused) return refuse(refused)
    return asText(withNodeSaved(frame.texts.encounter, { id, mark }, form, languageOf(frame)))
  })
}

/** Takes a scene out, if it still stands as the page showed it. */
export function removeCaseNode(context: Context, input: NodePlace): Promise<Changed> {
  const { nodeId: id, mark } = input
  return changed(context, input, async ({ texts }) => asText(withNodeRemoved(texts.encounter, { id, mark })))
}

/** Moves a scene past the one before or behind it, or lets the case begin with it. */
export function moveCaseNode(
  context: Context,
  input: Place & { readonly nodeId: string; readonly move: 'up' | 'down' | 'start' },
): Promise<Changed> {
  return changed(context, input, async ({ texts }) =>
    asText(withNodeMoved(texts.encounter, input.nodeId, input.move)),
  )
}

type Marked = Place & { readonly mark: string }

/** Says what is known before the first scene. */
export function saveCaseOpening(
  context: Context,
  input: Marked & { readonly opening: OpeningWords },
): Promise<Changed> {
  const { setting, role, patient, known, contentNote } = input.opening
  const { name, pronouns, reason } = patient
  return changed(context, input, async ({ texts }) => {
    const refused = caseWordsRefused([setting, role, name, pronouns, reason, ...known, contentNote])
    if (refused) return refuse(refused)
    return asText(withOpeningSaved(texts.encounter, input.mark, input.opening))
  })
}

/** Says what the debrief says of each skill. */
export function saveCaseDebrief(
  context: Context,
  input: Marked & { readonly debrief: DebriefForm },
): Promise<Changed> {
  const said = Object.values(input.debrief)
  return changed(context, input, async ({ texts }) => {
    const refused = caseWordsRefused(said.flatMap(({ strong, weak }) => [strong, weak]))
    if (refused) return refuse(refused)
    const sources = said.map(({ source }) => source).filter(Boolean)
    if (await unknownSource(context, sources)) return refuse('case-source-unknown')
    return asText(withDebriefSaved(texts.encounter, input.mark, input.debrief))
  })
}

/** Says who can help with what the case is about, and what is said of its review. */
export function saveCaseRemarks(context: Context, input: Marked & CaseRemarks): Promise<Changed> {
  const change = async ({ texts }: CaseFrame): Promise<Changed> => {
    const refused = caseWordsRefused([input.reviewNote])
    if (refused) return refuse(refused)
    const known = await listRegisterEntries<Contact>(context.tx, 'contacts')
    const isKnown = (id: string) => known.some((contact) => contact.id === id)
    if (!input.contacts.every(isKnown)) return refuse('case-contact-unknown')
    return asText(withRemarksSaved(texts.version, input.mark, input))
  }
  return changed(context, input, change, 'version')
}

type AboutInput = Marked & {
  readonly title: string
  readonly summary: string
  readonly minutes: number
  /** The module that teaches it; empty where what stands there stays. */
  readonly moduleId: string
}

/** Says what a case says of itself. */
export function saveCaseAbout(context: Context, input: AboutInput): Promise<Changed> {
  const { mark, title, summary, minutes, moduleId } = input
  const change = async ({ texts }: CaseFrame): Promise<Changed> => {
    const refused = caseWordsRefused([title, summary])
    if (refused) return refuse(refused)
    const post = membershipWith(context.actor, input.practiceId, 'author')
    const modules = post && moduleId !== '' ? await listTeachingModules(context.tx, post.practiceId) : []
    const taught = modules.find((each) => each.moduleId === moduleId)
    if (moduleId !== '' && !taught) return refuse('case-module-unknown')
    const objectives = taught?.objectives.map(({ id }) => id) ?? null
    return asText(withAboutSaved(texts.about, mark, { title, summary, minutes, objectives }))
  }
  return changed(context, input, change, 'about')
}

/** Takes the translations out, which say what the text said before it was changed. */
export async function removeTranslationsOfCase(
  { tx, actor, now }: Context,
  { practiceId: wanted, draftId }: Place,
): Promise<Result<null, SaveCaseRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId } = post
  const done = await removeCaseTranslations(tx, { practiceId, draftId }, staffMemberId, now)
  return done === 'done' ? ok(null) : refuse(done)
}
