type FaultProps = {
  readonly words: {
    readonly title: string
    readonly body: string
    readonly again: string
    readonly help: string
  }
}

/** Says that we failed, without saying how: the log knows. Plain links, so that it works whatever else does not. */
export function Fault({ words }: FaultProps) {
  return (
    <main className="mx-auto w-full max-w-3xl px-4 py-12" id="content">
      <h1 className="mb-4">{words.title}</h1>
      <p className="mb-6">{words.body}</p>
      <p className="flex flex-wrap items-center gap-5">
        {/* A bare question mark is this very page again. */}
        <a className="button" href="?">
          {words.again}
        </a>
        <a className="inline-flex min-h-11 items-center" href="/help">
          {words.help}
        </a>
      </p>
    </main>
  )
}
