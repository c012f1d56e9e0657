import { anyOf } from '#lib/domain/curriculum/wording/phrase'

/** Groups of people as patterns, for rules in either language. */
export const englishPeople = anyOf(
  String.raw`victims?`,
  String.raw`survivors?`,
  String.raw`patients?`,
  String.raw`wom[ae]n`,
  String.raw`m[ae]n`,
  String.raw`girls?`,
  String.raw`boys?`,
  String.raw`child(?:ren)?`,
  String.raw`kids?`,
  String.raw`teen(?:ager)?s?`,
  String.raw`youths?`,
  String.raw`minors?`,
  String.raw`people`,
  String.raw`persons?`,
  String.raw`workers?`,
  String.raw`(?:im)?migrants?`,
  String.raw`someone`,
  String.raw`somebody`,
  String.raw`anyone`,
  String.raw`slaves?`,
)

export const spanishPeople = anyOf(
  String.raw`v[ií]ctimas?`,
  String.raw`sobrevivientes?`,
  String.raw`pacientes?`,
  String.raw`mujer(?:es)?`,
  String.raw`hombres?`,
  String.raw`niñ[oa]s?`,
  String.raw`chic[oa]s?`,
  String.raw`muchach[oa]s?`,
  String.raw`jóvenes`,
  String.raw`joven`,
  String.raw`adolescentes?`,
  String.raw`menor(?:es)?`,
  String.raw`personas?`,
  String.raw`trabajador(?:es|as?)?`,
  String.raw`migrantes?`,
  String.raw`inmigrantes?`,
  String.raw`alguien`,
  String.raw`esclav[oa]s?`,
)

/** Those whose wrongs and fates are written about in general, not one person of a scene. */
export const englishKind = String.raw`(?:(?:all|most|many|trafficked|exploited) )*(?:victims?|survivors|traffickers?|exploiters?|recruiters|abusers|buyers|pimps|(?:trafficked|exploited) (?:people|persons|workers|patients|women|men|girls|boys|children|minors)|(?:people|patients|persons|workers|women|men|children|minors) (?:who|that) (?:are|were|have been) (?:being )?(?:trafficked|exploited)|trafficking|indicators|red flags|(?:a|the) (?:survivor|trafficker|victim|exploiter))`

export const spanishKind = String.raw`(?:(?:las?|los|el|un|una|tod[oa]s) )*(?:v[ií]ctimas?|sobrevivientes?|tratantes?|explotador(?:es|as?)?|reclutador(?:es|as)|abusadores|compradores|(?:personas|trabajador(?:es|as)|pacientes|mujeres|hombres|niñ[oa]s|menores) (?:explotad[oa]s|tratad[oa]s|víctimas de trata|que (?:sufren|sufrieron|viven|vivieron|han vivido) (?:la )?(?:trata|explotación))|trata|indicadores|señales)`
