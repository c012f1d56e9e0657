// plant: style/noRestrictedGlobals
export const today = () => new Date()
