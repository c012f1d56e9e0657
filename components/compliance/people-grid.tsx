import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { StatusMark } from '#components/compliance/status-mark'
import type { LocalDate } from '#lib/domain/calendar'
import type { ComplianceStatus } from '#lib/domain/compliance/answer'
import type { StaffMemberId } from '#lib/domain/ids'

type Cell = {
  readonly requirementId: string
  readonly status: ComplianceStatus
  readonly dueOn: LocalDate | null
  readonly validThrough: LocalDate | null
}
type Person = {
  readonly staffMemberId: StaffMemberId
  readonly name: string
  readonly role: string
  readonly cells: readonly Cell[]
}
type Requirement = { readonly id: string; readonly name: string }

type PeopleGridProps = {
  readonly people: readonly Person[]
  readonly requirements: readonly Requirement[]
  readonly hrefForPerson: (staffMemberId: StaffMemberId) => string
}

/** A row for each person, a column for each requirement. On a phone each person is a card that lists them. */
export async function PeopleGrid({ people, requirements, hrefForPerson }: PeopleGridProps) {
  const t = await getTranslations('overview')
  const roles = await getTranslations('people')
  return (
    <table className="w-full border-collapse text-left max-md:block">
      <caption className="sr-only">{t('grid.caption')}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-line border-b">
          {[{ id: '', name: t('grid.person') }, ...requirements].map(({ id, name }) => (
            <th className="px-3 py-2 align-bottom text-sm font-semibold first:pl-0" key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block max-md:space-y-3">
        {people.map(({ staffMemberId, name, role, cells }) => (
          <tr
            className="border-line max-md:bg-raised border-b max-md:block max-md:rounded-xl max-md:border max-md:p-4"
            key={staffMemberId}
          >
            <th className="py-3 pr-3 align-top font-normal max-md:block max-md:p-0" scope="row">
              <a
                className="inline-flex min-h-11 items-center font-semibold md:min-h-6"
                href={hrefForPerson(staffMemberId)}
              >
                {name}
              </a>
              <span className="text-muted block text-sm">{roles(`roles.${role}`)}</span>
            </th>
            {requirements.map((requirement) => (
              <GridCell
                cell={cells.find(({ requirementId }) => requirementId === requirement.id)}
                key={requirement.id}
                label={requirement.name}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

async function GridCell({ cell, label }: { cell: Cell | undefined; label: string }) {
  const t = await getTranslations('overview')
  const day = await dayWords()
  const { status, dueOn, validThrough } = cell ?? { status: 'not-required', dueOn: null, validThrough: null }
  const isQuiet = status === 'not-required'
  // "On leave, through …" would be read as the end of the leave.
  const countsThrough = status === 'compliant' || status === 'renewal-open' ? validThrough : null
  return (
    <td
      className={`px-3 py-3 align-top max-md:px-0 max-md:py-1.5 ${isQuiet ? 'max-md:hidden' : 'max-md:block'}`}
    >
      <span className="text-muted mb-1 block text-sm md:hidden">{label}</span>
      {isQuiet ? <span className="text-muted">–</span> : <StatusMark status={status} />}
      {countsThrough && (
        <span className="text-muted mt-1 block text-sm">{t('grid.through', { on: day(countsThrough) })}</span>
      )}
      {!countsThrough && !isQuiet && dueOn && (
        <span className="text-muted mt-1 block text-sm">{t('grid.due', { on: day(dueOn) })}</span>
      )}
    </td>
  )
}
