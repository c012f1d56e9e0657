// plant: style/noNestedTernary
export const size = (n: number) => (n > 2 ? 'many' : n > 1 ? 'two' : 'few')
