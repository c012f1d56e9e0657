import { getTranslations } from 'next-intl/server'
import type { DraftState, HoldCause } from '#lib/domain/authoring/draft-state'
import type { LocalDate } from '#lib/domain/calendar'

type PlanProps = {
  readonly state: DraftState
  readonly held: { readonly on: LocalDate; readonly cause: HoldCause } | null
  readonly action: string
  readonly dayOf: (on: LocalDate) => string
}

/** The day that a publication is planned for, or why it was not published on its day. */
export async function PublicationPlan({ state, held, action, dayOf }: PlanProps) {
  const t = await getTranslations('versions.plan')
  if (held && state.kind === 'approved') {
    return (
      <p className="border-danger bg-danger-soft mb-8 max-w-prose rounded-xl border-2 p-4">
        {t('held', { on: dayOf(held.on) })} {t(held.cause)}
      </p>
    )
  }
  if (state.kind !== 'scheduled' || state.publishOn === null) return null
  return (
    <form action={action} className="card mb-8" method="post">
      <p className="max-w-prose">{t('planned', { on: dayOf(state.publishOn) })}</p>
      <button className="button-quiet mt-3" type="submit">
        {t('end')}
      </button>
    </form>
  )
}
