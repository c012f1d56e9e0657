import { getTranslations } from 'next-intl/server'

type OfferPartProps = {
  readonly offering: {
    readonly networkName: string
    readonly offered: number | null
    readonly canOffer: boolean
  }
  readonly actions: { readonly offer: string; readonly withdraw: string }
}

/** Whether the network sees a module or case, and the ways to change that. */
export async function OfferPart({ offering, actions }: OfferPartProps) {
  const t = await getTranslations('network.offer')
  const { networkName: network, offered, canOffer } = offering
  return (
    <section aria-labelledby="offer" className="mb-10">
      <h2 className="mb-3 text-xl" id="offer">
        {t('title')}
      </h2>
      <p className="mb-3 max-w-prose">
        {offered === null ? t('notShown', { network }) : t('shown', { network, version: offered })}
      </p>
      {canOffer && (
        <form action={actions.offer} className="mb-3 space-y-3" method="post">
          <p className="max-w-prose">{t('hint')}</p>
          <button className="button-quiet" type="submit">
            {t('do')}
          </button>
        </form>
      )}
      {offered !== null && (
        <form action={actions.withdraw} className="space-y-3" method="post">
          <p className="max-w-prose">{t('withdrawHint')}</p>
          <button className="button-quiet" type="submit">
            {t('withdraw')}
          </button>
        </form>
      )}
    </section>
  )
}
