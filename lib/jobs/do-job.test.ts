import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** What a process of its own prints, sorted, that does one job, whose handler is written here. */
function printedBy(handler: string): readonly Record<string, unknown>[] {
  const script = `
    import { doJob } from '#lib/jobs/do-job'
    const job = { name: 'send-mail', id: 'job-7' }
    await doJob(job, async () => ${handler}, {}).catch(() => console.log('{"msg":"thrown on"}'))`
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '-e', script],
    { encoding: 'utf8' },
  )
  if (stderr) throw new Error(stderr)
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .toSorted()
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('a job that throws is named in the log with its fault and without whom it was about, and is tried again', () => {
  const fault = `new Error("Invalid invocation: { name: 'Omar Haddad' }\\nUnique constraint failed")`
  const [logged, then] = printedBy(`async () => { throw ${fault} }`)
  expect(logged).toMatchObject({
    job: 'send-mail',
    id: 'job-7',
    msg: 'a job failed',
    fault: { type: 'Error', message: 'Unique constraint failed' },
  })
  expect(JSON.stringify(logged)).not.toContain('Omar')
  expect(then).toEqual({ msg: 'thrown on' })
})

test('so is one whose code cannot be brought in', () => {
  expect(printedBy('{ throw new TypeError("no such module") }')).toMatchObject([
    { job: 'send-mail', msg: 'a job failed', fault: { type: 'TypeError' } },
    { msg: 'thrown on' },
  ])
})

test('a job that is done says nothing', () => {
  expect(printedBy('async () => undefined')).toEqual([])
})
