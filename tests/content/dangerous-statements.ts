/** A statement that must not stand in a lesson as advice, with the reason. */
type Danger = { readonly what: string; readonly why: string; readonly pattern: RegExp }

const family =
  '(?:parents?|guardians?|famil(?:y|ies)|relatives?|mothers?|fathers?|spouses?|partners?|companions?|employers?)'
const staff = '(?:you|we|staff|the team|clinicians?|nurses?|doctors?|the practice|front desk)'

const dangers: readonly Danger[] = [
  {
    what: 'alert the family',
    why: 'A relative is often the exploiter; child protection decides about contact.',
    pattern: new RegExp(
      `\\b(?:notify|alert|inform|tell|warn|call|contact|reach)\\b[^.;:]{0,30}\\b${family}\\b[^.;:]{0,60}\\b(?:right away|immediately|at once|first|promptly|as soon as)\\b`,
      'i',
    ),
  },
  {
    what: 'reunite the family',
    why: 'Return can be return to the exploiter.',
    pattern: /\b(?:reunit|reunif)\w*[^.;]{0,40}\b(?:parents?|famil(?:y|ies)|guardians?)\b/i,
  },
  {
    what: 'rescue as a staff duty',
    why: 'Staff do not rescue; they offer care, information and choices.',
    pattern: new RegExp(
      `\\b${staff}\\b[^.;:]{0,40}\\b(?:must|should|can|will|need to|have to|ought to|may|help)\\b[^.;:]{0,30}\\b(?:rescue|save)\\b`,
      'i',
    ),
  },
  {
    what: 'an order to rescue',
    why: 'Staff do not rescue.',
    pattern: /^(?:always |immediately )?rescue (?:the|her|him|them|every|a|any|patients?|victims?)\b/i,
  },
  {
    what: 'confront the companion',
    why: 'It can be followed by a beating or a sudden move.',
    pattern: /^(?:always |then |first |immediately )?(?:confront|accuse|challenge)\b/i,
  },
  {
    what: 'required by Missouri law',
    why: 'No enacted Missouri training mandate for health licensees was found.',
    pattern:
      /\b(?:training|course|in-service|module|certificate)s?\b[^.]{0,60}\b(?:required|mandated|mandatory)\b[^.]{0,30}\bMissouri\b|\bMissouri\b[^.]{0,40}\b(?:requires?|mandates?)\b[^.]{0,60}\b(?:training|course|in-service)\b/i,
  },
  {
    what: 'continuing education credit',
    why: 'An unaccredited course cannot award credit; the certificate is a completion record.',
    pattern:
      /\b(?:C[MN]?E|CEU)s?\b[ -](?:credits?|hours?|units?|points?)|\bcontact hours?\b|\bcontinuing (?:medical |nursing )?education (?:credits?|hours?|units?)\b/i,
  },
  {
    what: 'all information stays confidential',
    why: 'The limits are explained before sensitive questions.',
    pattern:
      /\b(?:everything|all (?:of )?(?:it|this|information)|whatever)\b[^.;]{0,60}\b(?:stays?|remains?|is|be kept) (?:completely |fully |strictly )?(?:confidential|secret|between us)\b/i,
  },
  {
    what: 'care for disclosure',
    why: 'Disclosure is never the price of care.',
    pattern: /\bonly (?:if|when|after|once) (?:the patient|she|he|they) (?:discloses?|admits?|tells?)\b/i,
  },
  {
    what: 'outdated names and figures',
    why: 'The hotline was renamed; the 20 million figure is of 2012; rankings of crimes cannot be checked.',
    pattern:
      /\bNHTRC\b|\bNational Human Trafficking Resource Center\b|\b(?:more than|over) 20 million\b|\b(?:second|third|fastest)[- ](?:largest|growing)\b[^.]{0,20}\bcrim/i,
  },
]

const negated =
  /\b(?:not|never|no|nobody|none|without|avoid|instead of|cannot|rather than|neither|nor)\b|n['’]t\b/i

const sentences = (text: string) =>
  text
    .split(/(?<=[.!?])["”’)]*\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/** The dangerous statements of a text, as `what: sentence`. A sentence that says no, not or never to it is advice against. */
export function dangerousStatements(text: string): readonly string[] {
  return sentences(text).flatMap((sentence) =>
    negated.test(sentence)
      ? []
      : dangers.filter(({ pattern }) => pattern.test(sentence)).map(({ what }) => `${what}: ${sentence}`),
  )
}

/** Every danger that the lint knows, for the test that shows each of them once. */
export const knownDangers = dangers.map(({ what }) => what)
