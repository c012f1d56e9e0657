import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { ExternalEntry } from '#lib/domain/external/external-entry'
import type { Vouching } from '#lib/domain/external/shared-certificate'
import type { Likeness } from '#lib/domain/external/statement'

type ReviewWarningsProps = {
  readonly alike: readonly { readonly entry: ExternalEntry; readonly likeness: Likeness }[]
  /** Null for a file. */
  readonly vouching: Vouching | null
  hrefFor(id: string): string
}

/** What whoever decides should know first: whether a signature holds, and whether this is here twice. */
export async function ReviewWarnings({ alike, vouching, hrefFor }: ReviewWarningsProps) {
  const t = await getTranslations('external.review')
  const day = await dayWords()
  const tone = vouching === 'signed' ? 'border-good bg-good-soft' : 'border-danger bg-danger-soft'
  return (
    <>
      {vouching !== null && <p className={`rounded-xl border-2 p-4 ${tone}`}>{t(`vouching.${vouching}`)}</p>}
      {alike.length > 0 && (
        <section className="border-notice-line bg-notice rounded-xl border p-4">
          <h2 className="text-base">{t('alikeTitle')}</h2>
          <ul>
            {alike.map(({ entry, likeness }) => (
              <li key={entry.id}>
                <a className="inline-flex min-h-11 items-center" href={hrefFor(entry.id)}>
                  {t(`alike.${likeness}`, { title: entry.title, on: day(entry.recordedOn) })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
