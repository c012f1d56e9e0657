import { anyOf } from '#lib/domain/curriculum/wording/phrase'

/** Groups of people as patterns, for rules in either language. */
export const englishPeople = anyOf(
  'victims?',
  'survivors?',
  'patients?',
  'wom[ae]n',
  'm[ae]n',
  'girls?',
  'boys?',
  'child(?:ren)?',
  'kids?',
  'teen(?:ager)?s?',
  'youths?',
  'minors?',
  'people',
  'persons?',
  'workers?',
  '(?:im)?migrants?',
  'someone',
  'somebody',
  'anyone',
  'slaves?',
)

export const spanishPeople = anyOf(
  'v[ií]ctimas?',
  'sobrevivientes?',
  'pacientes?',
  'mujer(?:es)?',
  'hombres?',
  'niñ[oa]s?',
  'chic[oa]s?',
  'muchach[oa]s?',
  'jóvenes',
  'joven',
  'adolescentes?',
  'menor(?:es)?',
  'personas?',
  'trabajador(?:es|as?)?',
  'migrantes?',
  'inmigrantes?',
  'alguien',
  'esclav[oa]s?',
)

/** Those whose wrongs and fates are written about in general, not one person of a scene. */
export const englishKind =
  '(?:(?:all|most|many|trafficked|exploited) )*(?:victims?|survivors|traffickers?|exploiters?|recruiters|abusers|buyers|pimps|(?:trafficked|exploited) (?:people|persons|workers|patients|women|men|girls|boys|children|minors)|(?:people|patients|persons|workers|women|men|children|minors) (?:who|that) (?:are|were|have been) (?:being )?(?:trafficked|exploited)|trafficking|indicators|red flags|(?:a|the) (?:survivor|trafficker|victim|exploiter))'

export const spanishKind =
  '(?:(?:las?|los|el|un|una|tod[oa]s) )*(?:v[ií]ctimas?|sobrevivientes?|tratantes?|explotador(?:es|as?)?|reclutador(?:es|as)|abusadores|compradores|(?:personas|trabajador(?:es|as)|pacientes|mujeres|hombres|niñ[oa]s|menores) (?:explotad[oa]s|tratad[oa]s|víctimas de trata|que (?:sufren|sufrieron|viven|vivieron|han vivido) (?:la )?(?:trata|explotación))|trata|indicadores|señales)'
