import { getFormatter, getTranslations } from 'next-intl/server'

type PictureListProps = {
  readonly pictures: readonly {
    readonly name: string
    /** In bytes. */
    readonly size: number
    readonly lessons: readonly { readonly title: string; readonly address: string }[]
  }[]
  readonly hrefs: { readonly picture: (name: string) => string; readonly lesson: (address: string) => string }
  /** Null where nothing may be removed. */
  readonly removals: string | null
}

/** Every picture with its size, where it is shown, and how to take it out. */
export async function PictureList({ pictures, hrefs, removals }: PictureListProps) {
  const t = await getTranslations('media')
  const format = await getFormatter()
  if (pictures.length === 0) return <p>{t('none')}</p>
  return (
    <ul className="space-y-4">
      {pictures.map(({ name, size, lessons }) => (
        <li className="card flex flex-wrap gap-4" key={name}>
          {/* biome-ignore lint/performance/noImgElement: the image optimizer is off; pictures are served as they are */}
          <img
            alt={t('small', { name })}
            className="border-line h-24 w-32 rounded border object-contain"
            height={96}
            loading="lazy"
            src={hrefs.picture(name)}
            width={128}
          />
          <div className="min-w-0 flex-1 space-y-2">
            <h3 className="break-all">{name}</h3>
            <p className="text-muted text-sm">
              {t('size', { kilobytes: format.number(Math.ceil(size / 1000)) })}
            </p>
            {lessons.length === 0 && <p>{t('unused')}</p>}
            {lessons.length > 0 && (
              <>
                <p>{t('usedIn')}</p>
                <ul className="list-disc pl-6">
                  {lessons.map(({ title, address }) => (
                    <li key={address}>
                      <a className="inline-flex min-h-11 items-center" href={hrefs.lesson(address)}>
                        {title}
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {removals && lessons.length === 0 && (
              <form action={removals} method="post">
                <input name="pictureName" type="hidden" value={name} />
                <button aria-label={t('removeOf', { name })} className="button-quiet" type="submit">
                  {t('remove')}
                </button>
              </form>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
