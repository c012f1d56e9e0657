import type { VisitorContext } from '#lib/context'
import { saveLanguage } from '#lib/data/person'
import { type Actor, pendingSignInStep } from '#lib/domain/access/actor'
import type { Language } from '#lib/domain/language'
import { ok, type Result } from '#lib/domain/result'

/** Keeps the choice with the person, for every browser in which they sign in. A stranger's is kept by the browser alone. */
export async function chooseLanguage(
  { tx, actor }: VisitorContext & { readonly actor: Actor | null },
  input: { readonly language: Language },
): Promise<Result<null, never>> {
  if (actor && pendingSignInStep(actor) === null) await saveLanguage(tx, actor.personId, input.language)
  return ok(null)
}
