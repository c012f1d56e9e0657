// plant: style/noNonNullAssertion
export const first = (list: readonly string[]) => list.at(0)!
