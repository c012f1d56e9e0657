import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { InvitationMark } from '#components/compliance/invitation-mark'
import { Reason } from '#components/compliance/reason'
import { StatusMark } from '#components/compliance/status-mark'
import type { LocalDate } from '#lib/domain/calendar'
import type { RosterRow } from '#lib/domain/compliance/roster'
import type { RosterSort } from '#lib/domain/compliance/roster-page'
import type { StaffMemberId } from '#lib/domain/ids'

type RosterTableProps = {
  readonly rows: readonly RosterRow[]
  readonly today: LocalDate
  /** The table is of a past day: without reminders, and with the last day of those who have left since. */
  readonly isPast?: true
  readonly sort: RosterSort
  readonly descending: boolean
  readonly hrefForSort: (sort: RosterSort, descending: boolean) => string
  readonly hrefForPerson: (staffMemberId: StaffMemberId) => string
}

const columns = [
  { key: 'person', sort: 'name' },
  { key: 'requirement', sort: null },
  { key: 'status', sort: 'status' },
  { key: 'dueOn', sort: 'due' },
  { key: 'validThrough', sort: 'through' },
  { key: 'lastReminder', sort: null },
] as const
const pastColumns = columns.filter(({ key }) => key !== 'lastReminder')

const directions = ['ascending', 'descending'] as const
const arrows = ['↑', '↓'] as const

/** Every person and requirement. A real table; on a phone each row becomes a card with its own labels. */
export async function RosterTable(props: RosterTableProps) {
  const t = await getTranslations('practice')
  return (
    <table className="w-full border-collapse text-left max-md:block">
      <caption className="sr-only">{t('table.caption')}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-line border-b">
          {(props.isPast ? pastColumns : columns).map(({ key, sort }) => (
            <th
              aria-sort={sort === props.sort ? directions[Number(props.descending)] : undefined}
              className="px-3 py-1 align-middle text-sm font-semibold first:pl-0"
              key={key}
              scope="col"
            >
              {sort ? <SortLink {...props} label={t(`table.${key}`)} own={sort} /> : t(`table.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block max-md:space-y-3">
        {props.rows.map((row) => (
          <Row {...props} key={`${row.person.staffMemberId} ${row.requirement?.id}`} row={row} />
        ))}
      </tbody>
    </table>
  )
}

type SortLinkProps = RosterTableProps & { readonly own: RosterSort; readonly label: string }

function SortLink({ own, label, sort, descending, hrefForSort }: SortLinkProps) {
  const isOn = own === sort
  return (
    <a
      className="text-ink inline-flex min-h-11 items-center gap-1 no-underline hover:underline"
      href={hrefForSort(own, isOn && !descending)}
    >
      {label}
      <span aria-hidden="true" className={isOn ? 'text-accent' : 'text-muted no-print'}>
        {isOn ? arrows[Number(descending)] : '↕'}
      </span>
    </a>
  )
}

async function Row({ row, today, isPast, hrefForPerson }: RosterTableProps & { readonly row: RosterRow }) {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  const day = await dayWords()
  const { person, requirement, answer, lastReminderOn } = row
  return (
    <tr className="border-line max-md:bg-raised border-b max-md:block max-md:rounded-xl max-md:border max-md:p-4">
      <th className="py-3 pr-3 align-top font-normal max-md:block max-md:p-0" scope="row">
        <a
          className="inline-flex min-h-11 items-center font-semibold md:min-h-6"
          href={hrefForPerson(person.staffMemberId)}
        >
          {person.name}
        </a>
        <span className="text-muted block text-sm">
          {people(`roles.${person.role}`)}
          {person.employmentKind !== 'employee' && ` · ${people(`employmentKinds.${person.employmentKind}`)}`}
        </span>
        <InvitationMark state={person.invitation} />
        {isPast && <LeftSince endedOn={person.endedOn} />}
      </th>
      <Cell label={t('table.requirement')}>{requirement?.name ?? t('table.nothingRequired')}</Cell>
      <td className="px-3 py-3 align-top max-md:block max-md:px-0 max-md:pb-1">
        {answer?.because.updateDueOn && (
          <p className="mb-1 text-sm font-medium">
            {t('table.owesUpdate', { by: day(answer.because.updateDueOn) })}
          </p>
        )}
        {answer && (
          <details className="group max-w-xs">
            <summary className="flex min-h-11 cursor-pointer list-none flex-wrap items-center gap-2 md:min-h-6">
              <StatusMark status={answer.status} />
              <span className="text-accent no-print text-sm underline underline-offset-2">
                {t('table.why')}
              </span>
            </summary>
            <div className="mt-2 space-y-1 text-sm">
              <Reason answer={answer} person={person} today={today} />
            </div>
          </details>
        )}
      </td>
      <Cell label={t('table.dueOn')}>{answer?.dueOn && day(answer.dueOn)}</Cell>
      <Cell label={t('table.validThrough')}>{answer?.validThrough && day(answer.validThrough)}</Cell>
      {!isPast && <Cell label={t('table.lastReminder')}>{lastReminderOn && day(lastReminderOn)}</Cell>}
    </tr>
  )
}

/** Who worked there on a past day may have left since. */
async function LeftSince({ endedOn }: { endedOn: LocalDate | null }) {
  if (endedOn === null) return null
  const t = await getTranslations('overview')
  const day = await dayWords()
  return <span className="text-muted block text-sm">{t('past.leftSince', { on: day(endedOn) })}</span>
}

/** One fact of a row. A card on a phone leaves out what there is not; a table keeps its cell. */
function Cell({ label, children }: { label: string; children: string | null | undefined }) {
  return (
    <td
      className={`px-3 py-3 align-top whitespace-nowrap max-md:items-baseline max-md:justify-between max-md:gap-4 max-md:px-0 max-md:py-0.5 max-md:whitespace-normal ${children ? 'max-md:flex' : 'max-md:hidden'}`}
    >
      <span className="text-muted text-sm md:hidden">{label}</span>
      {children ?? '–'}
    </td>
  )
}
