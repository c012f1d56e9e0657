import { choiceLetters } from '#lib/domain/authoring/case-form'
import { type CaseSkill, caseSkills } from '#lib/domain/curriculum/case-graph'

/** What a value of a case is, so that it can be said in words. */
export type CaseValueKind =
  | 'words'
  | 'node'
  | 'nodes'
  | 'judgment'
  | 'outcome'
  | 'skill'
  | 'letters'
  | 'answer'

/** A value of an encounter by the words of the form in which it is written. */
export type CaseFieldName = {
  /** Which messages name it: those of the fields themselves, or those of the forms of a case. */
  readonly in: 'fields' | 'caseDrafts'
  readonly key: string
  /** Of the choice that it belongs to. */
  readonly letter: string | null
  readonly skill: CaseSkill | null
  readonly kind: CaseValueKind
}

type Rest = Partial<Pick<CaseFieldName, 'letter' | 'skill' | 'kind'>>
const field = (key: string, rest: Rest = {}): CaseFieldName => ({
  ...{ in: 'fields', key, letter: null, skill: null, kind: 'words' },
  ...rest,
})
const label = (key: string, rest: Rest = {}): CaseFieldName => ({ ...field(key, rest), in: 'caseDrafts' })

const opening: ReadonlyMap<string, string> = new Map([
  ['setting', 'caseSetting'],
  ['role', 'caseRole'],
  ['name', 'casePatient'],
  ['age', 'caseAge'],
  ['pronouns', 'casePronouns'],
  ['reason', 'caseReason'],
  ['known', 'caseKnown'],
  ['contentNote', 'caseNote'],
])

const node: ReadonlyMap<string, CaseFieldName> = new Map([
  ['scene', field('nodeScene')],
  ['question', field('nodeQuestion')],
  ['skills', field('nodeSkills', { kind: 'skill' })],
  ['about', field('nodeAbout')],
  ['gentle', field('nodeGentle')],
  ['lesson', field('nodeLesson')],
  ['outcome', label('outcome', { kind: 'outcome' })],
  ['sources', label('sources')],
])

function optionField([id, said, of]: readonly string[]): CaseFieldName | null {
  const letter = choiceLetters.find((each) => each === id)
  if (letter === undefined) return null
  switch (said) {
    case 'text':
    case 'consequence':
    case 'feedback':
      return field(`choice${said.charAt(0).toUpperCase()}${said.slice(1)}-${letter}`)
    case 'judgment':
      return label('judgmentOf', { letter, kind: 'judgment' })
    case 'next':
      return label('nextOf', { letter, kind: 'node' })
    case 'endangers':
      return label('endangersOf', { letter, kind: 'answer' })
    case 'points':
      return label('pointsIn', { letter, skill: skillOf(of) })
    default:
      return null
  }
}

const skillOf = (key: string | undefined) => caseSkills.find((skill) => skill === key) ?? null

function debriefField([of, said]: readonly string[]): CaseFieldName | null {
  const skill = skillOf(of)
  if (skill === null) return null
  if (said === 'sources') return label('debrief.source', { skill })
  if (said === 'strong') return field(`debriefStrong-${skill}`)
  return said === 'weak' ? field(`debriefWeak-${skill}`) : null
}

function openingField([said, ofPatient]: readonly string[]): CaseFieldName | null {
  const key = opening.get((said === 'patient' ? ofPatient : said) ?? '')
  return key === undefined ? null : field(key)
}

function orderField(path: readonly string[]): CaseFieldName {
  return path[0] === 'options'
    ? label('order.title', { kind: 'letters' })
    : label('sceneOrder', { kind: 'nodes' })
}

/** Null for what the forms do not know, which stands under the name that the file gives it. */
export function caseFieldName(path: readonly string[]): CaseFieldName | null {
  if (path.at(-1) === 'order') return orderField(path)
  const [first = '', ...rest] = path
  switch (first) {
    case 'start':
      return label('startsWith', { kind: 'node' })
    case 'contacts':
      return field('caseContacts')
    case 'opening':
      return openingField(rest)
    case 'debrief':
      return debriefField(rest)
    case 'options':
      return optionField(rest)
    case 'contentNote':
      return node.get(rest[0] ?? '') ?? null
    default:
      return node.get(first) ?? null
  }
}
