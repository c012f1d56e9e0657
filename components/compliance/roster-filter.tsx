import { getTranslations } from 'next-intl/server'
import { employmentKinds, roles } from '#lib/domain/people/roles'

type RosterFilterProps = {
  readonly action: string
  readonly requirements: readonly { readonly id: string; readonly name: string }[]
  readonly values: {
    readonly search: string
    readonly role: string | null
    readonly location: string | null
    readonly employmentKind: string | null
    readonly requirementId: string | null
    /** Left out where the page is of those who worked here on its day. */
    readonly part?: 'current' | 'ended' | undefined
  }
  /** Places of work to choose from. */
  readonly locations: readonly string[]
  /** What the address says beside these fields. */
  readonly kept: Readonly<Record<string, string | null>>
}

/** Narrows the table. A plain form that asks for another address of the same page. */
export async function RosterFilter({ action, requirements, locations, values, kept }: RosterFilterProps) {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  return (
    <form
      action={action}
      className="no-print mb-6 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
      method="get"
    >
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} name={name} type="hidden" value={value} />,
      )}
      <label className="col-span-2 block sm:w-48">
        <span className="mb-1 block text-sm font-medium">{t('filter.name')}</span>
        <input className="field" defaultValue={values.search} maxLength={100} name="name" type="search" />
      </label>
      <Choice label={t('filter.role')} name="role" value={values.role ?? ''}>
        <option value="">{t('filter.everyRole')}</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {people(`roles.${role}`)}
          </option>
        ))}
      </Choice>
      {locations.length > 0 && (
        <Choice label={t('filter.location')} name="location" value={values.location ?? ''}>
          <option value="">{t('filter.everyLocation')}</option>
          {locations.map((location) => (
            <option key={location}>{location}</option>
          ))}
        </Choice>
      )}
      <Choice label={t('filter.kind')} name="kind" value={values.employmentKind ?? ''}>
        <option value="">{t('filter.everyKind')}</option>
        {employmentKinds.map((kind) => (
          <option key={kind} value={kind}>
            {people(`employmentKinds.${kind}`)}
          </option>
        ))}
      </Choice>
      {requirements.length > 1 && (
        <Choice label={t('filter.requirement')} name="requirement" value={values.requirementId ?? ''}>
          <option value="">{t('filter.everyRequirement')}</option>
          {requirements.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      {values.part && (
        <Choice label={t('filter.staff')} name="staff" value={values.part}>
          <option value="current">{t('filter.current')}</option>
          <option value="ended">{t('filter.ended')}</option>
        </Choice>
      )}
      <button className="button-quiet" type="submit">
        {t('filter.apply')}
      </button>
    </form>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly children: React.ReactNode
}

function Choice({ label, name, value, children }: ChoiceProps) {
  return (
    <label className="block sm:w-44">
      <span className="mb-1 block text-sm font-medium">{label}</span>
      <select className="field" defaultValue={value} key={value} name={name}>
        {children}
      </select>
    </label>
  )
}
