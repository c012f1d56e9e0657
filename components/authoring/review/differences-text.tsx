import { getTranslations } from 'next-intl/server'
import { Fragment, type ReactNode } from 'react'
import { CaseField } from '#components/authoring/review/case-changes'
import { FieldChange } from '#components/authoring/review/field-change'
import { Pieces } from '#components/authoring/review/pieces'
import { nodeNamer } from '#components/case-draft/node-namer'
import type {
  Differences,
  FieldDifference,
  KeyDifference,
  Names,
  PartDifference,
  TextDifference,
  Translated,
} from '#lib/domain/authoring/differences/differences'

/** What differs, by lessons, questions, steps of a case, facts and pictures; changed keys first and loud. */
export async function DifferencesText({
  differences,
  names,
}: {
  readonly differences: Differences
  readonly names: Names
}) {
  const t = await getTranslations('differences')
  const { facts, lessons, items, nodes, nodeNames, pictures, others } = differences
  const nameOf = (id: string) => (names[id] ? `“${names[id]}”` : id)
  const ofCase = (field: FieldDifference) => (
    <CaseField field={field} key={field.path.join('.')} names={nodeNames} />
  )
  const ofModule = (field: FieldDifference) => (
    <FieldChange field={field} key={field.path.join('.')} names={names} />
  )
  const isSame = [facts, lessons, items, nodes, pictures, others].every((each) => each.length === 0)
  if (isSame) return <p>{t('same')}</p>
  const namer = await nodeNamer(nodeNames)
  return (
    <>
      <Group title={t('facts')}>
        {facts.map(({ field, translation, file }) => (
          <Fragment key={`${file}-${translation}-${field.path.join('.')}`}>
            {file === 'encounter.yaml' || field.path[0] === 'contacts' ? ofCase(field) : ofModule(field)}
          </Fragment>
        ))}
      </Group>
      <Group title={t('lessons')}>
        {lessons.map((lesson) => (
          <Text key={`${lesson.translation}-${lesson.name}`} text={lesson} />
        ))}
      </Group>
      <Group title={t('items')}>
        {items.map((item) => (
          <PartChanges
            key={`${item.translation}-${item.id}`}
            lineOf={ofModule}
            name={t('item', { id: nameOf(item.id) })}
            part={item}
          />
        ))}
      </Group>
      <Group title={t('nodes')}>
        {nodes.map((node) => (
          <PartChanges
            key={`${node.translation}-${node.id}`}
            lineOf={ofCase}
            name={namer.full(node.id) || t('node', { id: node.id })}
            part={node}
          />
        ))}
      </Group>
      <Group title={t('pictures')}>
        {pictures.map(({ name, change }) => (
          <p key={name}>{t(`picture.${change}`, { name })}</p>
        ))}
      </Group>
      <Group title={t('others')}>
        {others.map((text) => (
          <Text key={`${text.translation}-${text.name}`} text={text} />
        ))}
      </Group>
    </>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section className="mb-10">
      <h2 className="mb-3 text-xl">{title}</h2>
      <div className="space-y-6">{children}</div>
    </section>
  )
}

async function Heading({
  name,
  translation,
  change,
}: Translated & { name: string; change: PartDifference['change'] }) {
  const t = await getTranslations('differences')
  const language = translation === null ? '' : ` · ${t(`language.${translation}`)}`
  return (
    <h3 className="mb-2 text-lg">
      {name}
      {language} · <span className="text-muted">{t(`change.${change}`)}</span>
    </h3>
  )
}

async function Text({ text }: { readonly text: TextDifference }) {
  const t = await getTranslations('differences')
  return (
    <div className="card max-w-prose">
      <Heading change={text.change} name={text.title ?? text.name} translation={text.translation} />
      {text.segments.map((segment, index) => {
        const key = `${index}-${segment.kind}`
        return segment.kind === 'same' ? (
          <details className="text-muted my-2 text-sm" key={key}>
            <summary className="min-h-11 cursor-pointer py-2.5">{t('unchanged')}</summary>
            <p className="wrap-anywhere whitespace-pre-line">{segment.text.trim()}</p>
          </details>
        ) : (
          <p className="my-3" key={key}>
            <Pieces pieces={segment.pieces} />
          </p>
        )
      })}
    </div>
  )
}

type PartProps = {
  readonly part: Translated & PartDifference
  readonly name: string
  readonly lineOf: (field: FieldDifference) => ReactNode
}

function PartChanges({ part, name, lineOf }: PartProps) {
  return (
    <div className="card max-w-prose">
      <Heading change={part.change} name={name} translation={part.translation} />
      {part.key && <KeyChange change={part.key} />}
      {part.fields.map(lineOf)}
    </div>
  )
}

async function KeyChange({ change }: { readonly change: KeyDifference }) {
  const t = await getTranslations('differences')
  const list = (texts: readonly string[]) => (texts.length === 0 ? t('nothing') : texts.join(' · '))
  return (
    <div className="border-danger bg-danger-soft mb-3 rounded-lg border-2 p-3">
      <p className="text-lg font-semibold">{t(`key.${change.kind}`)}</p>
      <p>{t('before', { text: list(change.before) })}</p>
      <p>{t('after', { text: list(change.after) })}</p>
    </div>
  )
}
