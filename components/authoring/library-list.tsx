import { getTranslations } from 'next-intl/server'

type LibraryModule = {
  readonly moduleVersionId: string
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly version: number
}

type LibraryListProps = {
  readonly modules: readonly LibraryModule[]
  /** Where a copy is asked for; null for whoever may not write. */
  readonly action: string | null
  readonly newId: () => string
}

/** The shipped modules, each with the way to a copy of one's own. */
export async function LibraryList({ modules, action, newId }: LibraryListProps) {
  const t = await getTranslations('authoring')
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {modules.map((module) => (
        <li className="card flex flex-col gap-2" key={module.moduleVersionId}>
          <h3 className="text-lg">{module.title}</h3>
          <p>{module.summary}</p>
          <p className="text-muted text-sm">
            {t('version', { number: module.version })} · {t('minutes', { minutes: module.minutes })}
          </p>
          {action !== null && (
            <form action={action} className="mt-auto" method="post">
              <input name="draftId" type="hidden" value={newId()} />
              <input name="moduleVersionId" type="hidden" value={module.moduleVersionId} />
              <button
                aria-label={t('adaptOf', { title: module.title })}
                className="button-quiet"
                type="submit"
              >
                {t('adapt')}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
