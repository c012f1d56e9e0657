// A command that runs on the database may write for a machine to read; the words of the start then go aside.
const stream = process.argv.includes('--with-database') ? process.stderr : process.stdout

/** One line for the person who follows the start. */
export const say = (line: string) => stream.write(`${line}\n`)

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/**
 * Runs one step and says how it ended: `✓ words (0.7 s)`. A step that is known to be long is announced first.
 * `work` may answer with better words than those given.
 */
export async function step<Value>(
  words: string | ((value: Value) => string),
  work: () => Value | Promise<Value>,
  announcement?: string,
): Promise<Value> {
  if (announcement) say(`… ${announcement}`)
  const began = performance.now()
  const value = await work()
  const [headline, ...details] = (typeof words === 'string' ? words : words(value)).split('\n')
  say([`✓ ${headline} (${seconds(began)})`, ...details].join('\n'))
  return value
}
