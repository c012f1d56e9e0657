import { getTranslations } from 'next-intl/server'

type KeptSittingProps = {
  readonly moduleTitle: string
  /** Where the quiz begins anew. */
  readonly quizHref: string
  /** The day from which it may be handed in, written out; null where its turn is over. */
  readonly opensOn: string | null
  /** Whether a quiz that begins now goes on with these answers. */
  readonly goesOn: boolean
}

/** Instead of the questions of a sitting that cannot be handed in now: why, and what becomes of the answers. */
export async function KeptSitting({ moduleTitle, quizHref, opensOn, goesOn }: KeptSittingProps) {
  const t = await getTranslations('quiz')
  return (
    <>
      <h1 className="mb-6">{t('title', { module: moduleTitle })}</h1>
      <div className="card space-y-4">
        <p className="font-semibold">
          {opensOn === null ? t('keptTurnOver') : t('keptTooEarly', { opensOn })}
        </p>
        {opensOn === null ? (
          <p>{goesOn ? t('keptGoesOn') : t('keptNewer')}</p>
        ) : (
          <p>{t('keptUntil', { opensOn })}</p>
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
