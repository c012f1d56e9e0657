/** What was answered before, carried along unseen. */
export function HiddenAnswers({
  answers,
}: {
  readonly answers: Readonly<Record<string, string | readonly string[]>>
}) {
  return Object.entries(answers).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((one) => <input key={`${name} ${one}`} name={name} type="hidden" value={String(one)} />),
  )
}
