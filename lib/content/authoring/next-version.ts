import { editYaml, type YamlEdit } from '#lib/content/yaml-edit/edit-yaml'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { isMap } from '#lib/content/yaml-edit/yaml-text'
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
    return path === `${folder}version.yaml` ? withHead(renamed, to) : renamed
  })
  return next.every((file) => file !== undefined) ? next : undefined
}

function withHead({ path, bytes }: File, version: number): File | undefined {
  const text = new TextDecoder().decode(bytes)
  const edits: YamlEdit[] = [
    { kind: 'set', path: ['version'], value: version },
    ...changeEdits(text, { changeKind: firstChoice, updateLesson: null }),
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

function changeEdits(
  text: string,
  { changeKind, updateLesson }: { readonly changeKind: ChangeKind; readonly updateLesson: string | null },
): readonly YamlEdit[] {
  const kind: YamlEdit = { kind: 'set', path: ['changeKind'], value: changeKind }
  if (updateLesson !== null) return [kind, { kind: 'set', path: ['updateLesson'], value: updateLesson }]
  const value = readSource(text)?.value ?? null
  const isNamed = isMap(value) && Object.hasOwn(value, 'updateLesson')
  return isNamed ? [kind, { kind: 'remove', path: ['updateLesson'] }] : [kind]
}
