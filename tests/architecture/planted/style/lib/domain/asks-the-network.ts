// plant: style/noRestrictedGlobals
export const page = () => fetch('https://example.org')
