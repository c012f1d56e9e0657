import { expect, test } from 'vitest'
import { entryKinds } from '#lib/domain/people/entries/entry'
import { needsReason, ownRecordRefusal, takesReason } from '#lib/domain/people/entries/own-record'

const shared = { isOwn: true, hasOtherManager: true }
const alone = { isOwn: true, hasOtherManager: false }

test('nobody records what concerns themselves while somebody else could, but may end their own employment', () => {
  const refused = entryKinds.filter((kind) => ownRecordRefusal(kind, shared) !== undefined)
  expect(entryKinds.filter((kind) => !refused.includes(kind))).toEqual(['employment-end'])
})

test('who manages alone may, with a reason, and never approves their own exemption', () => {
  const refused = entryKinds.filter((kind) => ownRecordRefusal(kind, alone) !== undefined)
  expect(refused).toEqual(['exemption'])
  expect(entryKinds.filter((kind) => !needsReason(kind, true))).toEqual([])
})

test('about somebody else a leave is never explained, and a decision always is', () => {
  const asked = (kind: 'leave' | 'leave-end') => takesReason(kind, false)
  expect([asked('leave'), asked('leave-end')]).toEqual([false, false])
  const explained = entryKinds.filter((kind) => needsReason(kind, false))
  expect(explained).toEqual(['extension', 'exemption', 'exemption-end', 'end-withdrawal', 'correction'])
  const other = { isOwn: false, hasOtherManager: true }
  expect(entryKinds.filter((kind) => ownRecordRefusal(kind, other))).toEqual([])
})
