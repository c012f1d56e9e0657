import { listOf, mapOf, textsOf, type YamlMap } from '#lib/content/authoring/case-draft'
import { type Edited, guarded, kept } from '#lib/content/authoring/case-edit'
import { foldedText, markOf } from '#lib/content/authoring/quiz-draft'
import type { YamlEdit } from '#lib/content/yaml-edit/edit-yaml'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import type { YamlValue } from '#lib/content/yaml-edit/yaml-text'
import type { DebriefForm } from '#lib/domain/authoring/case-form'
import { caseSkills } from '#lib/domain/curriculum/case-graph'
import { refuse } from '#lib/domain/result'

export type OpeningWords = {
  readonly setting: string
  readonly role: string
  readonly patient: {
    readonly name: string
    readonly age: number
    readonly pronouns: string
    readonly reason: string
  }
  readonly known: readonly string[]
  readonly contentNote: string
}

/** Changes what is known before the first scene. */
export function withOpeningSaved(text: string, mark: string, opening: OpeningWords): Edited {
  const source = readSource(text)
  if (!source) return refuse('case-file-unreadable')
  const before = mapOf(source.value)['opening'] ?? null
  const said = mapOf(before)
  const patient = mapOf(said['patient'])
  const knownBefore = listOf(said['known'])
  const value = {
    ...said,
    setting: kept(said['setting'], opening.setting),
    role: kept(said['role'], opening.role),
    patient: {
      ...patient,
      name: kept(patient['name'], opening.patient.name),
      age: opening.patient.age,
      pronouns: kept(patient['pronouns'], opening.patient.pronouns),
      reason: kept(patient['reason'], opening.patient.reason),
    },
    known: opening.known.map((each) => knownBefore.find((line) => foldedText(line) === each) ?? each),
    contentNote: kept(said['contentNote'], opening.contentNote),
  }
  return guarded(text, [{ kind: 'set', path: ['opening'], value }], before, mark)
}

/** Changes what is said of each skill afterward. */
export function withDebriefSaved(text: string, mark: string, debrief: DebriefForm): Edited {
  const source = readSource(text)
  if (!source) return refuse('case-file-unreadable')
  const before = mapOf(source.value)['debrief'] ?? null
  const said = mapOf(before)
  const parts = caseSkills.map((skill) => {
    const part = mapOf(said[skill])
    const { strong, weak, source: first } = debrief[skill]
    const sources = [...new Set([...(first === '' ? [] : [first]), ...textsOf(part['sources']).slice(1)])]
    return [
      skill,
      { ...part, strong: kept(part['strong'], strong), weak: kept(part['weak'], weak), sources },
    ] as const
  })
  const value = { ...said, ...Object.fromEntries(parts) }
  return guarded(text, [{ kind: 'set', path: ['debrief'], value }], before, mark)
}

export type CaseAbout = {
  readonly title: string
  readonly summary: string
  readonly minutes: number | null
  readonly objectives: readonly string[]
}

/** What `case.yaml` says, however unfinished, and a mark of it. */
export function readCaseAbout(text: string): CaseAbout & { readonly mark: string } {
  const value = readSource(text)?.value ?? null
  const said = mapOf(value)
  return {
    title: foldedText(said['title']),
    summary: foldedText(said['summary']),
    minutes: typeof said['minutes'] === 'number' ? said['minutes'] : null,
    objectives: textsOf(said['objectives']),
    mark: markOf(value),
  }
}

/** Changes what a case says of itself; `objectives` is null where those that stand there stay. */
export function withAboutSaved(
  text: string,
  mark: string,
  about: Omit<CaseAbout, 'objectives'> & { readonly objectives: readonly string[] | null },
): Edited {
  const source = readSource(text)
  if (!source) return refuse('case-file-unreadable')
  const said = mapOf(source.value)
  const { title, summary, minutes, objectives } = about
  const value = {
    ...said,
    title: kept(said['title'], title),
    summary: kept(said['summary'], summary),
    minutes,
    ...(objectives && { objectives }),
  }
  return guarded(text, [{ kind: 'set', path: [], value }], source.value, mark)
}

/** What `version.yaml` says beside the encounter. */
export type CaseRemarks = {
  /** Ids of who can help, shown beside the debrief. */
  readonly contacts: readonly string[]
  /** What learners read about who has reviewed it. */
  readonly reviewNote: string
}

const remarksIn = (said: YamlMap): readonly YamlValue[] => [
  said['contacts'] ?? null,
  said['reviewNote'] ?? null,
]

/** However unfinished, and a mark of it. */
export function readCaseRemarks(text: string): CaseRemarks & { readonly mark: string } {
  const said = mapOf(readSource(text)?.value ?? null)
  return {
    contacts: textsOf(said['contacts']),
    reviewNote: foldedText(said['reviewNote']),
    mark: markOf(remarksIn(said)),
  }
}

/** Changes who can help and what is said about the review. Contacts that stay keep their order; others come last. */
export function withRemarksSaved(text: string, mark: string, { contacts, reviewNote }: CaseRemarks): Edited {
  const source = readSource(text)
  if (!source) return refuse('case-file-unreadable')
  const said = mapOf(source.value)
  const stay = textsOf(said['contacts']).filter((id) => contacts.includes(id))
  const value = [...stay, ...contacts.filter((id) => !stay.includes(id))]
  const edits: YamlEdit[] = [
    { kind: 'set', path: ['contacts'], value },
    { kind: 'set', path: ['reviewNote'], value: kept(said['reviewNote'], reviewNote) },
  ]
  return guarded(text, edits, remarksIn(said), mark)
}
