/** A common error about trafficking, the lessons that put it right, and words that must stand in each of them. */
export type Correction = {
  readonly row: string
  readonly error: string
  readonly taughtIn: readonly { readonly lesson: string; readonly says: RegExp }[]
  /** What no lesson may advise or state; what is shown as an example of wrong does not count. */
  readonly nowhere?: RegExp
}

export const corrections: readonly Correction[] = [
  {
    row: 'E1',
    error: 'Notify the parents of a minor right away',
    taughtIn: [
      { lesson: 'm05-l3', says: /Do not follow it/ },
      { lesson: 'm05-l3', says: /The report goes first\. The authorities decide/ },
      { lesson: 'm10-l4', says: /Do not tell a parent, guardian or relative/ },
    ],
  },
  {
    row: 'E2',
    error: 'More than 20 million victims',
    taughtIn: [{ lesson: 'm01-l3', says: /28 million in forced labor.*None of these counts trafficking/ }],
    nowhere: /\b20 million\b/,
  },
  {
    row: 'E3',
    error: 'Suspected trafficking must be reported everywhere',
    taughtIn: [
      { lesson: 'm11-l1', says: /we found no general duty in Missouri to report trafficking/ },
      { lesson: 'm05-l1', says: /report/i },
    ],
  },
  {
    row: 'E4',
    error: 'Police help as the default',
    taughtIn: [
      { lesson: 'm11-l2', says: /police contact is the patient's choice unless a law requires/ },
      { lesson: 'm06-l3', says: /police/i },
      { lesson: 'm10-l3', says: /contact with police is the patient's decision/ },
    ],
  },
  {
    row: 'E5',
    error: 'One definition for sex and labor trafficking, without the rule for minors',
    taughtIn: [
      { lesson: 'm01-l1', says: /under 18/i },
      { lesson: 'm05-l1', says: /force|fraud|coercion/i },
    ],
  },
  {
    row: 'E6',
    error: 'The old name of the hotline',
    taughtIn: [
      { lesson: 'm11-l2', says: /Call the National Human Trafficking Hotline\.” The number stayed/ },
    ],
    nowhere: /\bNHTRC\b|National Human Trafficking Resource Center/,
  },
  {
    row: 'E7',
    error: 'PRSEAH as guidance on care after trafficking',
    taughtIn: [{ lesson: 'm01-l3', says: /sexual misconduct by WHO's own staff and partners/ }],
    nowhere: /\bPRSEAH\b/,
  },
  {
    row: 'E8',
    error: 'It starts with a false job abroad, or a stranger',
    taughtIn: [
      { lesson: 'm01-l3', says: /partner, relative, friend or employer, and no move is needed/ },
      { lesson: 'm01-l1', says: /border/i },
    ],
  },
  {
    row: 'E9',
    error: 'The third largest criminal industry',
    taughtIn: [{ lesson: 'm01-l3', says: /we found no sound basis/ }],
    nowhere: /\b(?:second|third)[ -]largest\b/i,
  },
  {
    row: 'E10',
    error: 'HIV is the typical illness; a public health emergency',
    taughtIn: [
      { lesson: 'm03-l3', says: /injuries, infection, pregnancy, teeth, pain/ },
      { lesson: 'm02-l1', says: /public health concern/ },
    ],
  },
  {
    row: 'E11',
    error: 'Victims, captors, rescue',
    taughtIn: [
      { lesson: 'm03-l2', says: /“Captor,” “prostitute” and “rescued” tell our story and not theirs/ },
      { lesson: 'm08-l2', says: /use the person's own word/ },
    ],
    nowhere: /\bclutches\b|\bsex slaves?\b|\bchild prostitut/i,
  },
  {
    row: 'E12',
    error: 'Ask open questions, whoever may be listening',
    taughtIn: [
      { lesson: 'm09-l2', says: /With a listener it is a trap/ },
      { lesson: 'm14-l1', says: /Open questions are for private talks/ },
      { lesson: 'm14-l2', says: /yes|no/i },
    ],
  },
  {
    row: 'E13',
    error: 'Keep all information confidential',
    taughtIn: [{ lesson: 'm09-l3', says: /Limits first, so that the patient can still decide/ }],
  },
  {
    row: 'E14',
    error: 'Give the police only what is absolutely necessary',
    taughtIn: [
      { lesson: 'm11-l3', says: /minimum necessary/ },
      { lesson: 'm12-l3', says: /Verify identity and authority/ },
    ],
  },
  {
    row: 'E15',
    error: 'Testify and share the history to assist the police',
    taughtIn: [
      { lesson: 'm11-l3', says: /The patient decides about collecting evidence/ },
      { lesson: 'm12-l1', says: /Do not promise to testify/ },
    ],
  },
  {
    row: 'E16',
    error: 'Trafficking is torture',
    taughtIn: [{ lesson: 'm01-l3', says: /That is a different legal term\. Say severe and repeated trauma/ }],
  },
  {
    row: 'E17',
    error: 'The law ensures medical care for survivors',
    taughtIn: [
      { lesson: 'm11-l4', says: /T status|continued presence/i },
      { lesson: 'm01-l3', says: /child's letter for benefits does not depend on helping the police/ },
    ],
  },
  {
    row: 'E18',
    error: 'The police meet survivors first',
    taughtIn: [
      { lesson: 'm02-l1', says: /We found nothing to support it\. Contact with health care is common/ },
    ],
  },
  {
    row: 'E19',
    error: 'Missouri’s clinicians are trained and have been instrumental',
    taughtIn: [
      { lesson: 'm02-l1', says: /We found no data/ },
      { lesson: 'm01-l3', says: /272 cases in Missouri and 539 people/ },
    ],
  },
  {
    row: 'E20',
    error: 'A single sign shows trafficking',
    taughtIn: [{ lesson: 'm07-l1', says: /One sign is weak/ }],
  },
  {
    row: 'E21',
    error: 'A beacon of hope; rehabilitation',
    taughtIn: [{ lesson: 'm13-l1', says: /skills that can be seen and checked/ }],
    nowhere: /\bbeacon of hope\b|\brehabilitat/i,
  },
  {
    row: 'E22',
    error: 'Flu shots, WIC and a dating site on a page about trafficking',
    taughtIn: [],
    nowhere: /\bflu (?:shot|vaccin)|\bWIC\b|\bdating (?:site|app)/,
  },
  {
    row: 'E23',
    error: 'Every Missouri practice must hang the poster',
    taughtIn: [
      {
        lesson: 'm11-l2',
        says: /emergency rooms, urgent care, women's health, family planning .* not ordinary offices/,
      },
    ],
  },
  {
    row: 'E24',
    error: 'Send tips to the Attorney General',
    taughtIn: [{ lesson: 'm11-l2', says: /Since 2020 that office has sent callers to the National Hotline/ }],
  },
]
