import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LocalDate } from '#lib/domain/calendar'
import type { ImportPlan, PlannedPost } from '#lib/domain/people/roster-import/plan-row'
import type { PostChange } from '#lib/domain/people/roster-import/post-change'

export type PlannedLine = {
  readonly number: number
  readonly cells: readonly string[]
  readonly plan: ImportPlan
}

type PlannedLinesProps = { readonly lines: readonly PlannedLine[]; readonly caption: string }

/** Rows with whom they mean and what they do. A real table; on a phone each row becomes a card. */
export async function PlannedLines({ lines, caption }: PlannedLinesProps) {
  const t = await getTranslations('imports')
  if (lines.length === 0) return <p className="text-muted">{t('preview.nobody')}</p>
  return (
    <table className="w-full border-collapse text-left max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-line border-b">
          {(['row', 'who', 'what'] as const).map((key) => (
            <th className="px-3 py-2 text-sm font-semibold first:pl-0" key={key} scope="col">
              {t(`preview.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block max-md:space-y-3">
        {lines.map((line) => (
          <Line key={line.number} line={line} />
        ))}
      </tbody>
    </table>
  )
}

async function Line({ line }: { line: PlannedLine }) {
  const t = await getTranslations('imports')
  return (
    <tr className="border-line max-md:bg-raised border-b max-md:block max-md:rounded-xl max-md:border max-md:p-4">
      <td className="py-2 pr-3 align-top max-md:block max-md:p-0">
        <span className="text-muted text-sm md:hidden">{t('preview.row')} </span>
        {line.number < 1_000_000 ? line.number : '–'}
      </td>
      <th className="px-3 py-2 align-top font-semibold max-md:block max-md:px-0" scope="row">
        {nameIn(line)}
      </th>
      <td className="px-3 py-2 align-top max-md:block max-md:p-0">
        <What plan={line.plan} />
      </td>
    </tr>
  )
}

/** Whom a row means, as far as the row itself says. */
export function nameIn({ plan, cells }: PlannedLine): string {
  switch (plan.kind) {
    case 'new':
    case 'back':
      return plan.post.name
    case 'changed':
      return plan.before.name
    case 'missing':
      return plan.name
    case 'unchanged':
    case 'left-out':
    case 'undecided':
    case 'problem':
      return cells
        .filter((cell) => cell !== '')
        .slice(0, 2)
        .join(', ')
        .slice(0, 80)
  }
}

async function What({ plan }: { plan: ImportPlan }) {
  const t = await getTranslations('imports')
  switch (plan.kind) {
    case 'new':
    case 'back':
      return <Starts post={plan.post} />
    case 'changed':
      return (
        <ul>
          {plan.changes.map((change) => (
            <li key={change.field}>
              <Change change={change} />
            </li>
          ))}
        </ul>
      )
    case 'left-out':
      return t(`preview.leftOut.${plan.why}`)
    case 'problem':
      return (
        <ul>
          {plan.problems.map(({ cause, field }) => (
            <li key={`${cause} ${field}`}>{t(`problems.${cause}.what`)}</li>
          ))}
        </ul>
      )
    case 'unchanged':
    case 'undecided':
    case 'missing':
      return null
  }
}

async function Starts({ post: { role, startedOn, endedOn } }: { post: PlannedPost }) {
  const t = await getTranslations('imports')
  const people = await getTranslations('people')
  const day = await dayWords()
  const words = { role: people(`roles.${role}`), on: day(startedOn) }
  return endedOn === null
    ? t('preview.starts', words)
    : t('preview.startsAndEnds', { ...words, end: day(endedOn) })
}

async function Change({ change: { field, from, to } }: { change: PostChange }) {
  const t = await getTranslations('imports')
  const people = await getTranslations('people')
  const day = await dayWords()
  const shown = (value: string) => {
    if (field === 'role') return people(`roles.${value}`)
    if (field === 'employmentKind') return people(`employmentKinds.${value}`)
    return field === 'startedOn' || field === 'endedOn' ? day(value as LocalDate) : value
  }
  const name = t(`columns.fields.${field}`)
  return from === null
    ? t('preview.set', { field: name, to: shown(to) })
    : t('preview.from', { field: name, from: shown(from), to: shown(to) })
}
