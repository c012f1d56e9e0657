import type { AnswerLine } from '#lib/domain/assessment/explained-item'

type AnswerLinesProps = { readonly lines: readonly AnswerLine[]; readonly isOrdered: boolean }

/** The parts of an answer, each with its reason where there is one. */
export function AnswerLines({ lines, isOrdered }: AnswerLinesProps) {
  const List = isOrdered ? 'ol' : 'ul'
  return (
    <List className={`${isOrdered ? 'list-decimal' : 'list-disc'} space-y-2 pl-5`}>
      {lines.map(({ of, text, why }) => (
        <li className="wrap-anywhere" key={`${of} ${text}`}>
          <p className="font-medium">{of === null ? text : `${of} → ${text}`}</p>
          {why && <p>{why}</p>}
        </li>
      ))}
    </List>
  )
}
