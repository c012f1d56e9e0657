import { getTranslations } from 'next-intl/server'

export const shownKinds = ['new', 'back', 'changed', 'unchanged', 'left-out', 'problem'] as const
export type ShownKind = (typeof shownKinds)[number]

type PreviewCountsProps = {
  readonly counts: Readonly<Partial<Record<ShownKind | 'undecided', number>>>
  readonly chosen: ShownKind
  readonly rows: number
  readonly hrefFor: (kind: ShownKind) => string
}

/** How many rows do what; each count shows its rows below. */
export async function PreviewCounts({ counts, chosen, rows, hrefFor }: PreviewCountsProps) {
  const t = await getTranslations('imports')
  return (
    <section aria-label={t('preview.title')}>
      <p className="mb-2">{t('preview.counts', { rows })}</p>
      <ul className="flex flex-wrap gap-2">
        {shownKinds.map((kind) => (
          <li key={kind}>
            <a
              aria-current={kind === chosen ? 'true' : undefined}
              className="border-line bg-raised aria-[current]:border-accent inline-flex min-h-11 items-center gap-2 rounded-lg border px-3 no-underline aria-[current]:font-semibold"
              href={hrefFor(kind)}
            >
              <span className="text-lg font-semibold">{counts[kind] ?? 0}</span>
              {t(`preview.kind.${kind}`)}
            </a>
          </li>
        ))}
        {(counts.undecided ?? 0) > 0 && (
          <li className="border-notice-line bg-notice inline-flex min-h-11 items-center gap-2 rounded-lg border px-3">
            <span className="text-lg font-semibold">{counts.undecided}</span>
            {t('preview.kind.undecided')}
          </li>
        )}
      </ul>
    </section>
  )
}
