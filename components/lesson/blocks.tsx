import type { DrawComponent } from '#components/lesson/drawing'
import { icon } from '#components/lesson/icon'
import type { CalloutKind, ColumnTone } from '#lib/domain/curriculum/lesson-tree'

const calloutLooks: Readonly<Record<CalloutKind, string>> = {
  note: 'border-line bg-raised',
  safety: 'border-good bg-good-soft',
  warning: 'border-danger bg-danger-soft',
  monday: 'border-notice-line bg-notice',
}

export const drawCallout: DrawComponent<'Callout'> = ({ props, children }, drawing, id) => {
  const kind = drawing.labels.callout[props.kind]
  const title = props.title === kind ? undefined : props.title
  return (
    <div className={`space-y-3 rounded-lg border-l-4 p-4 ${calloutLooks[props.kind]}`} id={id}>
      <p className="flex gap-2 font-semibold">
        {icon(props.kind)}
        <span>{title === undefined ? kind : `${kind}: ${title}`}</span>
      </p>
      {drawing.children(children)}
    </div>
  )
}

export const drawFigure: DrawComponent<'Figure'> = ({ props }, { hrefForPicture }, id) => (
  <figure id={id}>
    {/* biome-ignore lint/performance/noImgElement: the image optimizer is off; pictures are served as they are */}
    <img
      alt={props.alt}
      className="h-auto max-w-full rounded-lg"
      decoding="async"
      loading="lazy"
      src={hrefForPicture(props.src)}
    />
    {props.caption === undefined ? null : (
      <figcaption className="text-muted mt-2 text-sm">{props.caption}</figcaption>
    )}
  </figure>
)

export const drawReveal: DrawComponent<'Reveal'> = ({ props, children }, drawing, id) => (
  <details className="border-line bg-raised rounded-lg border px-4" id={id}>
    <summary className="cursor-pointer py-3 font-medium">{props.summary}</summary>
    <div className="space-y-3 pb-4">{drawing.children(children)}</div>
  </details>
)

export const drawSteps: DrawComponent<'Steps'> = ({ children }, drawing, id) => (
  <ol className="space-y-4" id={id}>
    {drawing.children(children)}
  </ol>
)

export const drawStep: DrawComponent<'Step'> = ({ props, children }, drawing) => (
  <li>
    {props.title === undefined ? null : <p className="font-semibold">{props.title}</p>}
    {drawing.children(children)}
  </li>
)

export const drawCompare: DrawComponent<'Compare'> = ({ children }, drawing, id) => (
  <div className="@container" id={id}>
    <div className="grid gap-4 @md:auto-cols-fr @md:grid-flow-col">{drawing.children(children)}</div>
  </div>
)

const columnLooks: Readonly<Record<ColumnTone, string>> = {
  avoid: 'border-danger',
  prefer: 'border-good',
  plain: 'border-line',
}

export const drawColumn: DrawComponent<'Column'> = ({ props, children }, drawing) => {
  const tone = props.tone ?? 'plain'
  return (
    <div className={`bg-raised space-y-3 rounded-lg border-t-4 p-4 ${columnLooks[tone]}`}>
      <p className="flex gap-2 font-semibold">
        {tone === 'plain' ? null : icon(tone === 'prefer' ? 'right' : 'notRight')}
        <span>{props.title}</span>
      </p>
      {drawing.children(children)}
    </div>
  )
}

/** The gentle text is for everybody; the detail is one choice away, and nobody learns who chose what. */
export const drawContentNote: DrawComponent<'ContentNote'> = ({ props, children }, drawing, id) => {
  const [gentle, ...detail] = children
  const { heading, explanation, show } = drawing.labels.contentNote
  return (
    <div className="border-line space-y-3 rounded-lg border p-4" id={id}>
      <p className="font-semibold">{`${heading}: ${props.about}`}</p>
      <p className="text-muted text-sm">{explanation}</p>
      {gentle === undefined ? null : drawing.children([gentle])}
      <details className="border-line bg-raised rounded-lg border px-4">
        <summary className="cursor-pointer py-3 font-medium">{show}</summary>
        <div className="space-y-3 pb-4">{drawing.children(detail)}</div>
      </details>
    </div>
  )
}

export const drawGentle: DrawComponent<'Gentle'> = ({ children }, drawing) => (
  <div className="space-y-3">{drawing.children(children)}</div>
)
