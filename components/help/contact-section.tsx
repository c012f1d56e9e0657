import { ContactCard } from '#components/lesson/contact-card'
import type { LessonLabels } from '#components/lesson/lesson-labels'
import type { ShownContact } from '#lib/domain/curriculum/local-contacts'

type ContactSectionProps = {
  readonly id: string
  readonly title: string
  readonly intro?: string
  readonly contacts: readonly ShownContact[]
  readonly labels: LessonLabels['contact']
  formatDate(date: string): string
}

/** Contacts of one reach, each with how to get through and how sure we are. Nothing where there are none. */
export function ContactSection({ id, title, intro, contacts, labels, formatDate }: ContactSectionProps) {
  if (contacts.length === 0) return null
  return (
    <section aria-labelledby={id} className="mb-10">
      <h2 className="mb-3" id={id}>
        {title}
      </h2>
      {intro && <p className="mb-3 max-w-prose">{intro}</p>}
      <div className="space-y-4">
        {contacts.map((contact) => (
          <ContactCard contact={contact} formatDate={formatDate} key={contact.id} labels={labels} />
        ))}
      </div>
    </section>
  )
}
