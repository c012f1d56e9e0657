import { getTranslations } from 'next-intl/server'
import { crossingGroups, type RosterGroup, standingGroups } from '#lib/domain/compliance/roster'

type GroupCountsProps = {
  readonly counts: Readonly<Record<RosterGroup, number>>
  readonly counted: { readonly people: number; readonly lines: number }
  readonly chosen: RosterGroup | null
  /** Where the table shows this group only; null is everybody. */
  readonly hrefFor: (group: RosterGroup | null) => string
}

// These stand even at nought: a manager looks for them. The others stand where there is somebody.
const always: readonly RosterGroup[] = ['current', 'in-grace', 'overdue', 'not-started', 'in-progress']

// The words say it; the colour only leads the eye.
const colours: Partial<Record<RosterGroup, string>> = { current: 'text-good', overdue: 'text-danger' }

/** How many of whom, each number a filter of the table below. The groups share everybody out; what is near cuts across. */
export async function GroupCounts({ counts, counted, chosen, hrefFor }: GroupCountsProps) {
  const t = await getTranslations('practice')
  const shown = standingGroups.filter((group) => always.includes(group) || counts[group] > 0)
  const how = counted.people === counted.lines ? 'people' : 'lines'
  const countOf = (group: RosterGroup) => ({
    count: counts[group],
    group,
    href: hrefFor(group === chosen ? null : group),
    isChosen: group === chosen,
  })
  return (
    <nav aria-label={t('counts.label')} className="mb-6">
      <p className="mb-3">{t(`counts.${how}`, { current: counts.current, ...counted })}</p>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:flex">
        {shown.map((group) => (
          <li className="lg:flex-1" key={group}>
            <Count {...countOf(group)} />
          </li>
        ))}
      </ul>
      <p className="mt-3 mb-2 text-sm">{t('counts.near')}</p>
      <ul className="flex flex-wrap gap-3">
        {crossingGroups.map((group) => (
          <li key={group}>
            <Count {...countOf(group)} isWide />
          </li>
        ))}
      </ul>
    </nav>
  )
}

type CountProps = {
  readonly group: RosterGroup
  readonly count: number
  readonly href: string
  readonly isChosen: boolean
  readonly isWide?: boolean
}

async function Count({ group, count, href, isChosen, isWide = false }: CountProps) {
  const t = await getTranslations('practice')
  const colour = count > 0 ? (colours[group] ?? '') : 'text-muted'
  const layout = isWide ? 'flex-wrap items-baseline gap-x-3 sm:w-fit' : 'h-full flex-col'
  return (
    <a
      aria-current={isChosen ? 'true' : undefined}
      className={`bg-raised border-line text-ink hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent-soft flex min-h-11 rounded-xl border px-4 py-3 no-underline ${layout}`}
      href={href}
    >
      <span className={`text-2xl font-semibold tabular-nums ${colour}`}>{count}</span>
      <span className="text-sm">{t(`group.${group}`)}</span>
      {isChosen && <span className="text-accent text-sm">{t('counts.showAll')}</span>}
    </a>
  )
}
