import { Client } from 'pg'

/** Why a role must not run the application: it could get around row-level security or the append-only grants. */
export type RoleFault = 'superuser' | 'bypasses-row-security' | 'owns-tables'

/** Looks at the role that the address names. Undefined where it is fit to run the application. */
export async function findRoleFault(applicationUrl: string): Promise<RoleFault | undefined> {
  const client = new Client({ connectionString: applicationUrl })
  await client.connect()
  try {
    // MEMBER: a role that may become the owner is as good as the owner.
    const { rows } = await client.query<{ superuser: boolean; bypasses: boolean; owns: boolean }>(`
      SELECT r.rolsuper AS superuser, r.rolbypassrls AS bypasses, EXISTS (
        SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_toast'
          AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND pg_has_role(r.oid, c.relowner, 'MEMBER')
      ) AS owns
      FROM pg_roles r WHERE r.rolname = current_user`)
    const [role] = rows
    if (role?.superuser) return 'superuser'
    if (role?.bypasses) return 'bypasses-row-security'
    return role?.owns ? 'owns-tables' : undefined
  } finally {
    await client.end()
  }
}
