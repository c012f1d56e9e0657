import { getTranslations } from 'next-intl/server'

type NetworkMembershipProps = {
  readonly network: { readonly name: string; readonly others: readonly string[] }
  /** A new code, in the moment in which it was made. */
  readonly code: string | null
  readonly actions: { readonly makeCode: string; readonly leave: string }
}

/** The network that a practice is in: who else is, the way in for another one, and the way out. */
export async function NetworkMembership({ network, code, actions }: NetworkMembershipProps) {
  const t = await getTranslations('network')
  return (
    <div className="space-y-8">
      <p className="text-lg">{t('isIn', { network: network.name })}</p>
      <section aria-labelledby="others">
        <h2 className="mb-2 text-xl" id="others">
          {t('others')}
        </h2>
        {network.others.length === 0 ? (
          <p>{t('alone')}</p>
        ) : (
          <ul className="list-disc space-y-1 pl-6">
            {network.others.map((name, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two practices may have one name, and the list never moves
              <li key={place}>{name}</li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="code">
        <h2 className="mb-2 text-xl" id="code">
          {t('code.title')}
        </h2>
        {code !== null && (
          <div className="border-good bg-good-soft mb-4 rounded-xl border-2 p-4">
            <h3 className="mb-1 text-lg">{t('code.new')}</h3>
            <p className="mb-3">{t('code.newHint')}</p>
            <p className="bg-surface border-line rounded-lg border p-3 font-mono text-sm wrap-anywhere select-all">
              {code}
            </p>
          </div>
        )}
        <p className="mb-3 max-w-prose">{t('code.hint')}</p>
        <form action={actions.makeCode} method="post">
          <button className={code === null ? 'button' : 'button-quiet'} type="submit">
            {t('code.do')}
          </button>
        </form>
      </section>
      <section aria-labelledby="leave">
        <h2 className="mb-2 text-xl" id="leave">
          {t('leave.title')}
        </h2>
        <p className="mb-3 max-w-prose">{t('leave.hint')}</p>
        <form action={actions.leave} method="post">
          <button className="button-quiet" type="submit">
            {t('leave.do')}
          </button>
        </form>
      </section>
    </div>
  )
}
