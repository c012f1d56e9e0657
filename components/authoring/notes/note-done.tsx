import { getTranslations } from 'next-intl/server'
import type { NoteDeedKind } from '#lib/domain/authoring/practice-note'
import type { LocalDate } from '#lib/domain/calendar'

type NoteDoneProps = {
  readonly done: readonly {
    readonly number: number
    readonly kind: 'written' | NoteDeedKind
    readonly by: string
    readonly on: LocalDate
    readonly reason: string | null
  }[]
  dayOf(on: LocalDate): string
}

/** Who did what with a note, the newest first. */
export async function NoteDone({ done, dayOf }: NoteDoneProps) {
  if (done.length === 0) return null
  const t = await getTranslations('notes')
  return (
    <section aria-labelledby="done">
      <h2 className="mb-3 text-xl" id="done">
        {t('done.title')}
      </h2>
      <ol className="space-y-3">
        {done.map(({ number, kind, by, on, reason }) => (
          <li className="card py-2" key={`${number}-${kind}`}>
            <p>{t('done.line', { deed: t(`done.${kind}`, { number }), name: by, on: dayOf(on) })}</p>
            {reason && <p className="text-muted max-w-prose">{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
