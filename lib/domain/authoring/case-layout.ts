import type { CaseGraph, CaseNode, CaseOutcome } from '#lib/domain/curriculum/case-graph'

/** How wide and high a scene is drawn, and how far from the next one; in units of the picture. */
export const drawn = { width: 148, height: 62, across: 20, down: 40, margin: 12 } as const

export type PlacedNode = {
  readonly id: string
  readonly kind: 'decision' | 'ending'
  readonly outcome: CaseOutcome | null
  /** Upper left corner. */
  readonly x: number
  readonly y: number
  readonly isStart: boolean
  readonly isUnreachable: boolean
  /** No ending can be reached from it. */
  readonly isEndless: boolean
}

/** From the middle of one side to the middle of another. */
export type PlacedEdge = {
  readonly key: string
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export type CaseLayout = {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

const leadsOf = (node: CaseNode | undefined) =>
  node?.kind === 'decision' ? [...new Set(node.options.map(({ next }) => next))] : []

/** How many choices lead to each scene on the longest way, ways that go round in a circle left out. */
function depths({ start, nodes }: CaseGraph): ReadonlyMap<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const order: string[] = []
  const seen = new Set<string>()
  const forward: (readonly [string, string])[] = []
  const open = new Set<string>()
  const visit = (id: string) => {
    if (seen.has(id) || !byId.has(id)) return
    seen.add(id)
    open.add(id)
    for (const next of leadsOf(byId.get(id))) {
      if (!open.has(next)) forward.push([id, next])
      visit(next)
    }
    open.delete(id)
    order.unshift(id)
  }
  visit(start)
  const depth = new Map(order.map((id) => [id, 0]))
  for (const id of order) {
    for (const [, next] of forward.filter(([from]) => from === id)) {
      if (depth.has(next)) depth.set(next, Math.max(depth.get(next) ?? 0, (depth.get(id) ?? 0) + 1))
    }
  }
  return depth
}

/** The scenes in rows: each below every one that leads to it, and last those that nobody reaches. */
function rows(graph: CaseGraph): readonly (readonly CaseNode[])[] {
  const depth = depths(graph)
  const last = Math.max(-1, ...depth.values()) + 1
  const grouped = Map.groupBy(graph.nodes, ({ id }) => depth.get(id) ?? last)
  return [...grouped.entries()].toSorted(([a], [b]) => a - b).map(([, row]) => row)
}

type Stranded = { readonly unreachable: readonly string[]; readonly endless: readonly string[] }

/** Where each scene of a case stands in its picture, and the lines between them. */
export function caseLayout(graph: CaseGraph, { unreachable, endless }: Stranded): CaseLayout {
  const { width, height, across, down, margin } = drawn
  const layers = rows(graph)
  const widest = Math.max(1, ...layers.map(({ length }) => length))
  const total = widest * (width + across) - across
  const nodes = layers.flatMap((row, layer) => {
    const begin = margin + (total - (row.length * (width + across) - across)) / 2
    return row.map(
      (node, place): PlacedNode => ({
        id: node.id,
        kind: node.kind,
        outcome: node.kind === 'ending' ? node.outcome : null,
        x: Math.round(begin + place * (width + across)),
        y: margin + layer * (height + down),
        isStart: node.id === graph.start,
        isUnreachable: unreachable.includes(node.id),
        isEndless: endless.includes(node.id),
      }),
    )
  })
  const edges = graph.nodes.flatMap((node) => leadsOf(node).flatMap((next) => edge(nodes, node.id, next)))
  const lowest = layers.length * (height + down) - down
  return { width: total + 2 * margin, height: Math.max(0, lowest) + 2 * margin, nodes, edges }
}

function edge(nodes: readonly PlacedNode[], from: string, to: string): PlacedEdge[] {
  const [a, b] = [nodes.find(({ id }) => id === from), nodes.find(({ id }) => id === to)]
  if (!a || !b) return []
  const half = drawn.width / 2
  return [{ key: `${from} ${to}`, x1: a.x + half, y1: a.y + drawn.height, x2: b.x + half, y2: b.y }]
}
