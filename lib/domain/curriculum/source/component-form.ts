import type { ComponentName } from '#lib/domain/curriculum/lesson-tree'

export const registers = ['sources', 'contacts', 'terms', 'objectives', 'media'] as const
/** The lists of ids from which an attribute chooses. */
export type Register = (typeof registers)[number]

/** One attribute in the form of a component. */
export type ComponentField = {
  readonly name: string
  /** Words; a name in small letters; one of some; or yes. */
  readonly kind: 'words' | 'name' | 'choice' | 'yes'
  readonly isRequired: boolean
  readonly longest?: number
  readonly choices?: readonly string[]
  readonly register?: Register
}

/** What a form needs to know to write a component for somebody who knows no syntax. */
export type ComponentForm = {
  readonly name: ComponentName
  readonly place: 'block' | 'inline' | 'part'
  readonly fields: readonly ComponentField[]
  /** Its own text: paragraphs, words within a line, or none. */
  readonly text: 'blocks' | 'inlines' | 'none'
  readonly parts: readonly PartForm[]
}

export type PartForm = { readonly name: ComponentName; readonly least: number; readonly most: number }

/** A form as it was filled in. The text is plain words. */
export type FilledComponent = {
  readonly name: ComponentName
  readonly attributes: Readonly<Record<string, string | true>>
  readonly text: string
  readonly parts: readonly FilledComponent[]
}

/** What an attribute may name: each entry with the words by which people know it. */
export type RegisterChoices = Readonly<
  Record<Register, readonly { readonly id: string; readonly words: string }[]>
>
