import { type EmploymentKind, employmentKinds, type Role, roles } from '#lib/domain/people/roles'
import { plainWord } from '#lib/domain/people/roster-import/plain-word'

/** Words that a practice taught us, by the plain word. */
export type RememberedWords<Meaning> = ReadonlyMap<string, Meaning>

// English and Spanish, without accents. A word that could mean two of them is on neither list: it is asked.
const roleWords: Readonly<Record<Role, readonly string[]>> = {
  'front-desk': [
    'front desk',
    'front office',
    'reception',
    'receptionist',
    'scheduler',
    'patient access',
    'registration',
    'recepcion',
    'recepcionista',
    'atencion al publico',
  ],
  'medical-assistant': [
    'medical assistant',
    'ma',
    'cma',
    'rma',
    'certified medical assistant',
    'asistente medica o medico',
    'asistente medico',
    'asistente medica',
    'auxiliar medico',
    'auxiliar medica',
  ],
  nurse: [
    'nurse',
    'rn',
    'lpn',
    'lvn',
    'registered nurse',
    'licensed practical nurse',
    'enfermero',
    'enfermera',
    'enfermeria',
    'enfermero a',
  ],
  clinician: [
    'clinician',
    'physician',
    'doctor',
    'md',
    'do',
    'np',
    'pa',
    'provider',
    'nurse practitioner',
    'physician assistant',
    'aprn',
    'medico',
    'medica',
    'doctora',
    'profesional clinica o clinico',
    'personal clinico',
    'profesional clinico',
  ],
  'behavioral-health': [
    'behavioral health',
    'therapist',
    'counselor',
    'psychologist',
    'social worker',
    'lcsw',
    'lpc',
    'salud mental',
    'salud conductual',
    'terapeuta',
    'psicologo',
    'psicologa',
    'trabajador social',
    'trabajadora social',
    'consejero',
    'consejera',
  ],
  dental: [
    'dental',
    'dentist',
    'dental hygienist',
    'hygienist',
    'dental assistant',
    'dds',
    'dmd',
    'dentista',
    'odontologo',
    'odontologa',
    'odontologia',
    'higienista dental',
    'asistente dental',
  ],
  billing: [
    'billing',
    'biller',
    'coder',
    'medical coder',
    'medical biller',
    'billing specialist',
    'facturacion',
    'cobros',
  ],
  lead: [
    'lead',
    'practice lead',
    'practice manager',
    'office manager',
    'responsable del consultorio',
    'direccion del consultorio',
    'gerente',
    'gerente de consultorio',
  ],
  other: ['other', 'otro', 'otra', 'otro puesto'],
}

const kindWords: Readonly<Record<EmploymentKind, readonly string[]>> = {
  employee: [
    'employee',
    'employed',
    'full time',
    'part time',
    'ft',
    'pt',
    'regular',
    'permanent',
    'w2',
    'w 2',
    'prn',
    'empleado',
    'empleada',
    'personal empleado',
    'tiempo completo',
    'medio tiempo',
    'tiempo parcial',
    'fijo',
    'fija',
    'plantilla',
  ],
  contractor: [
    'contractor',
    '1099',
    'independent contractor',
    'agency',
    'locum',
    'locum tenens',
    'temp',
    'contratista',
    'agencia',
    'autonomo',
    'autonoma',
    'por contrato',
  ],
  volunteer: ['volunteer', 'voluntario', 'voluntaria', 'voluntariado'],
  student: [
    'student',
    'intern',
    'extern',
    'trainee',
    'estudiante',
    'practicante',
    'pasante',
    'becario',
    'becaria',
  ],
}

const meaningOf = <Meaning extends string>(
  meanings: readonly Meaning[],
  words: Readonly<Record<Meaning, readonly string[]>>,
): ReadonlyMap<string, Meaning> =>
  new Map(
    meanings.flatMap((meaning) =>
      [...words[meaning], plainWord(meaning)].map((word) => [word, meaning] as const),
    ),
  )

const roleOfWord = meaningOf(roles, roleWords)
const kindOfWord = meaningOf(employmentKinds, kindWords)

/** The role that a word of a file means, by what the practice said of it before, or by our own list. Undefined: ask. */
export function roleOf(word: string, remembered: RememberedWords<Role>): Role | undefined {
  const plain = plainWord(word)
  return remembered.get(plain) ?? roleOfWord.get(plain)
}

/** The same for the kind of employment. */
export function employmentKindOf(
  word: string,
  remembered: RememberedWords<EmploymentKind>,
): EmploymentKind | undefined {
  const plain = plainWord(word)
  return remembered.get(plain) ?? kindOfWord.get(plain)
}
