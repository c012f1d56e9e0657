import { getTranslations } from 'next-intl/server'

type FolderPartProps = {
  readonly out: string
  /** Null where the version stays as it is. */
  readonly into: string | null
}

/** A version as a folder: out to a file, and in from one. */
export async function FolderPart({ out, into }: FolderPartProps) {
  const t = await getTranslations('exchange')
  return (
    <section aria-labelledby="folder" className="mb-10">
      <h2 className="mb-3 text-xl" id="folder">
        {t('folder.title')}
      </h2>
      <p className="mb-3">{t('folder.hint')}</p>
      <p className="flex flex-wrap gap-3">
        <a className="button-quiet" href={out}>
          {t('folder.out')}
        </a>
        {into && (
          <a className="button-quiet" href={into}>
            {t('folder.in')}
          </a>
        )}
      </p>
    </section>
  )
}
