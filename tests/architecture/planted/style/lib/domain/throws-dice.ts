// plant: nursery/noJsRestrictedProperties
export const dice = () => Math.random()
