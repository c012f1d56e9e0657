import { getTranslations } from 'next-intl/server'
import { FindingList } from '#components/case-draft/finding-list'
import type { NodeNamer } from '#components/case-draft/node-namer'
import type { CaseFinding } from '#lib/domain/authoring/case-finding'
import type { NodeForm } from '#lib/domain/authoring/case-form'

type NodeOutlineProps = {
  readonly nodes: readonly { readonly id: string; readonly form: NodeForm }[]
  readonly start: string
  readonly language: string
  readonly findings: readonly CaseFinding[]
  readonly namer: NodeNamer
  /** Where a scene is tried; none where it is shown alone. */
  readonly trialFor?: (id: string) => string
  /** Null for whoever only reads. */
  readonly hrefs: {
    readonly node: (id: string) => string
    readonly moves: (id: string) => string
  } | null
}

/** Every scene in words: what happens, what can be chosen, what follows, and where it leads. */
export async function NodeOutline(props: NodeOutlineProps) {
  const { nodes, start, language, findings, namer, trialFor, hrefs } = props
  const t = await getTranslations('caseDrafts')
  return (
    <ol className="space-y-4">
      {nodes.map(({ id, form }, index) => (
        <li className="card" id={`scene-${id}`} key={id}>
          <h3 className="text-lg">
            {namer.short(id)}
            {id === start && ` · ${t('picture.start')}`}
          </h3>
          <p className="max-w-prose break-words" lang={language}>
            {form.scene}
          </p>
          {form.kind === 'decision' ? (
            <Choices form={form} language={language} namer={namer} />
          ) : (
            <p className="text-muted">
              {t(form.outcome === '' ? 'undecided' : `outcomes.${form.outcome as 'good'}`)}
            </p>
          )}
          <FindingList findings={findings.filter(({ nodeId }) => nodeId === id)} />
          <div className="mt-3 flex flex-wrap gap-3">
            {trialFor && (
              <a
                aria-label={t('trial.openHereOf', namer.values(id))}
                className="button-quiet"
                href={trialFor(id)}
              >
                {t('trial.openHere')}
              </a>
            )}
            {hrefs && (
              <Deeds
                count={nodes.length}
                hrefs={hrefs}
                id={id}
                index={index}
                isStart={id === start}
                namer={namer}
              />
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

type ChoicesProps = {
  readonly form: Extract<NodeForm, { kind: 'decision' }>
  readonly language: string
  readonly namer: NodeNamer
}

async function Choices({ form, language, namer }: ChoicesProps) {
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
              {namer.full(next) ? (
                <a className="inline-flex min-h-11 items-center" href={`#scene-${next}`}>
                  {t('leadsTo', { name: namer.full(next) })}
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
  readonly namer: NodeNamer
  readonly hrefs: NonNullable<NodeOutlineProps['hrefs']>
}

async function Deeds({ id, index, count, isStart, namer, hrefs }: DeedsProps) {
  const t = await getTranslations('caseDrafts')
  const moves = [
    ...(index > 0 ? (['up'] as const) : []),
    ...(index < count - 1 ? (['down'] as const) : []),
    ...(isStart ? [] : (['start'] as const)),
  ]
  return (
    <form action={hrefs.moves(id)} className="contents" method="post">
      <a className="button-quiet" href={hrefs.node(id)}>
        {t('open', namer.values(id))}
      </a>
      {moves.map((move) => (
        <button
          aria-label={t(`moves.${move}Of`, namer.values(id))}
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
