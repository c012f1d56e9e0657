// plant: style/noRestrictedGlobals
export const where = () => process.cwd()
