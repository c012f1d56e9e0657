import { getTranslations } from 'next-intl/server'
import type { RosterGroup } from '#lib/domain/compliance/roster'
import type { PracticeId } from '#lib/domain/ids'

type Counts = Readonly<Record<RosterGroup, number>>
type Line = {
  readonly practiceId: PracticeId
  readonly name: string
  readonly counts: Counts
  readonly people: number
}

type NetworkTableProps = {
  readonly practices: readonly Line[]
  readonly together: { readonly counts: Counts; readonly people: number }
  readonly hrefFor: (practiceId: PracticeId, group: RosterGroup | null) => string
}

const shown: readonly RosterGroup[] = [
  'current',
  'in-grace',
  'overdue',
  'not-started',
  'in-progress',
  'on-leave',
  'exempt',
  'due-soon',
  'never-begun',
  'next-quarter',
  'owes-update',
]

/** A line for each practice, every figure a way into that practice's table. On a phone each practice is a card. */
export async function NetworkTable({ practices, together, hrefFor }: NetworkTableProps) {
  const t = await getTranslations('overview')
  const groups = await getTranslations('practice')
  return (
    <table className="w-full border-collapse text-left max-md:block">
      <caption className="sr-only">{t('network.caption')}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-line border-b">
          <th className="py-2 pr-3 align-bottom text-sm font-semibold" scope="col">
            {t('network.practice')}
          </th>
          <th className="px-3 py-2 text-right align-bottom text-sm font-semibold" scope="col">
            {t('network.people')}
          </th>
          {shown.map((group) => (
            <th className="px-3 py-2 text-right align-bottom text-sm font-semibold" key={group} scope="col">
              {groups(`group.${group}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block max-md:space-y-3">
        {practices.map(({ practiceId, name, people, counts }) => (
          <Row
            counts={counts}
            hrefFor={(group) => hrefFor(practiceId, group)}
            key={practiceId}
            name={name}
            people={people}
          />
        ))}
        <Row counts={together.counts} hrefFor={null} name={t('network.total')} people={together.people} />
      </tbody>
    </table>
  )
}

type RowProps = {
  readonly name: string
  readonly people: number
  readonly counts: Counts
  readonly hrefFor: ((group: RosterGroup | null) => string) | null
}

async function Row({ name, people, counts, hrefFor }: RowProps) {
  const t = await getTranslations('overview')
  const groups = await getTranslations('practice')
  return (
    <tr className="border-line max-md:bg-raised border-b max-md:block max-md:rounded-xl max-md:border max-md:p-4">
      <th className="py-2 pr-3 text-left font-semibold max-md:block" scope="row">
        {hrefFor ? (
          <a className="inline-flex min-h-11 items-center" href={hrefFor(null)}>
            {name}
          </a>
        ) : (
          name
        )}
      </th>
      <Figure label={t('network.people')}>{people}</Figure>
      {shown.map((group) => (
        <Figure key={group} label={groups(`group.${group}`)}>
          {hrefFor && counts[group] > 0 ? (
            <a className="inline-flex min-h-11 min-w-11 items-center justify-end" href={hrefFor(group)}>
              {counts[group]}
            </a>
          ) : (
            counts[group]
          )}
        </Figure>
      ))}
    </tr>
  )
}

function Figure({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <td className="px-3 py-2 text-right tabular-nums max-md:flex max-md:items-center max-md:justify-between max-md:px-0 max-md:py-0.5">
      <span className="text-muted text-sm md:hidden">{label}</span>
      {children}
    </td>
  )
}
