import { getTranslations } from 'next-intl/server'

type KeptSittingProps = {
  readonly moduleTitle: string
  /** Where the quiz begins anew. */
  readonly quizHref: string
  /** The day from which it may be handed in, written out; null where its turn is over. */
  readonly opensOn: string | null
  /** Whether a quiz that begins now goes on with these answers. */
  readonly goesOn: boolean
  /** When its time is or was over, written out; null where it has no limit. */
  readonly endsAt: string | null
}

/** Instead of the questions of a sitting that cannot be handed in now: why, and what becomes of the answers. */
export async function KeptSitting({ moduleTitle, quizHref, opensOn, goesOn, endsAt }: KeptSittingProps) {
  const t = await getTranslations('quiz')
  return (
    <>
      <h1 className="mb-6">{t('title', { module: moduleTitle })}</h1>
      <div className="card space-y-4">
        <p className="font-semibold">
          {opensOn === null ? t('keptTurnOver') : t('keptTooEarly', { opensOn })}
        </p>
        {opensOn === null ? (
          <p>{t(whatComes(goesOn, endsAt))}</p>
        ) : (
          <p>{endsAt ? t('keptUntilInTime', { opensOn, at: endsAt }) : t('keptUntil', { opensOn })}</p>
        )}
        <p>
          <a className="button" href={quizHref}>
            {t('toQuiz')}
          </a>
        </p>
      </div>
    </>
  )
}

/** What was answered in a limited time is of that attempt alone: its questions were seen, and the time begins anew. */
function whatComes(goesOn: boolean, endsAt: string | null) {
  if (endsAt) return 'keptTimed'
  return goesOn ? 'keptGoesOn' : 'keptNewer'
}
