import type { AuditEvent } from '#lib/domain/audit/audit-event'
import type { StaffMemberId } from '#lib/domain/ids'
import type { RowWrite } from '#lib/domain/people/roster-import/row-write'

type Done = { readonly write: RowWrite; readonly staffMemberId: StaffMemberId }

/** What a written row was, for the practice's chain. */
export function deedsOf(
  { write, staffMemberId }: Done,
  importId: string,
  sendsInvitations: boolean,
): readonly AuditEvent[] {
  const { role, emailAddress } = write.post
  if (write.kind === 'changed') {
    const fields = write.changes.map(({ field }) => field)
    return [{ kind: 'staff-member-changed', staffMemberId, importId, fields }]
  }
  const kind = write.kind === 'back' ? 'staff-member-rehired' : 'staff-member-added'
  const invited = sendsInvitations && emailAddress !== null
  return [
    { kind, staffMemberId, role },
    ...(invited ? [{ kind: 'invitation-sent', staffMemberId } as const] : []),
  ]
}
