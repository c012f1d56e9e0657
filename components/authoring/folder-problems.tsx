import { getTranslations } from 'next-intl/server'

type FolderProblemsProps = {
  readonly problems: readonly { readonly file: string | null; readonly words: string }[]
}

/** What keeps a folder outside: each cause once, with every file that it concerns. */
export async function FolderProblems({ problems }: FolderProblemsProps) {
  const t = await getTranslations('exchange')
  const groups = Map.groupBy(problems, ({ words }) => words)
  return (
    <section className="border-notice-line mb-6 border-l-4 pl-4">
      <h2>{t('folder.problems')}</h2>
      <p>{t('folder.problemsHint')}</p>
      <ul className="list-disc space-y-3 pl-6">
        {[...groups].map(([words, group]) => (
          <li key={words}>
            {t(`folder.problem.${words}` as 'folder.problem.twice')}
            <ul className="text-muted pl-4">
              {group.slice(0, 100).flatMap(({ file }, index) =>
                file === null
                  ? []
                  : [
                      // biome-ignore lint/suspicious/noArrayIndexKey: an archive may name a file twice
                      <li className="break-all" key={`${index} ${file}`}>
                        {file}
                      </li>,
                    ],
              )}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
