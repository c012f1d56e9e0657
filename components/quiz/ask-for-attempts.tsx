import { getTranslations } from 'next-intl/server'

type AskForAttemptsProps = {
  readonly action: string
  readonly managers: readonly string[]
  /** Written out; null where nobody was asked yet. */
  readonly askedOn: string | null
}

/** After the last attempt: whom to ask, by name, and a button that asks them without a word of the result. */
export async function AskForAttempts({ action, managers, askedOn }: AskForAttemptsProps) {
  const t = await getTranslations('quiz')
  const [name, ...others] = managers
  if (askedOn !== null) return <p>{t('askedOn', { on: askedOn })}</p>
  if (name === undefined) return <p>{t('askForMore')}</p>
  return (
    <form action={action} className="space-y-3" method="post">
      <p>{t('askWhom', { name, others: others.length })}</p>
      <p className="text-muted">{t('askHint')}</p>
      <button className="button" type="submit">
        {t('askButton')}
      </button>
    </form>
  )
}
