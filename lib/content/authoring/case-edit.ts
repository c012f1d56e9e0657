import { foldedText, markOf } from '#lib/content/authoring/quiz-draft'
import { editYaml, type YamlEdit } from '#lib/content/yaml-edit/edit-yaml'
import type { YamlValue } from '#lib/content/yaml-edit/yaml-text'
import { type Result, refuse } from '#lib/domain/result'

export type CaseEditRefusal =
  | 'case-file-unreadable'
  /** Written so that the form would change more than it says. */
  | 'case-file-not-editable'
  | 'case-node-gone'
  | 'case-changed-elsewhere'

export type Edited = Result<string, CaseEditRefusal>

/** What the file says stays as it is written wherever it says the same. */
export const kept = (before: YamlValue | undefined, words: string): YamlValue =>
  before !== undefined && foldedText(before) === words ? before : words

export function edited(text: string, edits: readonly YamlEdit[]): Edited {
  const result = editYaml(text, edits)
  if (result.ok) return result
  return refuse(result.refusal === 'yaml-unreadable' ? 'case-file-unreadable' : 'case-file-not-editable')
}

/** Changes a part of the file, unless somebody else changed it since it was read. */
export function guarded(text: string, edits: readonly YamlEdit[], before: YamlValue, mark: string): Edited {
  const result = edited(text, edits)
  if (result.ok && result.value === text) return result
  return markOf(before) === mark ? result : refuse('case-changed-elsewhere')
}
