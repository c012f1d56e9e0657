import { Client, escapeIdentifier, escapeLiteral } from 'pg'

/** The database and the three roles by which it is reached. The migrations name the last two in their grants. */
export const databaseName = 'beacon'
export const ownerRole = 'beacon_owner'
export const applicationRole = 'beacon_app'
const lookupRole = 'beacon_lookup'

export type RolePasswords = { readonly owner: string; readonly application: string }

/**
 * Makes database and roles on a server of our own, and sets them right where they are not. Run at every start.
 *
 * @param superuserUrl ends with the name of a database that always exists, such as `postgres`.
 */
export async function ensureRoles(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const powerless = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS'
    await ensureRole(client, ownerRole, `LOGIN ${powerless} PASSWORD ${escapeLiteral(passwords.owner)}`)
    await ensureRole(
      client,
      applicationRole,
      `LOGIN ${powerless} PASSWORD ${escapeLiteral(passwords.application)}`,
    )
    await ensureRole(client, lookupRole, `NOLOGIN ${powerless}`)
    // The owner may give a function to the lookup role, and gains none of its rights by that.
    await client.query(`GRANT ${lookupRole} TO ${ownerRole} WITH INHERIT FALSE, SET TRUE`)
    await ensureDatabase(client, databaseName)
  } finally {
    await client.end()
  }
}

async function ensureRole(client: Client, role: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} ${attributes}`)
}

async function ensureDatabase(client: Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (!rowCount) await client.query(`CREATE DATABASE ${escapeIdentifier(name)} OWNER ${ownerRole}`)
  await client.query(`REVOKE ALL ON DATABASE ${escapeIdentifier(name)} FROM PUBLIC`)
  await client.query(`GRANT CONNECT ON DATABASE ${escapeIdentifier(name)} TO ${applicationRole}`)
}
