import { getTranslations } from 'next-intl/server'
import { FindingWords } from '#components/authoring/finding-line'
import type { GateFinding } from '#lib/domain/authoring/gates'
import type { ItemForm } from '#lib/domain/authoring/item-form'
import type { ItemState } from '#lib/domain/curriculum/item-kind'
import type { Objective } from '#lib/domain/curriculum/module'

type Item = {
  readonly id: string
  readonly state: ItemState
  readonly form: ItemForm
  readonly findings: readonly Pick<GateFinding, 'code' | 'values' | 'message'>[]
  readonly canMove: { readonly up: boolean; readonly down: boolean }
}
type Hrefs = {
  readonly item: (id: string) => string
  readonly removal: (id: string) => string
  readonly moves: (id: string) => string
}
type ItemListProps = {
  readonly groups: readonly {
    readonly objective: Objective | null
    readonly items: readonly Item[]
    readonly ready: number
  }[]
  /** Ready items that each objective needs. */
  readonly wanted: number
  readonly language: string
  readonly isEditable: boolean
  readonly hrefs: Hrefs
}

/** The items of each objective, and what the rules find beside each. */
export async function ItemList({ groups, wanted, language, isEditable, hrefs }: ItemListProps) {
  const t = await getTranslations('items')
  return groups.map(({ objective, items, ready }) => (
    <section className="mt-8" key={objective?.id ?? ''}>
      <h2 lang={objective ? language : undefined}>{objective?.text ?? t('group.strays')}</h2>
      {objective && <p className="text-muted mb-3">{t('group.count', { ready, wanted })}</p>}
      {items.length === 0 && <p className="card">{t('group.none')}</p>}
      <ol className="space-y-3">
        {items.map((item) => (
          <li className="card" key={item.id}>
            <ItemSummary item={item} language={language} />
            {item.id !== '' && <ItemDeeds hrefs={hrefs} isEditable={isEditable} item={item} />}
          </li>
        ))}
      </ol>
    </section>
  ))
}

async function ItemSummary({ item, language }: { readonly item: Item; readonly language: string }) {
  const t = await getTranslations('items')
  const { id, form, state, findings } = item
  const facts = [id, t(`kind.${form.kind}`), t(`state.${state}`), ...(form.mustPass ? [t('mustPass')] : [])]
  return (
    <>
      <p className="text-muted text-sm">{facts.join(' · ')}</p>
      <p className="font-medium break-words" lang={language}>
        {form.stem}
      </p>
      {findings.length > 0 && (
        <div className="border-notice-line mt-2 border-l-4 pl-3">
          <p className="font-medium">{t('findings.ofItem')}</p>
          <ul>
            {findings.map((finding) => (
              <li key={finding.message}>
                <FindingWords finding={finding} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

type ItemDeedsProps = { readonly item: Item; readonly isEditable: boolean; readonly hrefs: Hrefs }

async function ItemDeeds({ item: { id, canMove }, isEditable, hrefs }: ItemDeedsProps) {
  const t = await getTranslations('items')
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2">
      <a className="inline-flex min-h-11 items-center" href={hrefs.item(id)}>
        {t('open', { id })}
      </a>
      {isEditable &&
        (['up', 'down'] as const)
          .filter((move) => canMove[move])
          .map((move) => (
            <form action={hrefs.moves(id)} key={move} method="post">
              <input name="move" type="hidden" value={move} />
              <button className="button-quiet" type="submit">
                {t(move, { id })}
              </button>
            </form>
          ))}
      {isEditable && (
        <a className="inline-flex min-h-11 items-center" href={hrefs.removal(id)}>
          {t('remove', { id })}
        </a>
      )}
    </div>
  )
}
