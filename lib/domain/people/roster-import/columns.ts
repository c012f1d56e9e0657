import { plainWord } from '#lib/domain/people/roster-import/plain-word'

/** What a column of a roster file may hold. Two columns may share the name between them. */
export const importFields = [
  'name',
  'reversedName',
  'givenName',
  'familyName',
  'emailAddress',
  'employeeNumber',
  'role',
  'location',
  'employmentKind',
  'startedOn',
  'endedOn',
] as const
export type ImportField = (typeof importFields)[number]

/** In the order of the file's columns; null for one that is not read. */
export type Columns = readonly (ImportField | null)[]

// English and Spanish, without accents, as the usual systems for payroll and staff write them.
const headerWords: Readonly<Record<ImportField, readonly string[]>> = {
  name: [
    'name',
    'full name',
    'employee name',
    'staff name',
    'staff member',
    'employee',
    'display name',
    'legal name',
    'nombre completo',
    'nombre y apellidos',
    'nombre y apellido',
    'nombre del empleado',
    'empleado',
    'empleada',
    'trabajador',
  ],
  reversedName: [
    'last first',
    'last name first',
    'last name first name',
    'last first name',
    'name last first',
    'apellidos y nombre',
    'apellido y nombre',
    'apellidos nombre',
  ],
  givenName: [
    'first name',
    'given name',
    'forename',
    'first',
    'fname',
    'nombre',
    'nombres',
    'primer nombre',
    'nombre de pila',
  ],
  familyName: [
    'last name',
    'family name',
    'surname',
    'last',
    'lname',
    'apellido',
    'apellidos',
    'primer apellido',
  ],
  emailAddress: [
    'e mail',
    'email',
    'mail',
    'e mail address',
    'email address',
    'work email',
    'work e mail',
    'company email',
    'correo',
    'correo electronico',
    'email del trabajo',
    'correo del trabajo',
    'direccion de correo',
    'direccion de correo electronico',
  ],
  employeeNumber: [
    'employee number',
    'employee no',
    'employee id',
    'employee',
    'emp id',
    'emp no',
    'emp number',
    'staff number',
    'staff id',
    'payroll number',
    'payroll id',
    'id',
    'number',
    'badge',
    'badge number',
    'numero',
    'numero de empleado',
    'no de empleado',
    'n de empleado',
    'n o de empleado',
    'id de empleado',
    'codigo de empleado',
    'clave',
    'legajo',
  ],
  role: [
    'role',
    'job',
    'job title',
    'title',
    'position',
    'occupation',
    'profession',
    'function',
    'job role',
    'rol',
    'puesto',
    'cargo',
    'funcion',
    'ocupacion',
    'profesion',
    'titulo',
    'puesto de trabajo',
  ],
  location: [
    'location',
    'site',
    'office',
    'work location',
    'clinic',
    'department',
    'branch',
    'sede',
    'lugar',
    'lugar de trabajo',
    'ubicacion',
    'oficina',
    'sucursal',
    'centro',
    'clinica',
    'consultorio',
    'departamento',
  ],
  employmentKind: [
    'employment',
    'employment type',
    'employment kind',
    'employee type',
    'emp type',
    'employment status',
    'worker type',
    'type',
    'contract',
    'tipo',
    'tipo de empleo',
    'tipo de contrato',
    'contrato',
    'relacion laboral',
    'vinculo',
    'modalidad',
  ],
  startedOn: [
    'first day',
    'start date',
    'start',
    'hire date',
    'date of hire',
    'hired',
    'hired on',
    'hire',
    'date hired',
    'employed since',
    'started',
    'begin date',
    'original hire date',
    'first day of work',
    'fecha de ingreso',
    'fecha de inicio',
    'fecha de contratacion',
    'fecha de alta',
    'ingreso',
    'inicio',
    'alta',
    'primer dia',
    'primer dia de trabajo',
    'contratado',
  ],
  endedOn: [
    'last day',
    'end date',
    'end',
    'termination date',
    'terminated',
    'term date',
    'left',
    'leave date',
    'date left',
    'separation date',
    'last day of work',
    'fecha de salida',
    'fecha de baja',
    'fecha de termino',
    'fecha de terminacion',
    'fecha de fin',
    'fin',
    'baja',
    'salida',
    'ultimo dia',
    'ultimo dia de trabajo',
  ],
}

const fieldOfHeader: ReadonlyMap<string, ImportField> = new Map(
  // The first field that knows a word keeps it.
  importFields.toReversed().flatMap((field) => headerWords[field].map((word) => [word, field] as const)),
)

/**
 * What each column seems to hold: what the practice chose for a header of these words before, or else what the words say.
 * No field is guessed twice, and a first name without a last name is taken for the whole.
 */
export function guessColumns(
  headers: readonly string[],
  remembered: ReadonlyMap<string, ImportField | null>,
): Columns {
  const words = headers.map(plainWord)
  const known = words.map((word) => remembered.get(word))
  const taken = new Set<ImportField>()
  const guessed = words.map((word, index) => {
    const field = known[index] === undefined ? (fieldOfHeader.get(word) ?? null) : (known[index] ?? null)
    if (field === null || taken.has(field)) return null
    taken.add(field)
    return field
  })
  const isWhole = !taken.has('name') && !taken.has('reversedName') && !taken.has('familyName')
  return isWhole ? guessed.map((field) => (field === 'givenName' ? 'name' : field)) : guessed
}

export type ColumnsProblem = 'column-chosen-twice' | 'name-column-missing'

/** Why people cannot be read by these columns, if they cannot. */
export function columnsProblem(columns: Columns): ColumnsProblem | undefined {
  const chosen = columns.filter((field) => field !== null)
  if (new Set(chosen).size < chosen.length) return 'column-chosen-twice'
  const isNamed = (['name', 'reversedName', 'familyName'] as const).some((field) => chosen.includes(field))
  return isNamed ? undefined : 'name-column-missing'
}

/** The letter of a column as a spreadsheet writes it, from 0: A to Z, then AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${columnLetter(Math.floor(index / 26) - 1)}${last}`
}
