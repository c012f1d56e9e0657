import path from 'node:path'
import { checkout } from '#lib/cli/checkout'
import { schemaDiff } from '#lib/data/set-up/schema-diff'

// `npm run -s db:diff`: what the next migration must do, for a developer who has changed prisma/schema.prisma. Copy the
// schema beside the new migration.sql: the next comparison starts from there.
process.stdout.write(await schemaDiff(path.join(checkout, 'prisma')))
process.exit(0)
