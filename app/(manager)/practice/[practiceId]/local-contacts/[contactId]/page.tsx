import { getTranslations } from 'next-intl/server'
import { LocalContactForm } from '#components/compliance/local-contact-form'
import { LocalContactVersions } from '#components/compliance/local-contact-versions'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { viewLocalContact } from '#lib/use-cases/practice/view-local-contact'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { localContactFields, practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

const { contactId } = localContactFields

export default async function LocalContactPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/local-contacts/[contactId]'>) {
  const input = await paramsOr404({ practiceId, contactId }, params)
  const { view, actor, returned } = await pageContext((context) => viewLocalContact(context, input), {
    path: routes.localContact(input.practiceId, input.contactId),
    search: searchParams,
  })
  const t = await getTranslations('practice')
  const [current] = view.versions
  return (
    <PracticeFrame
      actor={actor}
      current="contacts"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={view.kind}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.localContacts(view.practiceId)}>
          {t('contacts.all')}
        </a>
      </p>
      <ErrorSummary returned={returned} />
      <p className="text-muted mb-6 max-w-prose">
        {view.who}. {!current && view.advice}
      </p>
      <LocalContactForm
        action={routes.localContactVersions(view.practiceId, view.contactId)}
        current={current ?? null}
        returned={returned}
        today={view.today}
      />
      <LocalContactVersions versions={view.versions} />
    </PracticeFrame>
  )
}
