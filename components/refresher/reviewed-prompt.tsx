import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { icon } from '#components/lesson/icon'
import type { Vignette } from '#lib/domain/curriculum/module'
import type { ReviewedAnswer } from '#lib/domain/curriculum/reviewed-answer'
import type { Language } from '#lib/domain/language'

type ReviewedPromptProps = {
  readonly prompt: {
    readonly place: number
    readonly stem: string
    readonly vignette: Vignette | null
    readonly language: Language
    readonly isRight: boolean
    readonly answer: ReviewedAnswer
  }
}

/** A question with its answer, what is right, and why each option is what it is. */
export async function ReviewedPrompt({ prompt }: ReviewedPromptProps) {
  const t = await getTranslations('refreshers')
  const { stem, vignette, language, isRight, answer } = prompt
  return (
    <>
      <p className={`mb-3 flex gap-2 rounded-lg p-3 ${isRight ? 'bg-good-soft text-good' : 'bg-notice'}`}>
        {icon(isRight ? 'right' : 'notRight')}
        <strong className="text-ink">{isRight ? t('right') : t('notRight')}</strong>
      </p>
      {vignette && (
        <p className="border-accent mb-3 border-l-4 pl-4" lang={language}>
          {vignette.text}
        </p>
      )}
      <p className="mb-3 font-semibold" lang={language}>
        {stem}
      </p>
      <ReviewedAnswerLines answer={answer} language={language} />
    </>
  )
}

type LinesProps<Answer> = { readonly answer: Answer; readonly language: Language }
type Of<Kind extends ReviewedAnswer['kind']> = LinesProps<Extract<ReviewedAnswer, { kind: Kind }>>

function ReviewedAnswerLines({ answer, language }: LinesProps<ReviewedAnswer>) {
  switch (answer.kind) {
    case 'choice':
      return <Choices answer={answer} language={language} />
    case 'ordering':
      return <Order answer={answer} language={language} />
    case 'matching':
      return <Pairs answer={answer} language={language} />
  }
}

async function Choices({ answer, language }: Of<'choice'>) {
  const t = await getTranslations('refreshers')
  return (
    <ul className="space-y-3">
      {answer.options.map(({ id, text, why, isChosen, isRight }) => (
        <Line key={id} marked={isRight}>
          <p className="text-muted text-sm">
            {t(isRight ? 'optionRight' : 'optionNotRight')}
            {isChosen && <> · {t('yourAnswer')}</>}
          </p>
          <p className="font-semibold" lang={language}>
            {text}
          </p>
          <Why language={language} why={why} />
        </Line>
      ))}
    </ul>
  )
}

async function Order({ answer, language }: Of<'ordering'>) {
  const t = await getTranslations('refreshers')
  return (
    <ol className="space-y-3">
      {answer.lines.map(({ id, text, why, ownPlace }, index) => (
        <Line key={id} marked={ownPlace === index + 1}>
          <p className="text-muted text-sm">{t('places', { right: index + 1, own: ownPlace })}</p>
          <p className="font-semibold" lang={language}>
            {text}
          </p>
          <Why language={language} why={why} />
        </Line>
      ))}
    </ol>
  )
}

async function Pairs({ answer, language }: Of<'matching'>) {
  const t = await getTranslations('refreshers')
  return (
    <ul className="space-y-3">
      {answer.lines.map(({ id, text, why, own, right }) => (
        <Line key={id} marked={own === right}>
          <p className="font-semibold" lang={language}>
            {text}
          </p>
          <p>
            {t('goesWith')} <span lang={language}>{right}</span>
          </p>
          {own !== '' && own !== right && (
            <p className="text-muted">
              {t('youChose')} <span lang={language}>{own}</span>
            </p>
          )}
          <Why language={language} why={why} />
        </Line>
      ))}
      {answer.options.map(({ id, text, why }) => (
        <li className="border-line border-l-4 pl-3" key={id}>
          <p className="font-semibold" lang={language}>
            {text}
          </p>
          <Why language={language} why={why} />
        </li>
      ))}
    </ul>
  )
}

function Line({ marked, children }: { readonly marked: boolean; readonly children: ReactNode }) {
  return <li className={`border-l-4 pl-3 ${marked ? 'border-good' : 'border-line'}`}>{children}</li>
}

function Why({ why, language }: { readonly why: string | null; readonly language: Language }) {
  return why === null ? null : <p lang={language}>{why}</p>
}
