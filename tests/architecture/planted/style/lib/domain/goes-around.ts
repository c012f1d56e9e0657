// plant: nursery/noJsRestrictedProperties
export const Day = () => globalThis.Date
