import { Pieces } from '#components/authoring/review/pieces'
import { caseWording } from '#components/case-draft/case-wording'
import type { NodeName } from '#lib/domain/authoring/case-names'
import { caseFieldName } from '#lib/domain/authoring/differences/case-field'
import type { FieldDifference } from '#lib/domain/authoring/differences/differences'
import { wordDifferences } from '#lib/domain/authoring/differences/prose-differences'

type CaseFieldProps = { readonly field: FieldDifference; readonly names: readonly NodeName[] }

/** A value of a case that differs, in the words of its forms: no scene is called by its id. */
export async function CaseField({ field, names }: CaseFieldProps) {
  const { path, before, after, pieces } = field
  const known = caseFieldName(path)
  // That a scene or a choice is there is told by its words, and what is empty says nothing.
  if (path.at(-1) === 'id' || path.at(-1) === 'kind' || pieces.length === 0) return null
  const wording = await caseWording(names)
  const said = (text: string | null) => (text && known ? wording.value(known.kind, text) : (text ?? ''))
  return (
    <p className="my-2">
      <strong>{known ? wording.name(known) : path.join(' · ')}: </strong>
      <Pieces pieces={known ? wordDifferences(said(before), said(after)) : pieces} />
    </p>
  )
}
