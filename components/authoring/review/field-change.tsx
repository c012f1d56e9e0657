import { getTranslations } from 'next-intl/server'
import { Pieces } from '#components/authoring/review/pieces'
import type { FieldDifference, Names } from '#lib/domain/authoring/differences/differences'
import type { Piece } from '#lib/domain/authoring/differences/prose-differences'

/** Values that have a name in words; others stand under the name that the file gives them. */
const named = [
  'title',
  'summary',
  'minutes',
  'text',
  'stem',
  'rationale',
  'correct',
  'place',
  'option',
  'objective',
  'bloom',
  'mustPass',
  'source',
  'state',
  'order',
  'changeKind',
  'passMarkPercent',
  'draw',
  'reviewNote',
  'scene',
  'question',
  'judgment',
  'consequence',
  'feedback',
  'next',
  'outcome',
  'lesson',
  'kind',
  'id',
  'name',
  'role',
  'on',
  'updateLesson',
  'version',
  'file',
  'language',
  'objectives',
  'sources',
  'lessons',
  'items',
  'nodes',
] as const

/** Fields that hold one word of a list, and fields that hold ids. */
const chosen = ['changeKind', 'state', 'bloom', 'kind', 'judgment', 'correct', 'mustPass', 'language']
const pointing = ['objective', 'objectives', 'updateLesson', 'next', 'order']
/** Lists whose parts say themselves what they are. */
const silent = ['options', 'prompts', 'objectives', 'lessons', 'items', 'nodes']

type FieldProps = { readonly field: FieldDifference; readonly names: Names }

/** A value that differs, with where it stands: in words, and not in the ids of the files. */
export async function FieldChange({ field, names }: FieldProps) {
  const t = await getTranslations('differences')
  const { path } = field
  const last = path.findLast((part) => !/^[0-9]+$/.test(part)) ?? ''
  const known = named.find((name) => name === last)
  const at = path.lastIndexOf(last)
  const around = path.slice(0, at).filter((part) => !silent.includes(part))
  const heads = [known ? t(`field.${known}`) : last, ...around.map((part) => names[part] ?? part)]
  const wordOf = (value: string) =>
    chosen.includes(last) && t.has(`value.${value}` as never) ? t(`value.${value}` as never) : value
  const nameOf = (value: string) =>
    value
      .split(', ')
      .map((id) => names[id] ?? id)
      .join(' · ')
  const inWords = chosen.includes(last) ? wordOf : nameOf
  const isProse = !chosen.includes(last) && !pointing.includes(last)
  return (
    <p className="my-2">
      <strong>{heads.join(' · ')}: </strong>
      <Pieces pieces={isProse ? field.pieces : wholePieces(field, inWords)} />
    </p>
  )
}

/** The old value as a whole, and the new one. */
function wholePieces(
  { before, after }: FieldDifference,
  inWords: (value: string) => string,
): readonly Piece[] {
  const piece = (kind: 'removed' | 'added', value: string | null): Piece[] =>
    value ? [{ kind, tokens: [{ source: value, shown: inWords(value) }] }] : []
  return [...piece('removed', before), ...piece('added', after)]
}
