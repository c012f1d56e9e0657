import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { DueNotice } from '#components/compliance/due-notice'
import { Pager } from '#components/compliance/pager'
import { PeopleGrid } from '#components/compliance/people-grid'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { RosterFilter } from '#components/compliance/roster-filter'
import { ViewLinks } from '#components/compliance/view-links'
import { viewPracticeGrid } from '#lib/use-cases/practice/view-practice-grid'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { rosterAddressFrom, withRosterAddress } from '#lib/web/roster-query'
import { routes } from '#lib/web/routes'
import { viewLinks } from '#lib/web/view-links'

export default async function GridPage({ params, searchParams }: PageProps<'/practice/[practiceId]/grid'>) {
  const input = await paramsOr404({ practiceId }, params)
  const query = rosterAddressFrom(await searchParams)
  const { view, actor } = await pageContext((context) =>
    viewPracticeGrid(context, { ...input, part: query.part, query }),
  )
  const t = await getTranslations('overview')
  const day = await dayWords()
  const path = routes.practiceGrid(view.practiceId)
  const isEmpty = view.people.length === 0
  return (
    <PracticeFrame
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('grid.title', { on: day(view.today) })}
    >
      <DueNotice isDue={view.isDue} />
      <RosterFilter
        action={path}
        kept={{ show: query.group }}
        locations={view.locations}
        requirements={view.requirements}
        values={query}
      />
      <ViewLinks current="grid" links={viewLinks(view.practiceId, query)} />
      <p aria-live="polite" className="text-muted mb-3 text-sm">
        {t('grid.people', { people: view.total })}
      </p>
      {view.requirements.length === 0 && <p className="card mb-4">{t('grid.noRequirement')}</p>}
      {isEmpty && <p className="card">{t('grid.none')}</p>}
      {!isEmpty && (
        <PeopleGrid
          hrefForPerson={(staffMemberId) => routes.staffMember(view.practiceId, staffMemberId)}
          people={view.people}
          requirements={view.requirements}
        />
      )}
      <Pager
        hrefFor={(page) => withRosterAddress(path, { ...query, page })}
        page={view.page}
        pages={view.pages}
      />
    </PracticeFrame>
  )
}
