import { QuickExit } from '#components/layout/quick-exit'

type NotFoundProps = {
  readonly words: {
    readonly title: string
    readonly body: string
    readonly start: string
    readonly help: string
    readonly leave: string
    readonly leaveHint: string
  }
}

/** Says that there is nothing here, with the way out first. It knows nothing about who is looking. */
export function NotFound({ words }: NotFoundProps) {
  return (
    <>
      <header className="no-print mx-auto flex max-w-6xl justify-end px-4 py-2">
        <QuickExit hint={words.leaveHint} label={words.leave} />
      </header>
      <main className="mx-auto w-full max-w-3xl px-4 pt-8 pb-16" id="content">
        <h1 className="mb-4">{words.title}</h1>
        <p className="mb-6">{words.body}</p>
        <p className="flex flex-wrap items-center gap-5">
          <a className="button" href="/">
            {words.start}
          </a>
          <a className="inline-flex min-h-11 items-center" href="/help">
            {words.help}
          </a>
        </p>
      </main>
    </>
  )
}
