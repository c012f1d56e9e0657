import { type DrawComponent, type Drawing, together } from '#components/lesson/drawing'
import { icon } from '#components/lesson/icon'
import type { LessonNode } from '#lib/domain/curriculum/lesson-tree'

type Feedback = { readonly text: string; readonly feedback: string; readonly correct?: true }

/** The place of the answer is always there, so that a screen reader says what appears in it. */
function drawOption(option: Feedback, index: number, check: string, { labels }: Drawing) {
  const id = `${check}-${index + 1}`
  const verdict = option.correct ? labels.check.right : labels.check.notRight
  const look = option.correct ? 'bg-good-soft text-good' : 'bg-notice'
  return (
    <div className="relative py-1">
      <input
        className="peer accent-accent absolute top-3.5 left-3 size-6"
        id={id}
        name={check}
        type="radio"
        value={index + 1}
      />
      <label
        className="border-line bg-raised peer-checked:border-accent flex min-h-11 cursor-pointer items-center rounded-lg border py-2 pr-4 pl-12"
        htmlFor={id}
      >
        {option.text}
      </label>
      <div className="*:hidden peer-checked:*:flex" role="status">
        <p className={`mt-1 gap-2 rounded-lg p-3 ${look}`}>
          {icon(option.correct ? 'right' : 'notRight')}
          <span className="text-ink">
            <strong>{verdict}</strong> {option.feedback}
          </span>
        </p>
      </div>
    </div>
  )
}

const isOption = (node: LessonNode) =>
  typeof node !== 'string' && node.kind === 'component' && node.name === 'Option'

/**
 * A question whose options answer back. Radio inputs and style alone, so that it works without JavaScript, by keyboard and
 * by touch. Nothing is sent: the answer is the learner's own.
 */
export const drawCheck: DrawComponent<'Check'> = ({ props, children }, drawing, id) => {
  const { labels, noteNumbers, idPrefix } = drawing
  const check = `${idPrefix}check-${props.id}`
  const number = props.source === undefined ? undefined : noteNumbers.get(props.source)
  const options = children.filter(isOption) as readonly { readonly props: Feedback }[]
  return (
    <div className="border-line rounded-xl border p-4 sm:p-5" id={id}>
      <fieldset>
        <legend>
          <span className="text-muted block text-sm">{labels.check.heading}</span>
          <span className="font-semibold">{props.question}</span>
        </legend>
        <p className="text-muted mt-1 mb-2 text-sm">{labels.check.hint}</p>
        {together(options.map((option, index) => drawOption(option.props, index, check, drawing)))}
      </fieldset>
      {number === undefined ? null : (
        <p className="mt-3 text-sm">
          <a href={`#${idPrefix}source-${number}`}>{`${labels.check.source} ${number}`}</a>
        </p>
      )}
    </div>
  )
}

/** Options are drawn by their check. */
export const drawLoneOption: DrawComponent<'Option'> = () => null
