import { getTranslations } from 'next-intl/server'
import { FindingList } from '#components/case-draft/finding-list'
import type { CaseFinding } from '#lib/domain/authoring/case-finding'
import type { NodeForm } from '#lib/domain/authoring/case-form'

type NodeOutlineProps = {
  readonly nodes: readonly { readonly id: string; readonly form: NodeForm }[]
  readonly start: string
  readonly language: string
  readonly findings: readonly CaseFinding[]
  /** Null for whoever only reads. */
  readonly hrefs: {
    readonly node: (id: string) => string
    readonly moves: (id: string) => string
  } | null
}

/** Every scene in words: what happens, what can be chosen, what follows, and where it leads. */
export async function NodeOutline({ nodes, start, language, findings, hrefs }: NodeOutlineProps) {
  const t = await getTranslations('caseDrafts')
  return (
    <ol className="space-y-4">
      {nodes.map(({ id, form }, index) => (
        <li className="card" id={`scene-${id}`} key={id}>
          <h3 className="text-lg">
            {t(`kinds.${form.kind}`)} {id}
            {id === start && ` · ${t('picture.start')}`}
          </h3>
          <p className="max-w-prose break-words" lang={language}>
            {form.scene}
          </p>
          {form.kind === 'decision' ? (
            <Choices form={form} language={language} known={nodes.map((node) => node.id)} />
          ) : (
            <p className="text-muted">
              {t(form.outcome === '' ? 'undecided' : `outcomes.${form.outcome as 'good'}`)}
            </p>
          )}
          <FindingList findings={findings.filter(({ nodeId }) => nodeId === id)} />
          {hrefs && <Deeds count={nodes.length} hrefs={hrefs} id={id} index={index} isStart={id === start} />}
        </li>
      ))}
    </ol>
  )
}

type ChoicesProps = {
  readonly form: Extract<NodeForm, { kind: 'decision' }>
  readonly language: string
  readonly known: readonly string[]
}

async function Choices({ form, language, known }: ChoicesProps) {
  const t = await getTranslations('caseDrafts')
  return (
    <>
      <p className="mt-2 font-medium" lang={language}>
        {form.question}
      </p>
      <ul className="mt-2 space-y-2">
        {form.choices.map(({ id, text, judgment, next }) => (
          <li className="break-words" key={id}>
            <strong>{id.toUpperCase()}</strong> <span lang={language}>{text}</span>
            <span className="text-muted block text-sm">
              {t(judgment === '' ? 'undecided' : `judgments.${judgment}`)} ·{' '}
              {known.includes(next) ? (
                <a className="inline-flex min-h-11 items-center" href={`#scene-${next}`}>
                  {t('leadsTo', { id: next })}
                </a>
              ) : (
                t('leadsNowhere')
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

type DeedsProps = {
  readonly id: string
  readonly index: number
  readonly count: number
  readonly isStart: boolean
  readonly hrefs: NonNullable<NodeOutlineProps['hrefs']>
}

async function Deeds({ id, index, count, isStart, hrefs }: DeedsProps) {
  const t = await getTranslations('caseDrafts')
  const moves = [
    ...(index > 0 ? (['up'] as const) : []),
    ...(index < count - 1 ? (['down'] as const) : []),
    ...(isStart ? [] : (['start'] as const)),
  ]
  return (
    <form action={hrefs.moves(id)} className="mt-3 flex flex-wrap gap-3" method="post">
      <a className="button-quiet" href={hrefs.node(id)}>
        {t('open', { id })}
      </a>
      {moves.map((move) => (
        <button
          aria-label={t(`moves.${move}Of`, { id })}
          className="button-quiet"
          key={move}
          name="move"
          type="submit"
          value={move}
        >
          {t(`moves.${move}`)}
        </button>
      ))}
    </form>
  )
}
