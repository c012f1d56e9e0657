import { getTranslations } from 'next-intl/server'

type AttemptsAskedProps = {
  readonly asked: readonly {
    readonly staffMemberId: string
    readonly moduleId: string
    readonly name: string
    readonly module: string
    readonly askedOn: string
  }[]
  hrefFor(staffMemberId: string): string
  formatDay(on: string): string
}

/** Who asks for more attempts at a quiz, each a link to where they are allowed; nothing where nobody does. */
export async function AttemptsAsked({ asked, hrefFor, formatDay }: AttemptsAskedProps) {
  if (asked.length === 0) return null
  const t = await getTranslations('practice.overview')
  return (
    <section
      aria-labelledby="attempts-asked"
      className="no-print border-notice-line bg-notice mb-6 rounded-xl border p-4"
    >
      <h2 className="text-base" id="attempts-asked">
        {t('askedTitle')}
      </h2>
      <ul>
        {asked.map(({ staffMemberId, moduleId, name, module, askedOn }) => (
          <li key={`${staffMemberId} ${moduleId}`}>
            <a className="inline-flex min-h-11 items-center" href={hrefFor(staffMemberId)}>
              {t('askedBody', { name, module, on: formatDay(askedOn) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
