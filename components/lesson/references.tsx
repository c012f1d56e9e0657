import type { DrawComponent } from '#components/lesson/drawing'

/** A number in the text that leads to the list of sources, and back to its first mention. */
export const drawCite: DrawComponent<'Cite'> = (
  { props },
  { labels, noteNumbers, timesBefore, idPrefix },
) => {
  const number = noteNumbers.get(props.id)
  if (number === undefined) return null
  const id = timesBefore(`cite-${number}`) === 0 ? `${idPrefix}cite-${number}` : undefined
  return (
    <sup>
      <a
        aria-label={`${labels.sources.note} ${number}`}
        className="pl-1"
        href={`#${idPrefix}source-${number}`}
        id={id}
      >
        {number}
      </a>
    </sup>
  )
}

/**
 * A word whose meaning opens by touch or keyboard, without JavaScript; the list at the end has it too. It opens above the
 * button that leaves the page, which nothing may cover.
 */
export const drawTerm: DrawComponent<'Term'> = ({ props, children }, drawing) => {
  const term = drawing.terms.get(props.id)
  const words = drawing.children(children)
  if (!term) return words
  const id = `${drawing.idPrefix}term-${props.id}-${drawing.timesBefore(`term-${props.id}`) + 1}`
  return (
    <>
      <button
        className="decoration-accent cursor-pointer text-start underline decoration-dotted decoration-2 underline-offset-4"
        popoverTarget={id}
        type="button"
      >
        {words}
      </button>
      <span
        className="border-line bg-raised text-ink inset-x-4 top-auto bottom-20 m-0 mx-auto hidden w-auto max-w-lg rounded-lg border p-4 shadow-lg open:block"
        id={id}
        lang={term.wordsIn}
        popover="auto"
      >
        <strong>{term.term}</strong> {term.definition}
      </span>
    </>
  )
}
