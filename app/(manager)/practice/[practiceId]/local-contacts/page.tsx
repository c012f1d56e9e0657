import { getTranslations } from 'next-intl/server'
import { LocalContactList } from '#components/compliance/local-contact-list'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { Notice } from '#components/form/form-parts'
import { viewLocalContacts } from '#lib/use-cases/practice/view-local-contacts'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** Whom the practice calls near it: what is entered, what is missing, what is to be checked again. */
export default async function LocalContactsPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/local-contacts'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewLocalContacts(context, input), {
    path: routes.localContacts(input.practiceId),
    search: searchParams,
  })
  const t = await getTranslations('practice')
  return (
    <PracticeFrame
      actor={actor}
      current="contacts"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('contacts.title')}
    >
      <Notice returned={returned} />
      <p className="mb-6 max-w-prose">{t('contacts.intro')}</p>
      <LocalContactList
        hrefFor={(contactId) => routes.localContact(view.practiceId, contactId)}
        lines={view.lines}
      />
    </PracticeFrame>
  )
}
