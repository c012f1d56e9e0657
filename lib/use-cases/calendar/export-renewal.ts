import type { Context } from '#lib/context'
import { findCertificate } from '#lib/data/certificate'
import { certificateAccess, issuersFor } from '#lib/domain/access/certificate-access'
import { localDateAt } from '#lib/domain/calendar'
import { ok, type Result, refuse } from '#lib/domain/result'
import { calendarFile } from '#lib/ical/calendar-file'
import { derivedId } from '#lib/system/derived-id'

/** The last day of a certificate, for the calendar of whoever may see its page. Without an end there is no such day. */
export async function exportRenewal(
  { tx, actor, now, language, settings }: Context,
  { certificateId }: { certificateId: string },
): Promise<Result<string, 'not-found'>> {
  const certificate = await findCertificate(tx, issuersFor(actor), certificateId)
  const access = certificate && certificateAccess(actor, certificate)
  if (!access || certificate.revoked || certificate.validThrough === null) return refuse('not-found')
  const id = derivedId('renewal', certificate.id)
  const entries = [{ id, kind: 'due', on: certificate.validThrough }] as const
  const today = localDateAt(now, certificate.timeZone)
  return ok(calendarFile({ entries, language, alarmDays: 7, url: `${settings.origin}/training`, today }))
}
