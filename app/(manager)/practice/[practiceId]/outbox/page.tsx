import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import * as z from 'zod'
import { OutboxList } from '#components/compliance/outbox-list'
import { Pager } from '#components/compliance/pager'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { viewOutbox } from '#lib/use-cases/practice/view-outbox'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { mailId as mailIdField, practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

const wish = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  mail: mailIdField.nullable().catch(null),
})

export default async function OutboxPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/outbox'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { page, mail } = wish.parse(await searchParams)
  const path = routes.outbox(input.practiceId)
  const { view, actor, returned } = await pageContext(
    (context) => viewOutbox(context, { ...input, page, mailId: mail }),
    { path, search: searchParams },
  )
  const t = await getTranslations('practice')
  const { mailId, body } = returned.values
  const shown = typeof mailId === 'string' && typeof body === 'string' ? { mailId, body } : null
  return (
    <PracticeFrame
      actor={actor}
      current="outbox"
      links={practiceLinks(view.practiceId, { canAdminister: true })}
      practiceName={view.practiceName}
      title={t('outbox.title')}
    >
      <ErrorSummary returned={returned} />
      <p className="mb-6 max-w-prose">
        {t(view.hasMailServer ? 'outbox.withServer' : 'outbox.withoutServer')}
      </p>
      <OutboxList
        chosen={mail}
        hrefFor={(id) => routes.outboxMail(view.practiceId, id)}
        hrefToShow={(id) => routes.disclosure(view.practiceId, id)}
        lines={view.lines}
        shown={shown}
        timeZone={view.timeZone}
      />
      <Pager hrefFor={(number) => `${path}?page=${number}` as Route} page={view.page} pages={view.pages} />
    </PracticeFrame>
  )
}
