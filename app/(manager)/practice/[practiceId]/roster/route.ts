import { getTranslations } from 'next-intl/server'
import type { LocalDate } from '#lib/domain/calendar'
import { ok } from '#lib/domain/result'
import { exportRoster } from '#lib/use-cases/practice/export-roster'
import { type RosterFileWords, type RosterFormat, streamRoster } from '#lib/use-cases/practice/stream-roster'
import { streamedFile } from '#lib/web/file-stream'
import { filledTemplate, kept } from '#lib/web/kept-words'
import { practiceId } from '#lib/web/practice-fields'
import { plainResponse } from '#lib/web/responses'
import { rosterAddressFrom } from '#lib/web/roster-query'

const types: Readonly<Record<RosterFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The table of the practice page as a file: the same address, the same lines, all pages of them. */
export async function GET(request: Request, { params }: RouteContext<'/practice/[practiceId]/roster'>) {
  const id = practiceId.safeParse((await params).practiceId)
  if (!id.success) return plainResponse(request, 404, 'not-found')
  const search = Object.fromEntries(new URL(request.url).searchParams)
  const query = rosterAddressFrom(search)
  const format = search['format'] === 'xlsx' ? 'xlsx' : 'csv'
  const asked = { practiceId: id.data, part: query.part, query }
  const words = await rosterWords()
  return streamedFile(request, id.data, {
    admit: (context) => exportRoster(context, asked),
    make: async (context, { today }) => {
      const pieces = await streamRoster(context, { ...asked, format, words })
      if (!pieces.ok) return pieces
      return ok({ pieces: pieces.value, name: `training-${today}.${format}`, type: types[format] })
    },
  })
}

/** Said for every line: what has been said once is kept. */
async function rosterWords(): Promise<RosterFileWords> {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  const column = (name: string) => t(`table.${name}`)
  // A file is sorted and searched: its days stay as they are.
  const reason = (name: string, dates: Readonly<Record<string, LocalDate>>) => t(`because.${name}`, dates)
  return {
    column,
    role: kept((role) => people(`roles.${role}`)),
    employmentKind: kept((kind) => people(`employmentKinds.${kind}`)),
    status: kept((status) => t(`status.${status}`)),
    reason: filledTemplate(reason),
    invitation: kept((state) => t(`invitation.${state}`)),
  }
}
