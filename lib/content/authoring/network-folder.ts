import { editYaml, type YamlEdit } from '#lib/content/yaml-edit/edit-yaml'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'

type File = { readonly path: string; readonly bytes: Uint8Array }
type Head = Readonly<Record<string, YamlValue>>

const headPath = /^v\d+\/(?:(en|es)\/)?version\.yaml$/

const unsaid = {
  en: 'Its practice says nothing here about who reviewed it.',
  es: 'Su consultorio no dice aquí quién lo ha revisado.',
} as const

const notes = {
  en: (practice: string) =>
    `First written by ${practice}. Nobody outside of this practice has reviewed it since.`,
  es: (practice: string) =>
    `Escrito primero por ${practice}. Nadie de fuera de este consultorio lo ha revisado desde entonces.`,
} as const

/**
 * The files of a published version as they leave for other practices: nobody is told there who reviewed it, and every other
 * byte is as it was. Undefined where the names cannot be taken out.
 */
export function withoutReviewers(files: readonly File[]): readonly File[] | undefined {
  const left = files.map((file) =>
    headPath.test(file.path)
      ? withEdits(file, (head) => departure(head, headPath.exec(file.path)?.[1]))
      : file,
  )
  return left.every((file) => file !== undefined) ? left : undefined
}

/**
 * The files that came from another practice, saying who wrote them first and that nobody has reviewed them since. A file that
 * cannot be edited stays as it is; the checks tell what is wrong in it.
 */
export function withWriter(files: readonly File[], practice: string): readonly File[] {
  return files.map((file) => {
    const [isHead, translation] = headPath.exec(file.path) ?? []
    return (isHead && withEdits(file, (head) => arrival(head, translation, practice))) || file
  })
}

function withEdits({ path, bytes }: File, editsOf: (head: Head) => readonly YamlEdit[]): File | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const head = readSource(text)?.value ?? null
  if (!isMap(head)) return undefined
  const edited = editYaml(text, editsOf(head))
  return edited.ok ? { path, bytes: new TextEncoder().encode(edited.value) } : undefined
}

/** The note about the review is free words, in which people are named, too. */
const departure = (head: Head, translation: string | undefined): readonly YamlEdit[] =>
  head['reviewNote'] === undefined
    ? nobody(head)
    : [...nobody(head), { kind: 'set', path: ['reviewNote'], value: unsaid[languageOf(head, translation)] }]

const languageOf = (head: Head, translation: string | undefined) =>
  (translation ?? head['language']) === 'es' ? ('es' as const) : ('en' as const)

/** Only where somebody is named: what says nothing of people stays byte for byte. */
const nobody = ({ reviewers }: Head): readonly YamlEdit[] =>
  reviewers === undefined || (Array.isArray(reviewers) && reviewers.length === 0)
    ? []
    : [{ kind: 'set', path: ['reviewers'], value: [] }]

function arrival(head: Head, translation: string | undefined, practice: string): readonly YamlEdit[] {
  const note = notes[languageOf(head, translation)](practice)
  return [...nobody(head), { kind: 'set', path: ['reviewNote'], value: note }]
}
