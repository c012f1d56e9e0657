// plant: style/useFilenamingConvention
export const camel = 1
