import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { DueNotice } from '#components/compliance/due-notice'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { RosterTable } from '#components/compliance/roster-table'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'
import { filterWords } from '#lib/web/filter-words'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { rosterAddressFrom, withRosterAddress } from '#lib/web/roster-query'
import { routes } from '#lib/web/routes'

/** As many lines as some forty sheets hold. */
const linesOnPaper = 1000

export default async function PrintPage({ params, searchParams }: PageProps<'/practice/[practiceId]/print'>) {
  const input = await paramsOr404({ practiceId }, params)
  const query = { ...rosterAddressFrom(await searchParams), page: 1 }
  const { view, actor } = await pageContext((context) =>
    viewPracticeCompliance(context, { ...input, part: query.part, query, pageSize: linesOnPaper }),
  )
  const t = await getTranslations('overview')
  const table = await getTranslations('practice')
  const day = await dayWords()
  const filters = await filterWords(query, view.requirements)
  return (
    <PracticeFrame
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('print.title', { on: day(view.today) })}
    >
      <DueNotice isDue={view.isDue} />
      <p className="no-print mb-4">
        <a
          className="inline-flex min-h-11 items-center"
          href={withRosterAddress(routes.practice(view.practiceId), query)}
        >
          {t('print.back')}
        </a>
      </p>
      <p className="mb-1">{t('print.filter', { filters: filters.join(', ') || t('print.all') })}</p>
      <p className="text-muted mb-4 text-sm">
        {view.total > linesOnPaper
          ? t('print.first', { shown: linesOnPaper, total: view.total })
          : table('table.rows', { rows: view.total })}
      </p>
      <RosterTable
        descending={query.descending}
        hrefForPerson={(staffMemberId) => routes.staffMember(view.practiceId, staffMemberId)}
        hrefForSort={(sort, descending) =>
          withRosterAddress(routes.practicePrint(view.practiceId), { ...query, sort, descending })
        }
        rows={view.rows}
        sort={query.sort}
        today={view.today}
      />
    </PracticeFrame>
  )
}
