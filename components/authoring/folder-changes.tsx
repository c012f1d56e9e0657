import { getTranslations } from 'next-intl/server'

const kinds = ['new', 'changed', 'removed', 'unchanged'] as const

type FolderChangesProps = {
  readonly changes: readonly { readonly path: string; readonly change: (typeof kinds)[number] }[]
}

/** What a folder would do to each file. */
export async function FolderChanges({ changes }: FolderChangesProps) {
  const t = await getTranslations('exchange')
  const groups = kinds.map((kind) => ({ kind, paths: changes.filter(({ change }) => change === kind) }))
  return groups
    .filter(({ paths }) => paths.length > 0)
    .map(({ kind, paths }) => (
      <section className="mb-6" key={kind}>
        <h2 className="mb-2 text-xl">{t(`folder.${kind}`, { files: paths.length })}</h2>
        <ul className="list-disc pl-6">
          {paths.map(({ path }) => (
            <li className="break-all" key={path}>
              {path}
            </li>
          ))}
        </ul>
      </section>
    ))
}
