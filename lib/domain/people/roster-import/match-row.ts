import type { StaffMemberId } from '#lib/domain/ids'
import type { ImportedPost } from '#lib/domain/people/roster-import/imported-row'
import { plainWord } from '#lib/domain/people/roster-import/plain-word'
import type { StaffPost } from '#lib/domain/people/roster-import/staff-post'

/** What somebody decided about one row that could not be matched by itself. */
export type RowChoice =
  | { readonly kind: 'person'; readonly staffMemberId: StaffMemberId }
  | { readonly kind: 'new' }
  | { readonly kind: 'leave-out' }

/** Why a row is somebody's to decide. */
export type Doubt = 'address-differs' | 'number-of-another-name' | 'several-of-that-name' | 'name-known'

export type Match =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'one'
      readonly post: StaffPost
      readonly by: 'address' | 'number' | 'name-and-day' | 'choice'
    }
  | { readonly kind: 'doubt'; readonly doubt: Doubt; readonly candidates: readonly StaffPost[] }
  /** The address is one person's, and the number another's. */
  | { readonly kind: 'two-people' }

export type StaffIndex = {
  readonly byId: ReadonlyMap<string, StaffPost>
  readonly byAddress: ReadonlyMap<string, StaffPost>
  readonly byNumber: ReadonlyMap<string, StaffPost>
  readonly byName: ReadonlyMap<string, readonly StaffPost[]>
}

export function staffIndex(posts: readonly StaffPost[]): StaffIndex {
  const seen = posts.filter(({ isHidden }) => !isHidden)
  return {
    byId: new Map(posts.map((post) => [post.staffMemberId, post])),
    byAddress: new Map(posts.flatMap((post) => (post.emailAddress ? [[post.emailAddress, post]] : []))),
    byNumber: new Map(seen.flatMap((post) => (post.employeeNumber ? [[post.employeeNumber, post]] : []))),
    byName: Map.groupBy(seen, ({ name }) => plainWord(name)),
  }
}

/**
 * Whose row this is: by e-mail address, then by employee number, then by exact name and first day. What is not certain is
 * nobody's to guess: it is a doubt, which a choice settles.
 */
export function matchRow(row: ImportedPost, index: StaffIndex, choice: RowChoice | null): Match {
  const chosen = choice?.kind === 'person' ? index.byId.get(choice.staffMemberId) : undefined
  if (chosen) return { kind: 'one', post: chosen, by: 'choice' }
  const byAddress = row.emailAddress === null ? undefined : index.byAddress.get(row.emailAddress)
  const byNumber = row.employeeNumber === null ? undefined : index.byNumber.get(row.employeeNumber)
  if (byAddress && byNumber && byAddress !== byNumber) return { kind: 'two-people' }
  if (byAddress) return { kind: 'one', post: byAddress, by: 'address' }
  if (choice?.kind === 'new') return { kind: 'nobody' }
  return byNumber ? unlessGivenToAnother(row, byNumber) : matchByName(row, index)
}

function matchByName(row: ImportedPost, index: StaffIndex): Match {
  const namesakes = row.name === null ? [] : (index.byName.get(plainWord(row.name)) ?? [])
  const sameDay = namesakes.filter(({ name, startedOn }) => name === row.name && startedOn === row.startedOn)
  const [only] = sameDay
  if (only && sameDay.length === 1) return unlessAddressDiffers(row, only, 'name-and-day')
  if (sameDay.length > 1) return { kind: 'doubt', doubt: 'several-of-that-name', candidates: sameDay }
  // An address that nobody has here is a person of their own; a name alone is none.
  const isKnownByName = row.emailAddress === null && namesakes.length > 0
  return isKnownByName ? { kind: 'doubt', doubt: 'name-known', candidates: namesakes } : { kind: 'nobody' }
}

/** Numbers are given out again: another name with another first day is perhaps another person, and gets nobody's evidence. */
function unlessGivenToAnother(row: ImportedPost, post: StaffPost): Match {
  const isAnotherName = row.name !== null && plainWord(row.name) !== plainWord(post.name)
  return isAnotherName && row.startedOn !== post.startedOn
    ? { kind: 'doubt', doubt: 'number-of-another-name', candidates: [post] }
    : unlessAddressDiffers(row, post, 'number')
}

/** An address is how a person signs in, here and at other practices: a file never changes it. */
function unlessAddressDiffers(row: ImportedPost, post: StaffPost, by: 'number' | 'name-and-day'): Match {
  const differs =
    row.emailAddress !== null && post.emailAddress !== null && row.emailAddress !== post.emailAddress
  return differs ? { kind: 'doubt', doubt: 'address-differs', candidates: [post] } : { kind: 'one', post, by }
}
