// plant: nursery/noJsRestrictedProperties
type Client = { readonly $queryRawUnsafe: (sql: string) => Promise<unknown> }

export const people = (client: Client) => client.$queryRawUnsafe('select 1')
