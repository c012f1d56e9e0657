import { parseDocument } from 'yaml'
import { type Scalar, withScalar } from '#lib/content/authoring/yaml-edit'

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
  const document = parseDocument(source)
  if (document.errors.length > 0) return undefined
  const value = document.toJS({ maxAliasCount: 0 }) as Written
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
  const changes: (readonly [(string | number)[], Scalar])[] = [
    [['title'], facts.title],
    [['summary'], facts.summary],
    [['minutes'], facts.minutes],
  ]
  facts.objectives.forEach((text, index) => {
    changes.push([['objectives', index, 'text'], text])
  })
  return changes.reduce((text, [path, value]) => withScalar(text, path, value), source)
}

/** `vN/version.yaml` as the one of another version of the module. */
export function withVersionHead(source: string, version: number, changeKind: string): string {
  return withScalar(withScalar(source, ['version'], version), ['changeKind'], changeKind)
}
