import { inTransaction } from '#lib/data/database'
import { insertModuleVersion } from '#lib/data/library'
import { moduleVersion, noon, type World } from '#tests/support/world'

/**
 * Publishes a second version of a module in which another option of the first items is right. Nothing else differs, unless
 * all items then speak of a situation that is told before them.
 */
export async function publishCorrection(
  { owner }: World,
  moduleId: string,
  {
    right,
    items,
    situation,
  }: { readonly right: string; readonly items: number; readonly situation?: string },
): Promise<void> {
  const first = moduleVersion(moduleId)
  const keys = first.keys.map((key, index) => (index < items ? { ...key, correctOptionIds: [right] } : key))
  const told = situation === undefined ? {} : toldBefore(first.items, situation)
  const second = {
    ...first,
    ...told,
    version: 2,
    changeKind: 'critical',
    contentHash: `hash-${moduleId}-2`,
    keys,
  }
  await inTransaction(owner, (tx) => insertModuleVersion(tx, second, noon))
}

function toldBefore(items: ReturnType<typeof moduleVersion>['items'], text: string) {
  const id = 'v1'
  return { items: items.map((item) => ({ ...item, vignetteId: id })), vignettes: [{ id, text }] }
}
