/** What is wrong with one field of a row of the file. */
export type RowFault = readonly [field: string, message: string]

export function when(isWrong: boolean, field: string, message: string): readonly RowFault[] {
  return isWrong ? [[field, message]] : []
}
