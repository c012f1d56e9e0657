import { getTranslations } from 'next-intl/server'
import { Question } from '#components/quiz/question'
import type { Fields, ShownItem } from '#components/quiz/shown-item'
import {
  answerField,
  answersFromFields,
  fieldsOfAnswer,
  itemOfField,
  revisionField,
} from '#lib/domain/curriculum/answer-fields'
import { unanswered } from '#lib/domain/curriculum/attempt-answers'
import type { Vignette } from '#lib/domain/curriculum/module'
import type { Language } from '#lib/domain/language'

type QuizItemsProps = {
  readonly items: readonly ShownItem[]
  /** Of the questions. */
  readonly language: Language
  /** What was in the form when it was refused; it goes before what was saved. */
  readonly typed: Fields
  /** Says at each question without an answer that it has none. */
  readonly marksHoles: boolean
}

/** Says in a form that was refused: of two answers, the saved one shall count. */
const tookSaved = ({ itemId }: ShownItem, typed: Fields) => typed[revisionField(itemId)] === 'saved'

/** What stands in a question's fields: what was typed into a form that was refused, or what was saved. */
export function fieldsIn(item: ShownItem, typed: Fields): Fields {
  const own = tookSaved(item, typed)
    ? []
    : Object.entries(typed).filter(([name]) => itemOfField(name) === item.itemId)
  return own.length > 0 ? Object.fromEntries(own) : fieldsOfAnswer(item, item.chosen)
}

function isHole(item: ShownItem, typed: Fields): boolean {
  const { itemId, kind, prompts, options } = item
  const drawn = {
    itemId,
    kind,
    promptIds: prompts.map(({ id }) => id),
    optionIds: options.map(({ id }) => id),
  }
  const { answers } = answersFromFields(fieldsIn(item, typed))
  return unanswered([drawn], new Map(Object.entries(answers))).length > 0
}

/** The questions without a whole answer, by the id of their place on the page, in its order. */
export const unansweredFields = (items: readonly ShownItem[], typed: Fields) =>
  items.filter((item) => isHole(item, typed)).map(({ itemId }) => answerField(itemId))

/** Whether the page that was refused answers otherwise than what was saved after it was shown, and nobody has chosen yet. */
function isAnsweredTwice(item: ShownItem, typed: Fields): boolean {
  const own = answersFromFields(fieldsIn(item, typed)).answers[item.itemId]
  const isOlder =
    Object.keys(typed).length > 0 && Number(typed[revisionField(item.itemId)] ?? 0) < item.revision
  return isOlder && !tookSaved(item, typed) && JSON.stringify(own) !== JSON.stringify(item.chosen)
}

/** The questions that were answered on two pages, by the id of their place on the page, in its order. */
export const answeredTwice = (items: readonly ShownItem[], typed: Fields) =>
  items.filter((item) => isAnsweredTwice(item, typed)).map(({ itemId }) => answerField(itemId))

type Numbered = { readonly item: ShownItem; readonly number: number }
type Group = { readonly vignette: Vignette | null; readonly questions: Numbered[] }

/** Questions that stand side by side and share a text, together. */
function groupsOf(items: readonly ShownItem[]): readonly Group[] {
  const groups: Group[] = []
  for (const [index, item] of items.entries()) {
    const question = { item, number: index + 1 }
    const before = groups.at(-1)
    if (before && item.vignette && before.vignette?.id === item.vignette.id) before.questions.push(question)
    else groups.push({ vignette: item.vignette, questions: [question] })
  }
  return groups
}

/** The questions as fieldsets of native fields: no script is needed to answer or to hand in. */
export function QuizItems({ items, language, typed, marksHoles }: QuizItemsProps) {
  const question = ({ item, number }: Numbered) => (
    <Question
      count={items.length}
      fields={fieldsIn(item, typed)}
      hasTwoAnswers={isAnsweredTwice(item, typed)}
      item={item}
      key={item.itemId}
      language={language}
      marked={marksHoles && isHole(item, typed)}
      number={number}
    />
  )
  return (
    <ol className="space-y-6">
      {groupsOf(items).map(({ vignette, questions }) => (
        <li key={questions[0]?.item.itemId}>
          {vignette ? (
            <Situation
              language={language}
              numbers={questions.map(({ number }) => number)}
              vignette={vignette}
            >
              {questions.map(question)}
            </Situation>
          ) : (
            questions.map(question)
          )}
        </li>
      ))}
    </ol>
  )
}

type SituationProps = {
  readonly vignette: Vignette
  readonly numbers: readonly number[]
  readonly language: Language
  readonly children: React.ReactNode
}

async function Situation({ vignette, numbers, language, children }: SituationProps) {
  const t = await getTranslations('quiz')
  const heading = `situation-${vignette.id}`
  return (
    <section aria-labelledby={heading} className="border-accent space-y-6 border-l-4 pl-4">
      <div>
        <h2 className="mb-2 text-lg" id={heading}>
          {t('situation', { first: numbers[0] ?? 1, last: numbers.at(-1) ?? 1 })}
        </h2>
        <p lang={language}>{vignette.text}</p>
      </div>
      {children}
    </section>
  )
}
