import { inTransaction } from '#lib/data/database'
import { insertModuleVersion } from '#lib/data/library'
import { moduleVersion, noon, type World } from '#tests/support/world'

/** Publishes a second version of a module in which another option of the first items is right, and nothing else differs. */
export async function publishCorrection(
  { owner }: World,
  moduleId: string,
  { right, items }: { readonly right: string; readonly items: number },
): Promise<void> {
  const first = moduleVersion(moduleId)
  const keys = first.keys.map((key, index) => (index < items ? { ...key, correctOptionIds: [right] } : key))
  const second = { ...first, version: 2, changeKind: 'critical', contentHash: `hash-${moduleId}-2`, keys }
  await inTransaction(owner, (tx) => insertModuleVersion(tx, second, noon))
}
