// plant: nursery/noFloatingPromises
const save = async (): Promise<number> => await Promise.resolve(1)

export function forget(): void {
  save()
}
