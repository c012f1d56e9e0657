import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, type FormProblem, Notice } from '#components/form/form-parts'
import { EntryCheck } from '#components/people/entry-check'
import { EntryForm } from '#components/people/entry-form'
import { printCertificateNumber } from '#lib/domain/certification/certificate-number'
import type { Entry } from '#lib/domain/people/entries/entry'
import { type EntryPreview, previewEntry } from '#lib/use-cases/practice/preview-entry'
import { type EntryQuestion, entryAddress, entryKind, entryQuestion } from '#lib/web/entry-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { grantableCapabilities, practiceId, staffMemberId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { problemOf } from '#lib/web/refusals'
import { routes } from '#lib/web/routes'

/** One entry: its questions, and once they are answered, what saving them would do to this person's dates. */
export default async function EntryPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/staff/[staffMemberId]/entries/[entry]'>) {
  const { entry: kind, ...place } = await paramsOr404({ practiceId, staffMemberId, entry: entryKind }, params)
  const path = routes.entry(place.practiceId, place.staffMemberId, kind)
  const search = await searchParams
  const { view, actor, returned } = await pageContext(
    (context, kept) => {
      const { entry, factId } = entryQuestion(kind, search, kept)
      return previewEntry(context, { ...place, kind, entry, factId })
    },
    { path, search: searchParams },
  )
  const question = entryQuestion(kind, search, returned)
  const { entry, values } = question
  const t = await getTranslations('entries')
  const problems = await problemsOn(question, view, returned.problems)
  const shown = { problems, values: { ...values, ...returned.values } }
  return (
    <PracticeFrame
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t(`title.${kind}`, { name: view.person.name })}
      width="reading"
    >
      <p className="mb-4">
        <a
          className="inline-flex min-h-11 items-center"
          href={routes.staffMember(view.practiceId, view.person.id)}
        >
          {t('back', { name: view.person.name })}
        </a>
      </p>
      <ErrorSummary returned={shown} />
      <Notice returned={returned} />
      {view.barred !== null && <p className="card">{t(`barred.${view.barred}`)}</p>}
      {view.barred === null && view.isOwn && (
        <p className="border-notice-line bg-notice mb-6 rounded-xl border-2 p-4">{t('own')}</p>
      )}
      {view.barred === null && (
        <Asked entry={entry} path={path} question={question} shown={shown} view={view} />
      )}
    </PracticeFrame>
  )
}

/** What to mend: what the answers themselves say, what stands against them, or what came back from the saving. */
async function problemsOn(
  { problems, entry }: EntryQuestion,
  { decision, choices }: EntryPreview,
  returned: readonly FormProblem[],
): Promise<readonly FormProblem[]> {
  if (problems.length > 0) return problems
  if (!decision || decision.ok) return returned
  const day = await dayWords()
  const asked = entry?.kind === 'extension' ? entry.requirementId : null
  const range = choices.requirements.find(({ id }) => id === asked)?.extension
  const problem = problemOf(decision.refusal)
  return [range ? { ...problem, values: { latest: day(range.through) } } : problem]
}

type AskedProps = {
  readonly entry: Entry | null
  readonly question: EntryQuestion
  readonly view: EntryPreview
  readonly path: ReturnType<typeof routes.entry>
  readonly shown: Parameters<typeof ErrorSummary>[0]['returned']
}

function Asked({ entry, question, view, path, shown }: AskedProps) {
  const { choices, decision, person, today } = view
  const place = [view.practiceId, person.id] as const
  if (!entry || !decision?.ok) {
    return (
      <EntryForm
        action={path}
        choices={choices}
        grantable={view.canAdminister ? grantableCapabilities : []}
        kind={view.kind}
        person={person}
        returned={shown}
        today={today}
      />
    )
  }
  const saving = {
    rehire: routes.rehires(...place),
    'employment-end': routes.employmentEnd(...place),
  }
  const { kind } = entry
  const own = kind === 'rehire' || kind === 'employment-end' ? saving[kind] : null
  const key = kind === 'employment-end' ? {} : { idempotencyKey: randomUUID() }
  return (
    <EntryCheck
      action={own ?? routes.entryFacts(...place, kind)}
      answers={{ ...question.values, ...key }}
      backHref={entryAddress(path, question.values)}
      certificates={view.certificates.map(({ id, number }) => ({
        number: printCertificateNumber(number),
        href: routes.newRevocation(view.practiceId, id),
      }))}
      choices={choices}
      effects={decision.value}
      entry={entry}
      isOwn={view.isOwn}
      person={person}
      reason={view.reason}
      returned={shown}
      today={today}
    />
  )
}
