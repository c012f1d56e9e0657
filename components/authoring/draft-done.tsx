import { getTranslations } from 'next-intl/server'
import type { DraftEventKind } from '#lib/domain/authoring/draft-state'
import type { LocalDate } from '#lib/domain/calendar'

type Done = {
  readonly number: number
  readonly kind: DraftEventKind
  readonly by: string | null
  readonly on: LocalDate
  readonly reason: string | null
  readonly fromNumber: number | null
}

/** Who did what with a draft, the newest first. */
export async function DraftDone({
  done,
  dayOf,
}: {
  done: readonly Done[]
  dayOf: (on: LocalDate) => string
}) {
  const t = await getTranslations('authoring')
  if (done.length === 0) return <p>{t('done.none')}</p>
  return (
    <ol className="space-y-3">
      {done.map(({ number, kind, by, on, reason, fromNumber }) => (
        <li className="card py-2" key={number}>
          <p>
            {t('done.line', {
              kind: t(`done.kind.${kind}`, { from: fromNumber ?? 0 }),
              name: by ?? t('done.somebody'),
              on: dayOf(on),
            })}
          </p>
          {reason && <p className="text-muted max-w-prose">{reason}</p>}
        </li>
      ))}
    </ol>
  )
}
