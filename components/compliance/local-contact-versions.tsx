import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { LocalContactFacts, type RecordedContact } from '#components/compliance/local-contact-facts'

/** What stands here now, and what was entered before it. Nothing where nothing was entered. */
export async function LocalContactVersions({ versions }: { versions: readonly RecordedContact[] }) {
  const [current, ...earlier] = versions
  if (!current) return null
  const t = await getTranslations('practice')
  const day = await dayWords()
  return (
    <section aria-labelledby="entered" className="card mt-10">
      <h2 className="text-lg" id="entered">
        {t('contacts.current')}
      </h2>
      <LocalContactFacts contact={current} day={day} />
      {earlier.length > 0 && (
        <details className="border-line mt-4 border-t pt-2">
          <summary className="text-accent cursor-pointer py-2.5">{t('contacts.earlier')}</summary>
          <ul className="space-y-5">
            {earlier.map((contact) => (
              <li key={contact.version}>
                <LocalContactFacts contact={contact} day={day} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
