import { getTranslations } from 'next-intl/server'
import { BothVersions } from '#components/quiz/both-versions'
import { ChoiceList } from '#components/quiz/choice-list'
import { MatchingList } from '#components/quiz/matching-list'
import { OrderingList } from '#components/quiz/ordering-list'
import type { AnswerPartProps } from '#components/quiz/shown-item'
import { answerField, revisionField } from '#lib/domain/curriculum/answer-fields'

type QuestionProps = AnswerPartProps & {
  readonly number: number
  readonly count: number
  /** It has no whole answer, and this is said. */
  readonly marked: boolean
  /** Another page has saved another answer: both are shown in the place of the fields. */
  readonly hasTwoAnswers: boolean
}

/** One question: its words as the legend of a group, how it is answered, and the fields of its kind. */
export async function Question({ number, count, marked, hasTwoAnswers, ...part }: QuestionProps) {
  const { item, fields, language } = part
  const t = await getTranslations('quiz')
  const name = answerField(item.itemId)
  const isBegun = Object.values(fields)
    .flat()
    .some((value) => value !== '')
  return (
    <fieldset aria-describedby={`${name}-how`} className="card" id={name} tabIndex={-1}>
      <legend className="float-left mb-3 w-full">
        <span className="text-muted mb-1 block text-sm">{t('question', { number, count })}</span>
        {marked && (
          <span className="text-danger mb-1 block font-medium">
            {isBegun ? t('halfAnswered', { kind: item.kind }) : t('unanswered')}
          </span>
        )}
        <span className="text-lg font-semibold" lang={language}>
          {item.stem}
        </span>
      </legend>
      <p className="text-muted clear-both mb-3" id={`${name}-how`}>
        {t(`how.${item.kind}`, { count: item.options.length })}
      </p>
      {hasTwoAnswers ? (
        <BothVersions {...part} />
      ) : (
        <>
          <input name={revisionField(item.itemId)} type="hidden" value={item.revision} />
          <AnswerPart {...part} />
        </>
      )}
    </fieldset>
  )
}

function AnswerPart(props: AnswerPartProps) {
  switch (props.item.kind) {
    case 'single':
    case 'multiple':
      return <ChoiceList {...props} />
    case 'ordering':
      return <OrderingList {...props} />
    case 'matching':
      return <MatchingList {...props} />
  }
}
