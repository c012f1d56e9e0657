import { getLocale, getTranslations } from 'next-intl/server'
import { stateKey } from '#components/authoring/draft-list'
import type { DraftState } from '#lib/domain/authoring/draft-state'
import type { LocalDate } from '#lib/domain/calendar'

type Way = readonly [href: string, words: string]

type NextProps = {
  readonly state: DraftState
  /** May write at the practice. */
  readonly isAuthor: boolean
  /** The reader may approve it now. */
  readonly mayApprove: boolean
  /** Who may approve it and has written nothing of it. */
  readonly approvers: readonly string[]
  /** What its author does, in order, until it can be sent; null where nothing can be counted. */
  readonly work: {
    readonly unwritten: readonly { readonly title: string; readonly href: string }[]
    readonly quizToDo: number
    readonly quiz: string
  } | null
  readonly hrefs: {
    readonly checks: string
    readonly review: string
    readonly newTrack: string
  }
  readonly publishedOn: LocalDate | null
  readonly dayOf: (on: LocalDate) => string
}

/** First thing on the page of a draft: where it stands, and the one next step of whoever reads it. */
export async function DraftNext(props: NextProps) {
  const t = await getTranslations('draftNext')
  const states = await getTranslations('authoring')
  const { state, publishedOn, dayOf } = props
  return (
    <section aria-labelledby="next" className="card mb-8">
      <h2 className="text-xl" id="next">
        {publishedOn && state.kind === 'published'
          ? t('publishedOn', { on: dayOf(publishedOn) })
          : states(`state.${stateKey(state)}`)}
      </h2>
      {state.kind === 'changes-asked' && state.reason && (
        <blockquote className="border-line my-2 max-w-prose border-l-4 pl-4">{state.reason}</blockquote>
      )}
      <NextStep {...props} />
    </section>
  )
}

async function NextStep({ state, isAuthor, mayApprove, approvers, work, hrefs }: NextProps) {
  const t = await getTranslations('draftNext')
  switch (state.kind) {
    case 'draft':
    case 'changes-asked':
      return isAuthor ? <Work hrefs={hrefs} work={work} /> : <p className="mt-2">{t('beingWritten')}</p>
    case 'in-review':
      return mayApprove ? (
        <>
          <p className="mt-2 max-w-prose">{t('toReview')}</p>
          <Ways
            ways={[
              [hrefs.review, t('read')],
              [hrefs.checks, t('checks')],
              ['#standing', t('decide')],
            ]}
          />
        </>
      ) : (
        <p className="mt-2 max-w-prose">
          {approvers.length > 0 ? t('waiting', { names: await listed(approvers) }) : t('waitingForNobody')}
        </p>
      )
    case 'approved':
      return (
        <>
          <p className="mt-2 max-w-prose">{t('approved')}</p>
          <Ways ways={[[hrefs.checks, t('publish')]]} />
        </>
      )
    case 'scheduled':
      return null
    case 'published':
      return (
        <>
          <p className="mt-2 max-w-prose">{t('published')}</p>
          {isAuthor && (
            <Ways
              ways={[
                ['#versions', t('versions')],
                [hrefs.newTrack, t('newTrack')],
              ]}
            />
          )}
        </>
      )
    case 'retired':
      return null
  }
}

const listed = async (names: readonly string[]) =>
  new Intl.ListFormat(await getLocale(), { type: 'disjunction' }).format(names)

/** What is left to write, each with its place; nothing left: checks, and then the reviewer. */
async function Work({ work, hrefs }: Pick<NextProps, 'work' | 'hrefs'>) {
  const t = await getTranslations('draftNext')
  const left: Way[] = [
    ...(work?.unwritten ?? []).map(({ title, href }) => [href, t('write', { title })] as const),
    ...(work && work.quizToDo > 0 ? [[work.quiz, t('quiz', { count: work.quizToDo })] as const] : []),
  ]
  return (
    <>
      <p className="mt-2 max-w-prose">{t(left.length > 0 ? 'left' : 'written')}</p>
      <Ways ways={[...left, [hrefs.checks, t('checks')], ['#standing', t('send')]]} />
    </>
  )
}

/** The first is what to do now. */
function Ways({ ways: [first, ...rest] }: { readonly ways: readonly Way[] }) {
  return (
    <>
      {first && (
        <p className="mt-4">
          <a className="button" href={first[0]}>
            {first[1]}
          </a>
        </p>
      )}
      {rest.length > 0 && (
        <ol className="mt-3 list-decimal pl-6" start={2}>
          {rest.map(([href, words]) => (
            <li key={href}>
              <a className="inline-flex min-h-11 items-center" href={href}>
                {words}
              </a>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
