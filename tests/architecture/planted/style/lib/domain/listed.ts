// plant: style/noEnum
export enum Kind {
  open,
}
