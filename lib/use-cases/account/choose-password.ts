import { hashPassword } from '#lib/auth/hash-password'
import { oneTimeTokenHash } from '#lib/auth/one-time-token'
import { type PasswordProblem, passwordProblems } from '#lib/auth/password-policy'
import type { VisitorContext } from '#lib/context'
import { endLinksOf, findLink, spendLink } from '#lib/data/one-time-link'
import { findAddress, hasPassword, savePassword } from '#lib/data/person'
import { listNamesAround } from '#lib/data/practice'
import { enterPerson } from '#lib/data/scope'
import { findSecondFactor } from '#lib/data/second-factor'
import { endSessionsOf } from '#lib/data/session'
import type { PersonId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ChoosePasswordRefusal = 'link-over' | 'has-password-already' | `password-${PasswordProblem}`

type Input = { readonly kind: 'invitation' | 'reset'; readonly token: string; readonly password: string }

/**
 * Sets the password of the person whom the link names, and nobody else's: the link is the only way to one. The link and
 * every other living link of that person are dead afterwards, and so is every session.
 */
export async function choosePassword(
  context: VisitorContext,
  input: Input,
): Promise<Result<{ personId: PersonId }, ChoosePasswordRefusal>> {
  const { tx, now } = context
  const tokenHash = oneTimeTokenHash(input.token)
  const target = tokenHash ? await findLink(tx, input.kind, tokenHash, now) : undefined
  if (!tokenHash || !target?.personId) return refuse('link-over')
  const { personId } = target
  if (input.kind === 'invitation' && (await hasPassword(tx, personId))) return refuse('has-password-already')
  const [problem] = await problemsOf(context, personId, input.password)
  if (problem) return refuse(`password-${problem}`)
  if (!(await spendLink(tx, input.kind, tokenHash, now))) return refuse('link-over')
  await savePassword(tx, personId, await hashPassword(input.password), now)
  await endLinksOf(tx, personId, now)
  await endSessionsOf(tx, personId)
  return ok({ personId })
}

async function problemsOf(
  { tx, now }: VisitorContext,
  personId: PersonId,
  password: string,
): Promise<PasswordProblem[]> {
  await enterPerson(tx, personId)
  const names = [...(await listNamesAround(tx, personId)), (await findAddress(tx, personId)) ?? '']
  const withSecondFactor = (await findSecondFactor(tx, personId, now))?.confirmed ?? false
  return passwordProblems({ password, withSecondFactor, names })
}
