import { getTranslations } from 'next-intl/server'

type CaseLibraryProps = {
  readonly cases: readonly {
    readonly caseVersionId: string
    readonly title: string
    readonly summary: string
    readonly minutes: number
  }[]
  /** Where a copy is asked for; null for whoever may not write. */
  readonly action: string | null
  readonly newId: () => string
}

/** The shipped cases, each with the way to a copy of one's own. */
export async function CaseLibrary({ cases, action, newId }: CaseLibraryProps) {
  const t = await getTranslations('authoring')
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {cases.map(({ caseVersionId, title, summary, minutes }) => (
        <li className="card flex flex-col gap-2" key={caseVersionId}>
          <h3 className="text-lg">{title}</h3>
          <p>{summary}</p>
          <p className="text-muted text-sm">{t('minutes', { minutes })}</p>
          {action !== null && (
            <form action={action} className="mt-auto" method="post">
              <input name="draftId" type="hidden" value={newId()} />
              <input name="caseVersionId" type="hidden" value={caseVersionId} />
              <button aria-label={t('adaptOf', { title })} className="button-quiet" type="submit">
                {t('adapt')}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
