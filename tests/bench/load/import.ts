import { invariant } from '#lib/domain/invariant'
import { cpuMsOf } from '#tests/bench/stack/process-tree'

export type ImportFigures = {
  readonly rows: number
  /** From the upload to the last row, the steps in between taken at once. */
  readonly seconds: number
  readonly readSeconds: number
  readonly checkSeconds: number
  readonly writeSeconds: number
  readonly cpuSeconds: number
  /** How long others waited for a page meanwhile, in milliseconds. */
  readonly others: {
    readonly asked: number
    readonly p50Ms: number
    readonly p95Ms: number
    readonly maxMs: number
  }
}

type Doors = {
  readonly origin: string
  readonly practiceId: string
  readonly managerCookie: string
  readonly learnerCookie: string
  /** The processes whose CPU is counted. */
  readonly roots: readonly number[]
}

/** Imports so many new people as a manager does, while a learner goes on asking for a page. */
export async function measureImport(doors: Doors, rows: number): Promise<ImportFigures> {
  const cpuBefore = cpuMsOf(doors.roots)
  const others = askMeanwhile(doors)
  const began = performance.now()
  const at: number[] = []
  const lap = () => at.push((performance.now() - began) / 1000)
  const page = await upload(doors, csvOf(rows))
  await until(doors, page, /name="column\.0"/)
  lap()
  const columns = Object.fromEntries(fields.map((field, index) => [`column.${index}`, field]))
  await post(doors, `${page}/columns`, columns)
  await until(doors, page, /name="changesFrom"/)
  lap()
  const changesFrom = new Date().toISOString().slice(0, 10)
  await post(doors, `${page}/confirmation`, { changesFrom: dayBefore(changesFrom) })
  await until(doors, page, /Undo this import/)
  lap()
  const [read = 0, checked = 0, written = 0] = at
  return {
    rows,
    seconds: written,
    readSeconds: read,
    checkSeconds: checked - read,
    writeSeconds: written - checked,
    cpuSeconds: (cpuMsOf(doors.roots) - cpuBefore) / 1000,
    others: await others.stop(),
  }
}

const fields = ['name', 'emailAddress', 'role', 'location', 'startedOn', 'employeeNumber']

function csvOf(rows: number): string {
  const mark = Date.now().toString(36)
  const lines = Array.from({ length: rows }, (_, index) => {
    const person = `Person ${index},p${index}.${mark}@bench.example,Nurse`
    return `${person},Site ${index % 20},2024-0${(index % 9) + 1}-15,${mark}-${index}`
  })
  return ['Name,E-mail,Role,Location,First day,Employee number', ...lines].join('\r\n')
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

const headersOf = ({ origin, managerCookie }: Doors) => ({
  cookie: managerCookie,
  origin,
  'sec-fetch-site': 'same-origin',
})

async function upload(doors: Doors, text: string): Promise<string> {
  const body = new FormData()
  body.append('file', new File([text], 'staff.csv', { type: 'text/csv' }))
  // As a browser does it: with the length in the head.
  const encoded = new Response(body)
  const bytes = await encoded.arrayBuffer()
  const type = encoded.headers.get('content-type') ?? ''
  const answer = await fetch(`${doors.origin}/practice/${doors.practiceId}/imports`, {
    method: 'POST',
    body: bytes,
    headers: { ...headersOf(doors), 'content-type': type },
    redirect: 'manual',
  })
  const location = answer.headers.get('location')
  invariant(location && answer.status === 303, `the upload was taken: ${answer.status} ${location}`)
  return location
}

async function post(doors: Doors, path: string, form: Record<string, string>): Promise<void> {
  const answer = await fetch(doors.origin + path, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: headersOf(doors),
    redirect: 'manual',
  })
  const location = answer.headers.get('location') ?? ''
  invariant(answer.status === 303 && !location.includes('form='), `${path}: ${answer.status} ${location}`)
}

/** Asks for the page every quarter of a second, until it says so. */
async function until({ origin, managerCookie }: Doors, page: string, wanted: RegExp): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const answer = await fetch(origin + page, { headers: { cookie: managerCookie } })
    const text = await answer.text()
    if (wanted.test(text.replaceAll('<!-- -->', ''))) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`${page} never said ${wanted}`)
}

function askMeanwhile({ origin, learnerCookie }: Doors) {
  const times: number[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      const began = performance.now()
      await (await fetch(`${origin}/training`, { headers: { cookie: learnerCookie } })).arrayBuffer()
      times.push(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  const stop = async () => {
    isOver = true
    await asking
    const sorted = times.toSorted((a, b) => a - b)
    const share = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
    return { asked: times.length, p50Ms: share(0.5), p95Ms: share(0.95), maxMs: share(1) }
  }
  return { stop }
}
