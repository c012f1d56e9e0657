import { getTranslations } from 'next-intl/server'
import { ok } from '#lib/domain/result'
import { exportRoster, type RosterWords } from '#lib/use-cases/practice/export-roster'
import { fileResponse } from '#lib/web/file'
import { practiceId } from '#lib/web/practice-fields'
import { plainResponse } from '#lib/web/responses'
import { rosterAddressFrom } from '#lib/web/roster-query'

/** The table of the practice page as a file: the same address, the same lines. */
export async function GET(request: Request, { params }: RouteContext<'/practice/[practiceId]/roster'>) {
  const id = practiceId.safeParse((await params).practiceId)
  if (!id.success) return plainResponse(request, 404, 'not-found')
  const query = rosterAddressFrom(Object.fromEntries(new URL(request.url).searchParams))
  const words = await rosterWords()
  return fileResponse(request, async (context) => {
    const file = await exportRoster(context, { practiceId: id.data, part: query.part, query, words })
    if (!file.ok) return file
    const { bytes, today } = file.value
    return ok({ bytes, name: `training-${today}.csv`, type: 'text/csv; charset=utf-8' })
  })
}

async function rosterWords(): Promise<RosterWords> {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  return {
    column: (name) => t(`table.${name}`),
    role: (role) => people(`roles.${role}`),
    employmentKind: (kind) => people(`employmentKinds.${kind}`),
    status: (status) => t(`status.${status}`),
    // A file is sorted and searched: its days stay as they are.
    reason: (name, dates) => t(`because.${name}`, dates),
    invitation: (state) => t(`invitation.${state}`),
  }
}
