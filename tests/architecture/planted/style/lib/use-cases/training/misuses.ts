// plant: nursery/noMisusedPromises
const living = async (): Promise<boolean> => await Promise.resolve(true)

export function check(): string {
  if (living()) return 'always'
  return 'never'
}
