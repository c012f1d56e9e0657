// plant: style/useConsistentTypeDefinitions
export interface Row {
  readonly id: string
}
