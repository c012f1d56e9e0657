import { yamlValue } from '#lib/content/parsed-yaml'
import { editYaml, type YamlEdit } from '#lib/content/yaml-edit/edit-yaml'
import type { YamlPath } from '#lib/content/yaml-edit/yaml-source'

export type ModuleFacts = {
  readonly title: string
  readonly summary: string
  readonly minutes: number | null
  readonly objectives: readonly { readonly id: string; readonly text: string }[]
}

type Written = {
  title?: unknown
  summary?: unknown
  minutes?: unknown
  objectives?: { id?: unknown; text?: unknown }[]
} | null

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** What `module.yaml` says; undefined where it cannot be read as YAML. What an author left out is empty. */
export function readModuleFacts(source: string): ModuleFacts | undefined {
  const value = yamlValue(source) as Written | undefined
  if (value === undefined) return undefined
  const objectives = Array.isArray(value?.objectives) ? value.objectives : []
  return {
    title: asText(value?.title),
    summary: asText(value?.summary),
    minutes: typeof value?.minutes === 'number' ? value.minutes : null,
    objectives: objectives.map((each) => ({ id: asText(each?.id), text: asText(each?.text) })),
  }
}

/** `module.yaml` with these facts, and every other byte as it was. Objectives go by their place. */
export function withModuleFacts(
  source: string,
  facts: {
    readonly title: string
    readonly summary: string
    readonly minutes: number
    readonly objectives: readonly string[]
  },
): string {
  return edited(source, [
    set(['title'], facts.title),
    set(['summary'], facts.summary),
    set(['minutes'], facts.minutes),
    ...facts.objectives.map((text, index) => set(['objectives', index, 'text'], text)),
  ])
}

const set = (path: YamlPath, value: string | number): YamlEdit => ({ kind: 'set', path, value })

/** A file that cannot be edited stays as it is; the checks tell what is wrong in it. */
function edited(source: string, edits: readonly YamlEdit[]): string {
  const result = editYaml(source, edits)
  return result.ok ? result.value : source
}

/** `vN/version.yaml` as the one of another version of the module. */
export function withVersionHead(source: string, version: number, changeKind: string): string {
  return edited(source, [set(['version'], version), set(['changeKind'], changeKind)])
}
