import { getMessages } from 'next-intl/server'
import { ContactCard } from '#components/lesson/contact-card'
import { SourceWords } from '#components/lesson/lesson-sources'
import { wordsOf } from '#components/ui/words'
import type { ShownContact } from '#lib/domain/curriculum/local-contacts'
import type { ShownSource } from '#lib/domain/curriculum/register-words'

type DebriefReferencesProps = {
  readonly contacts: readonly ShownContact[]
  readonly sources: readonly ShownSource[]
  formatDate(date: string): string
}

/** Who can help with what a case is about, and what its debrief rests on. */
export async function DebriefReferences({ contacts, sources, formatDate }: DebriefReferencesProps) {
  const t = await wordsOf('cases')
  const { lesson: labels } = await getMessages()
  return (
    <>
      {contacts.length > 0 && (
        <section aria-labelledby="contacts" className="mt-10">
          <h2 className="mb-4" id="contacts">
            {t('contactsTitle')}
          </h2>
          <div className="space-y-4">
            {contacts.map((contact) => (
              <ContactCard
                contact={contact}
                formatDate={formatDate}
                key={contact.id}
                labels={labels.contact}
              />
            ))}
          </div>
        </section>
      )}
      <section aria-labelledby="sources" className="mt-10">
        <h2 id="sources">{t('sourcesTitle')}</h2>
        <ul className="mt-3 list-disc space-y-3 pl-6 text-sm">
          {sources.map((source) => (
            <li key={source.id}>
              <SourceWords formatDate={formatDate} labels={labels.sources} source={source} />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
