import { type EditorWords, filled } from '#components/editor/editor-words'
import type { Preview } from '#components/editor/use-preview'
import type { LessonFigures } from '#lib/domain/curriculum/lesson-figures'
import type { Language } from '#lib/domain/language'

type FindingsProps = {
  readonly preview: Pick<Preview, 'problems' | 'advice'>
  readonly words: EditorWords['problems']
  /** Leads to the place in the editor; without a script there is no such way. */
  readonly onPlace: ((line: number, column: number) => void) | null
}

/** What is wrong and what is advised, each with its place and its mend. */
export function Findings({ preview, words, onPlace }: FindingsProps) {
  return (
    <section aria-labelledby="problems-heading">
      <h2 className="text-lg" id="problems-heading">
        {words.heading}
      </h2>
      <div role="status">{preview.problems.length === 0 && <p className="mt-1">{words.none}</p>}</div>
      <List found={preview.problems} look="border-danger" onPlace={onPlace} words={words} />
      {preview.advice.length > 0 && <h3 className="mt-4 text-base">{words.advice}</h3>}
      <List found={preview.advice} look="border-notice-line" onPlace={onPlace} words={words} />
    </section>
  )
}

type ListProps = Pick<FindingsProps, 'words' | 'onPlace'> & {
  readonly found: Preview['problems']
  readonly look: string
}

function List({ found, look, words, onPlace }: ListProps) {
  if (found.length === 0) return null
  return (
    <ul className="mt-2 space-y-2">
      {found.map(({ line, column, message }) => {
        const place = filled(words.place, { line, column })
        return (
          <li className={`border-l-4 pl-3 ${look}`} key={`${line}-${column}-${message}`}>
            {onPlace ? (
              <button
                className="text-accent min-h-6 cursor-pointer underline underline-offset-2"
                onClick={() => onPlace(line, column)}
                type="button"
              >
                {place}
              </button>
            ) : (
              <span className="font-medium">{place}</span>
            )}{' '}
            {message}
          </li>
        )
      })}
    </ul>
  )
}

type FiguresProps = {
  readonly figures: LessonFigures
  readonly language: Language
  readonly words: EditorWords['figures']
}

/** Words, minutes and how hard it is to read. */
export function Figures({ figures: { words: count, minutes, reading }, language, words }: FiguresProps) {
  const level = language === 'en' ? words.gradeEn : words.gradeEs
  const score = reading && filled(level, { score: reading.score.toFixed(language === 'en' ? 1 : 0) })
  const facts = [
    filled(words.words, { count }),
    filled(words.minutes, { minutes }),
    reading ? `${score}: ${reading.isHard ? words.hard : words.easy}` : words.unknown,
  ]
  return (
    <ul className="text-muted flex flex-wrap gap-x-5 text-sm">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}
