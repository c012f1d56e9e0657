// plant: style/noRestrictedGlobals
export const year = (day: Date) => day.getFullYear()
