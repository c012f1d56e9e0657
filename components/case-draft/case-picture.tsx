import { getTranslations } from 'next-intl/server'
import { nodeNamer } from '#components/case-draft/node-namer'
import { type CaseLayout, drawn, type PlacedNode } from '#lib/domain/authoring/case-layout'
import { firstWords, type NodeName } from '#lib/domain/authoring/case-names'

type CasePictureProps = {
  readonly layout: CaseLayout
  readonly names: readonly NodeName[]
  /** Where a scene is read or changed; null where it is only looked at. */
  readonly hrefFor: ((nodeId: string) => string) | null
}

/** The scenes of a case from above to below, each a link. The outline says the same in words. */
export async function CasePicture({ layout, names, hrefFor }: CasePictureProps) {
  const t = await getTranslations('caseDrafts')
  const namer = await nodeNamer(names)
  if (layout.nodes.length === 0) return null
  return (
    <figure>
      <section
        aria-label={t('picture.title')}
        className="border-line overflow-x-auto rounded-lg border"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide picture is scrolled by the keyboard too
        tabIndex={0}
      >
        <svg height={layout.height} viewBox={`0 0 ${layout.width} ${layout.height}`} width={layout.width}>
          <title>{t('picture.alt', { count: layout.nodes.length })}</title>
          <defs>
            <marker id="arrow" markerHeight="7" markerWidth="7" orient="auto" refX="6" refY="3.5">
              <path className="fill-muted" d="M0 0 7 3.5 0 7z" />
            </marker>
          </defs>
          {layout.edges.map(({ key, x1, y1, x2, y2 }) => (
            <line
              className="stroke-muted"
              key={key}
              markerEnd="url(#arrow)"
              x1={x1}
              x2={x2}
              y1={y1}
              y2={y2}
            />
          ))}
          {layout.nodes.map((node) => (
            <Place
              full={namer.full(node.id)}
              href={hrefFor?.(node.id) ?? null}
              key={node.id}
              node={node}
              short={namer.short(node.id)}
              words={names.find(({ id }) => id === node.id)?.words ?? ''}
            />
          ))}
        </svg>
      </section>
      <figcaption className="text-muted mt-2 text-sm">{t('picture.legend')}</figcaption>
    </figure>
  )
}

const borderOf = ({ isUnreachable, isEndless, kind }: PlacedNode) => {
  if (isUnreachable || isEndless) return 'fill-raised stroke-danger stroke-2'
  return kind === 'ending' ? 'fill-accent-soft stroke-accent' : 'fill-raised stroke-muted'
}

type PlaceProps = {
  readonly node: PlacedNode
  readonly short: string
  readonly full: string
  readonly words: string
  readonly href: string | null
}

/** Signs that fit into a box. */
const fitting = 20

async function Place({ node, short, full, words, href }: PlaceProps) {
  const t = await getTranslations('caseDrafts')
  const { kind, outcome, x, y, isStart, isUnreachable, isEndless } = node
  const marks = [
    ...(isStart ? [t('picture.start')] : []),
    ...(isUnreachable ? [t('picture.unreachable')] : []),
    ...(isEndless ? [t('picture.endless')] : []),
  ]
  const said = [...marks, ...(outcome ? [t(`outcomes.${outcome}`)] : [])]
  const middle = x + drawn.width / 2
  const box = (
    <>
      <rect
        className={borderOf(node)}
        height={drawn.height}
        rx={kind === 'ending' ? 28 : 6}
        strokeDasharray={isUnreachable ? '5 4' : undefined}
        width={drawn.width}
        x={x}
        y={y}
      />
      <text className="fill-ink text-sm font-semibold" textAnchor="middle" x={middle} y={y + 18}>
        {short}
      </text>
      <text className="fill-ink text-xs" textAnchor="middle" x={middle} y={y + 35}>
        {firstWords(words, fitting)}
      </text>
      <text className="fill-ink text-xs font-semibold" textAnchor="middle" x={middle} y={y + 52}>
        {said[0]}
      </text>
    </>
  )
  if (href === null) return <g>{box}</g>
  return (
    <a aria-label={[full, ...said].join(' · ')} href={href}>
      {box}
    </a>
  )
}
