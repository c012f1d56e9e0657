import { getTranslations } from 'next-intl/server'
import { ok } from '#lib/domain/result'
import { exportPastCompliance, type PastRosterWords } from '#lib/use-cases/practice/export-past-compliance'
import { fileResponse } from '#lib/web/file'
import { pastAddressFrom } from '#lib/web/past-query'
import { practiceId } from '#lib/web/practice-fields'
import { plainResponse } from '#lib/web/responses'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The table of a past day as a file: the same address, the same lines. */
export async function GET(request: Request, { params }: RouteContext<'/practice/[practiceId]/past/roster'>) {
  const id = practiceId.safeParse((await params).practiceId)
  const search = Object.fromEntries(new URL(request.url).searchParams)
  const query = pastAddressFrom(search)
  const format = search['format'] === 'xlsx' ? 'xlsx' : 'csv'
  const { asOf, knownOn } = query
  if (!id.success) return plainResponse(request, 404, 'not-found')
  const words = await pastWords()
  return fileResponse(request, async (context) => {
    const file = await exportPastCompliance(context, {
      practiceId: id.data,
      ...{ asOf, knownOn, query, format, words },
    })
    if (!file.ok) return file
    const { bytes, asOf: day } = file.value
    return ok({ bytes, name: `training-as-of-${day}.${format}`, type: types[format] })
  })
}

async function pastWords(): Promise<PastRosterWords> {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  const past = await getTranslations('overview')
  return {
    column: (name) => {
      if (name === 'asOf') return past('past.on')
      return name === 'knownOn' ? past('past.knownColumn') : t(`table.${name}`)
    },
    role: (role) => people(`roles.${role}`),
    employmentKind: (kind) => people(`employmentKinds.${kind}`),
    status: (status) => t(`status.${status}`),
    reason: (name, dates) => t(`because.${name}`, dates),
  }
}
