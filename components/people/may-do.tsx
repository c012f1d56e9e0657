import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, type Returned } from '#components/form/form-parts'
import type { Capability } from '#lib/domain/access/actor'

type Grantable = Exclude<Capability, 'train'>

type MayDoProps = {
  /** What they may do as things stand, training included. */
  readonly held: readonly Capability[]
  /** What an administrator gives and takes. */
  readonly grantable: readonly Grantable[]
  /** Where it is changed; null where the reader may not. */
  readonly action: string | null
  readonly isOwn: boolean
  readonly returned: Returned
}

/** What somebody may do in Beacon, and the form with which an administrator changes it. */
export async function MayDo({ held, grantable, action, isOwn, returned }: MayDoProps) {
  const t = await getTranslations('people.mayDo')
  const practice = await getTranslations('practice')
  const more = grantable.filter((capability) => held.includes(capability))
  return (
    <section className="card">
      <h2 className="mb-2">{t('title')}</h2>
      <ul className="list-disc space-y-1 pl-5">
        <li>{t('train')}</li>
        {more.map((capability) => (
          <li key={capability}>{practice(`capability.${capability}`)}</li>
        ))}
      </ul>
      {action === null ? (
        <p className="text-muted mt-2 text-sm">{t(isOwn ? 'notYourself' : 'byAdministrator')}</p>
      ) : (
        <details className="no-print mt-2" open={returned.values['capabilities'] !== undefined}>
          <summary className="text-accent cursor-pointer py-2.5 font-medium">{t('change')}</summary>
          <form action={action} className="mt-2 space-y-3" method="post">
            <CheckboxGroup
              choices={grantable.map((capability) => ({
                value: capability,
                label: practice(`capability.${capability}`),
                hint: practice(`capabilityHint.${capability}`),
              }))}
              defaultValues={held}
              hint={practice('newStaff.capabilitiesHint')}
              label={practice('newStaff.capabilities')}
              name="capabilities"
              returned={returned}
            />
            <button className="button-quiet" type="submit">
              {t('button')}
            </button>
          </form>
        </details>
      )}
    </section>
  )
}
