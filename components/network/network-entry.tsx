import { getTranslations } from 'next-intl/server'
import { type Returned, TextField } from '#components/form/form-parts'

type NetworkEntryProps = {
  readonly practiceName: string
  readonly actions: { readonly join: string; readonly found: string }
  readonly returned: Returned
}

/** The two ways into a network, after what it means to be in one. */
export async function NetworkEntry({ practiceName, actions, returned }: NetworkEntryProps) {
  const t = await getTranslations('network')
  return (
    <>
      <section aria-labelledby="seen" className="mb-8">
        <h2 className="mb-2 text-xl" id="seen">
          {t('seen.title')}
        </h2>
        <ul className="list-disc space-y-1 pl-6">
          <li>{t('seen.name', { practice: practiceName })}</li>
          <li>{t('seen.offers')}</li>
          <li>{t('seen.never')}</li>
        </ul>
      </section>
      <div className="grid gap-6 md:grid-cols-2">
        <section aria-labelledby="join" className="card">
          <h2 className="mb-2 text-xl" id="join">
            {t('join.title')}
          </h2>
          <form action={actions.join} className="space-y-4" method="post" noValidate>
            <TextField
              autoComplete="off"
              hint={t('join.hint')}
              label={t('join.code')}
              name="networkCode"
              returned={returned}
            />
            <button className="button" type="submit">
              {t('join.do')}
            </button>
          </form>
        </section>
        <section aria-labelledby="found" className="card">
          <h2 className="mb-2 text-xl" id="found">
            {t('found.title')}
          </h2>
          <form action={actions.found} className="space-y-4" method="post" noValidate>
            <TextField
              autoComplete="off"
              hint={t('found.hint')}
              label={t('found.name')}
              name="networkName"
              returned={returned}
            />
            <button className="button-quiet" type="submit">
              {t('found.do')}
            </button>
          </form>
        </section>
      </div>
    </>
  )
}
