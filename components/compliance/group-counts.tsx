import { getTranslations } from 'next-intl/server'
import { type RosterGroup, rosterGroups } from '#lib/domain/compliance/roster'

type GroupCountsProps = {
  readonly counts: Readonly<Record<RosterGroup, number>>
  readonly chosen: RosterGroup | null
  /** Where the table shows this group only; null is everybody. */
  readonly hrefFor: (group: RosterGroup | null) => string
}

// These stand even at nought: a manager looks for them. The others stand where there is somebody.
const always: readonly RosterGroup[] = ['current', 'due-soon', 'in-grace', 'overdue', 'not-started']

// The words say it; the colour only leads the eye.
const colours: Partial<Record<RosterGroup, string>> = { current: 'text-good', overdue: 'text-danger' }

/** How many of whom, each number a filter of the table below. */
export async function GroupCounts({ counts, chosen, hrefFor }: GroupCountsProps) {
  const t = await getTranslations('practice')
  const shown = rosterGroups.filter((group) => always.includes(group) || counts[group] > 0)
  return (
    <nav aria-label={t('counts.label')} className="no-print mb-6">
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {shown.map((group) => (
          <li key={group}>
            <a
              aria-current={group === chosen ? 'true' : undefined}
              className="bg-raised border-line text-ink hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent-soft flex h-full min-h-11 flex-col rounded-xl border px-4 py-3 no-underline"
              href={hrefFor(group === chosen ? null : group)}
            >
              <span
                className={`text-2xl font-semibold tabular-nums ${counts[group] > 0 ? (colours[group] ?? '') : 'text-muted'}`}
              >
                {counts[group]}
              </span>
              <span className="text-sm">{t(`group.${group}`)}</span>
              {group === chosen && <span className="text-accent text-sm">{t('counts.showAll')}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
