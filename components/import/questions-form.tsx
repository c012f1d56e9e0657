import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { type Returned, SelectField } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import type { LocalDate } from '#lib/domain/calendar'
import { employmentKinds, roles } from '#lib/domain/people/roles'
import type { Doubt } from '#lib/domain/people/roster-import/match-row'

export type UnknownWord = {
  readonly cause: 'role-unknown' | 'kind-unknown'
  readonly word: string
  readonly rows: number
}
export type Candidate = {
  readonly staffMemberId: string
  readonly name: string
  readonly emailAddress: string | null
  readonly startedOn: LocalDate
}
export type OpenRow = {
  readonly number: number
  readonly name: string
  readonly doubt: Doubt
  readonly candidates: readonly Candidate[]
}

type QuestionsFormProps = {
  readonly action: string
  /** A day of the file that can be read both ways; null where none can, or it was said. */
  readonly ambiguousDay: string | null
  readonly likelyOrder: string | null
  readonly words: readonly UnknownWord[]
  readonly rows: readonly OpenRow[]
  readonly returned: Returned
}

/** What nobody guesses: the order of days, what words mean, and whom a row means. */
export async function QuestionsForm(props: QuestionsFormProps) {
  const { action, ambiguousDay, words, rows, returned } = props
  if (ambiguousDay === null && words.length === 0 && rows.length === 0) return null
  const t = await getTranslations('imports')
  return (
    <form action={action} className="card space-y-5" method="post">
      <h2>{t('questions.title')}</h2>
      {ambiguousDay !== null && <DayOrderQuestion {...props} ambiguousDay={ambiguousDay} />}
      {words.map((word, index) => (
        <WordQuestion index={index} key={`${word.cause} ${word.word}`} returned={returned} unknown={word} />
      ))}
      {rows.map((row) => (
        <RowQuestion key={row.number} returned={returned} row={row} />
      ))}
      <button className="button-quiet" type="submit">
        {t('questions.button')}
      </button>
    </form>
  )
}

async function DayOrderQuestion({
  ambiguousDay,
  likelyOrder,
  returned,
}: QuestionsFormProps & { ambiguousDay: string }) {
  const t = await getTranslations('imports')
  return (
    <div>
      <RadioGroup
        choices={[
          { value: 'month-first', label: t('questions.monthFirst') },
          { value: 'day-first', label: t('questions.dayFirst') },
        ]}
        defaultValue={likelyOrder ?? undefined}
        label={t('questions.dayOrder')}
        name="dayOrder"
        returned={returned}
      />
      <p className="text-muted text-sm">{t('questions.dayOrderHint', { example: ambiguousDay })}</p>
    </div>
  )
}

type WordQuestionProps = {
  readonly unknown: UnknownWord
  readonly index: number
  readonly returned: Returned
}

async function WordQuestion({ unknown: { cause, word, rows }, index, returned }: WordQuestionProps) {
  const t = await getTranslations('imports')
  const people = await getTranslations('people')
  const choose = (await getTranslations('practice'))('choose')
  const isRole = cause === 'role-unknown'
  const field = isRole ? 'role' : 'kind'
  const meanings = isRole
    ? roles.map((role) => ({ value: role, label: people(`roles.${role}`) }))
    : employmentKinds.map((kind) => ({ value: kind, label: people(`employmentKinds.${kind}`) }))
  return (
    <>
      <input name={`${field}Word.${index}`} type="hidden" value={word} />
      <SelectField
        choices={[{ value: '', label: choose }, ...meanings]}
        hint={t('questions.wordHint')}
        label={t(`questions.${field}`, { word, rows })}
        name={`${field}.${index}`}
        returned={returned}
      />
    </>
  )
}

async function RowQuestion({ row, returned }: { row: OpenRow; returned: Returned }) {
  const t = await getTranslations('imports')
  const day = await dayWords()
  const same = row.candidates.map(({ staffMemberId, name, emailAddress, startedOn }) => ({
    value: staffMemberId,
    label: t('questions.same', {
      name,
      address: emailAddress ?? t('questions.noAddress'),
      on: day(startedOn),
    }),
  }))
  return (
    <SelectField
      choices={[
        { value: '', label: t('questions.later') },
        ...same,
        { value: 'new', label: t('questions.new') },
        { value: 'leave-out', label: t('questions.leaveOut') },
      ]}
      hint={t(`questions.doubt.${row.doubt}`)}
      label={t('questions.who', { number: row.number, name: row.name })}
      name={`row.${row.number}`}
      returned={returned}
    />
  )
}
