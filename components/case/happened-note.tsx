import { wordsOf } from '#components/ui/words'
import type { Language } from '#lib/domain/language'

type HappenedNoteProps = {
  readonly happened: {
    readonly chosen: string
    readonly consequence: string
    readonly feedback: string
    readonly endangers: boolean
  }
  readonly language: Language
}

/** What followed from the last choice, and what speaks for or against it. Danger is said at once, in words. */
export async function HappenedNote({ happened, language }: HappenedNoteProps) {
  const t = await wordsOf('cases')
  const { chosen, consequence, feedback, endangers } = happened
  return (
    <section aria-labelledby="happened" className="border-accent mb-8 border-l-4 pl-4">
      <h2 id="happened">{t('happenedTitle')}</h2>
      <p className="text-muted mt-2 text-sm" lang={language}>
        {t('youChose', { choice: chosen })}
      </p>
      <p className="mt-3 max-w-prose text-lg" lang={language}>
        {consequence}
      </p>
      {endangers && <p className="text-danger mt-3 font-semibold">{t('danger')}</p>}
      <p className="mt-3 max-w-prose" lang={language}>
        {feedback}
      </p>
    </section>
  )
}
