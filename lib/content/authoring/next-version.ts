import { editYaml, type YamlEdit } from '#lib/content/yaml-edit/edit-yaml'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { isMap } from '#lib/content/yaml-edit/yaml-text'
import { pathInVersion } from '#lib/domain/authoring/folder-archive'
import { type ChangeKind, type ChosenKind, chosenKinds } from '#lib/domain/curriculum/module'

type File = { readonly path: string; readonly bytes: Uint8Array }

/** What a version says of its change until its author chooses: it asks nothing of anybody. */
const firstChoice: ChangeKind = 'clarifying'

/**
 * The files of a published version of a module or case as those of a later one: in the folder of its number, and byte for byte
 * the same but for what `version.yaml` says of number, change and update lesson. Undefined where that file cannot be edited.
 */
export function filesOfNextVersion(
  files: readonly File[],
  from: number,
  to: number,
): readonly File[] | undefined {
  const folder = `v${from}/`
  const next = files.map(({ path, bytes }) => {
    if (!path.startsWith(folder)) return { path, bytes }
    const renamed = { path: `v${to}/${path.slice(folder.length)}`, bytes }
    return path === `${folder}version.yaml` ? withHead(renamed, to, asNext) : renamed
  })
  return next.every((file) => file !== undefined) ? next : undefined
}

/**
 * Files of a version of any number as those of this one, for what comes from elsewhere. Only where the number differs does
 * `version.yaml` say another one: a first version changes nothing, and a later one is no first one.
 */
export function filesAsVersion(files: readonly File[], to: number): readonly File[] {
  return files.map((file) => {
    const renamed = { path: pathInVersion(file.path, to), bytes: file.bytes }
    const isHead = renamed.path !== file.path && renamed.path === `v${to}/version.yaml`
    return (isHead && withHead(renamed, to, changeAs(to))) || renamed
  })
}

const changeAs =
  (to: number) =>
  (said: VersionChange): VersionChange =>
    to === 1
      ? { changeKind: 'initial', updateLesson: null }
      : { ...said, changeKind: said.changeKind ?? firstChoice }

const asNext = () => ({ changeKind: firstChoice, updateLesson: null })

/** Undefined where the file cannot be edited. */
function withHead(
  { path, bytes }: File,
  version: number,
  change: (said: VersionChange) => VersionChange,
): File | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const edits: YamlEdit[] = [
    { kind: 'set', path: ['version'], value: version },
    ...changeEdits(text, change(readChange(text))),
  ]
  const edited = editYaml(text, edits)
  return edited.ok ? { path, bytes: new TextEncoder().encode(edited.value) } : undefined
}

export type VersionChange = {
  /** Null where the file says none of them. */
  readonly changeKind: ChangeKind | null
  /** The lesson that teaches a material change in three minutes; null where none is named. */
  readonly updateLesson: string | null
}

/** What `version.yaml` says of what a version changes. */
export function readChange(text: string): VersionChange {
  const value = readSource(text)?.value ?? null
  const said = isMap(value) ? value : {}
  const { changeKind, updateLesson } = said
  return {
    changeKind: chosenKinds.find((kind) => kind === changeKind) ?? null,
    updateLesson: typeof updateLesson === 'string' ? updateLesson : null,
  }
}

/** `version.yaml` with this change, and every other byte as it was; undefined where it cannot be edited. */
export function withChange(
  text: string,
  change: { readonly changeKind: ChosenKind; readonly updateLesson: string | null },
): string | undefined {
  const edited = editYaml(text, changeEdits(text, change))
  return edited.ok ? edited.value : undefined
}

function changeEdits(text: string, { changeKind, updateLesson }: VersionChange): readonly YamlEdit[] {
  const kind: YamlEdit = { kind: 'set', path: ['changeKind'], value: changeKind }
  if (updateLesson !== null) return [kind, { kind: 'set', path: ['updateLesson'], value: updateLesson }]
  const value = readSource(text)?.value ?? null
  const isNamed = isMap(value) && Object.hasOwn(value, 'updateLesson')
  return isNamed ? [kind, { kind: 'remove', path: ['updateLesson'] }] : [kind]
}
