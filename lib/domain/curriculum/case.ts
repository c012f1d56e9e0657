import type { CaseGraph, CaseSkill } from '#lib/domain/curriculum/case-graph'
import type { ChangeKind, Reviewer } from '#lib/domain/curriculum/module'
import type { Language } from '#lib/domain/language'

/** What is known before the first scene. */
export type CaseOpening = {
  readonly setting: string
  /** Whom the learner plays. */
  readonly role: string
  readonly patient: {
    readonly name: string
    readonly age: number
    readonly pronouns: string
    readonly reason: string
  }
  readonly known: readonly string[]
  /** What is hard to read in the case; said before it starts. */
  readonly contentNote: string
}

type Scene = {
  readonly id: string
  readonly scene: string
  /** A scene that is hard to read comes with a gentle text, which is shown first and teaches the same. */
  readonly contentNote?: { readonly about: string; readonly gentle: string }
}

export type DecisionScene = Scene & {
  readonly kind: 'decision'
  readonly question: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
}

/** A node as it is shown before anything is chosen: it gives away neither where an option leads nor how it is judged. */
export type CaseScene = DecisionScene | (Scene & { readonly kind: 'ending' })

/** What is said once an option was chosen or an ending reached. */
export type CaseWords = {
  /** By node, by option. */
  readonly options: Readonly<
    Record<string, Readonly<Record<string, { readonly consequence: string; readonly feedback: string }>>>
  >
  /** By ending: what this way through shows. */
  readonly lessons: Readonly<Record<string, string>>
  readonly debrief: Readonly<
    Record<CaseSkill, { readonly strong: string; readonly weak: string; readonly sources: readonly string[] }>
  >
}

/** The shown part of a version in one language. */
export type CaseText = {
  readonly language: Language
  readonly title: string
  readonly summary: string
  readonly reviewers: readonly Reviewer[]
  readonly reviewNote: string
  readonly opening: CaseOpening
  readonly scenes: readonly CaseScene[]
}

/** Everything that publication stores for one version of a case. What only scoring reads stands in `graph` and `words`. */
export type PublishedCase = CaseText & {
  readonly caseId: string
  readonly version: number
  readonly slug: string
  readonly minutes: number
  readonly changeKind: ChangeKind
  /** Of the modules that teach what the case exercises. */
  readonly objectives: readonly string[]
  /** Who can help with what the case is about. */
  readonly contacts: readonly string[]
  readonly graph: CaseGraph
  readonly words: CaseWords
  readonly translations: readonly (CaseText & { readonly words: CaseWords })[]
  readonly contentHash: string
}
