import type { BankItem } from '#lib/domain/curriculum/bank-item'
import { type Asked, blueprintFaults } from '#lib/domain/curriculum/blueprint'

/**
 * What a quiz draws from where some of its bank's items are held out for the form that is asked after the training: an item
 * met before would show memory of the item, and no gain. The whole bank where the rest could not fill the quiz, or could no
 * longer ask a must-pass item of each objective that has one: the quiz decides about a certificate, and the form about
 * nothing.
 */
export function bankBeside(
  bank: readonly BankItem[],
  heldOut: readonly string[],
  asked: Asked,
): readonly BankItem[] {
  const rest = bank.filter(({ id }) => !heldOut.includes(id))
  const critical = (items: readonly BankItem[]) =>
    new Set(items.flatMap(({ mustPass, objectiveId }) => (mustPass ? [objectiveId] : [])))
  const fills = rest.length > 0 && blueprintFaults(rest, asked).length === 0
  return fills && critical(bank).isSubsetOf(critical(rest)) ? rest : bank
}
