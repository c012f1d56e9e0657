import { getTranslations } from 'next-intl/server'
import { stateKey } from '#components/authoring/draft-list'
import type { Returned } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import type { DraftDeed, DraftState } from '#lib/domain/authoring/draft-state'

type StandingProps = {
  readonly state: DraftState
  readonly filesHash: string
  readonly deeds: readonly DraftDeed[]
  readonly action: string
  readonly checks: string
  readonly returned: Returned
}

/** Where a draft stands, and what the reader can do with it now. */
export async function DraftStanding({ state, filesHash, deeds, action, checks, returned }: StandingProps) {
  const t = await getTranslations('authoring')
  return (
    <section aria-labelledby="standing" className="card mb-8">
      <h2 className="text-xl" id="standing">
        {t('standing.title')}
      </h2>
      <p className="mt-2 text-lg font-medium">{t(`state.${stateKey(state)}`)}</p>
      {state.kind === 'changes-asked' && state.reason && <p className="max-w-prose">{state.reason}</p>}
      <p className="mt-2">
        <a className="inline-flex min-h-11 items-center" href={checks}>
          {t('standing.checks')}
        </a>
        <span className="text-muted block text-sm">{t('standing.checksHint')}</span>
      </p>
      {deeds.length === 0 ? (
        <p className="text-muted mt-3">{t('standing.nothing')}</p>
      ) : (
        <form action={action} className="mt-4 space-y-4" method="post" noValidate>
          <input name="filesHash" type="hidden" value={filesHash} />
          <TextArea
            hint={t('standing.reasonHint')}
            label={t('standing.reason')}
            name="reason"
            returned={returned}
            rows={2}
          />
          <div className="flex flex-wrap gap-3">
            {deeds.map((deed, index) => (
              <button
                className={index === 0 ? 'button' : 'button-quiet'}
                key={deed}
                name="deed"
                type="submit"
                value={deed}
              >
                {t(`deed.${deed}`)}
              </button>
            ))}
          </div>
        </form>
      )}
    </section>
  )
}
