// plant: adapters-never-import-each-other
import { certificate } from '#lib/pdf/certificate'

export const attach = certificate
