import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { dayWords } from '#components/compliance/day-words'
import { CheckboxGroup, type Returned, SelectField, TextField } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import { CorrectionFields } from '#components/people/correction-fields'
import { PostFields } from '#components/people/post-fields'
import type { LocalDate } from '#lib/domain/calendar'
import type { EntryChoices } from '#lib/domain/people/entries/choices'
import { type EntryKind, exemptionCategories } from '#lib/domain/people/entries/entry'
import type { Post } from '#lib/domain/people/entries/post-on'

export type EntryFormProps = {
  readonly kind: EntryKind
  /** The page's own address: the answers go into it, and the page then shows what they would do. */
  readonly action: string
  readonly person: Post & { readonly name: string }
  readonly choices: EntryChoices
  readonly today: LocalDate
  /** What the actor may grant beyond training. */
  readonly grantable: readonly string[]
  readonly returned: Returned
}

/** The few questions of one entry. Nothing is saved by it: the next page says what it would do. */
export async function EntryForm(props: EntryFormProps) {
  const t = await getTranslations('entries')
  const nothing = whatIsMissing(props)
  if (nothing !== null) return <p className="card">{t(nothing)}</p>
  const Fields = fieldsOf[props.kind]
  return (
    <form action={props.action} className="space-y-5" method="get" noValidate>
      <input name="check" type="hidden" value="1" />
      <Fields {...props} />
      <button className="button" type="submit">
        {t('checkButton')}
      </button>
    </form>
  )
}

/** Where there is nothing to choose from, the page says so instead of asking. */
function whatIsMissing({ kind, choices }: EntryFormProps): 'notCorrectable' | 'nothingToChoose' | null {
  const { leaves, exemptions, requirements, correctable } = choices
  if (kind === 'correction') return correctable ? null : 'notCorrectable'
  const lists: Partial<Record<EntryKind, readonly unknown[]>> = {
    'leave-end': leaves,
    'exemption-end': exemptions,
    extension: requirements.filter(({ extension }) => extension !== null),
    exemption: requirements,
  }
  return lists[kind]?.length === 0 ? 'nothingToChoose' : null
}

type Fields = (props: EntryFormProps) => ReactNode | Promise<ReactNode>

const fieldsOf: Record<EntryKind, Fields> = {
  leave: async ({ returned, today }) => (
    <>
      <DayField defaultValue={today} name="firstDay" returned={returned} words="leaveFirstDay" />
      <DayField name="lastDay" returned={returned} words="leaveLastDay" />
    </>
  ),
  'leave-end': async ({ choices, returned, today }) => {
    const t = await getTranslations('entries')
    const day = await dayWords()
    const { leaves } = choices
    const now = leaves.find(({ from, through }) => from <= today && today <= through) ?? leaves[0]
    return (
      <>
        <SelectField
          choices={leaves.map(({ factId, from, through }) => ({
            value: factId,
            label: t('span', { from: day(from), through: day(through) }),
          }))}
          defaultValue={now?.factId}
          label={t('field.whichLeave')}
          name="which"
          returned={returned}
        />
        <DayField defaultValue={today} name="lastDay" returned={returned} words="leaveNewLastDay" />
      </>
    )
  },
  extension: async ({ choices, returned }) => {
    const t = await getTranslations('entries')
    const day = await dayWords()
    const extendable = choices.requirements.flatMap(({ extension, ...requirement }) =>
      extension ? [{ ...requirement, extension }] : [],
    )
    const ranges = extendable.map(({ name, extension: { dueOn, through } }) =>
      t('extendable', { name, dueOn: day(dueOn), through: day(through) }),
    )
    return (
      <>
        <SelectField
          choices={extendable.map(({ id, name }) => ({ value: id, label: name }))}
          hint={ranges.join(' ')}
          label={t('field.requirement')}
          name="requirement"
          returned={returned}
        />
        <DayField name="to" returned={returned} words="extensionTo" />
      </>
    )
  },
  exemption: async ({ choices, returned, today }) => {
    const t = await getTranslations('entries')
    return (
      <>
        <SelectField
          choices={choices.requirements.map(({ id, name }) => ({ value: id, label: name }))}
          label={t('field.requirement')}
          name="requirement"
          returned={returned}
        />
        <DayField defaultValue={today} name="firstDay" returned={returned} words="exemptionFirstDay" />
        <DayField name="lastDay" returned={returned} words="exemptionLastDay" />
        <RadioGroup
          choices={exemptionCategories.map((value) => ({ value, label: t(`category.${value}`) }))}
          label={t('field.category')}
          name="category"
          returned={returned}
        />
      </>
    )
  },
  'exemption-end': async ({ choices, returned, today }) => {
    const t = await getTranslations('entries')
    const day = await dayWords()
    return (
      <>
        <SelectField
          choices={choices.exemptions.map(({ factId, name, from, through }) => ({
            value: factId,
            label: t('exemptionSpan', { name: name ?? '', from: day(from), through: day(through) }),
          }))}
          label={t('field.whichExemption')}
          name="which"
          returned={returned}
        />
        <DayField defaultValue={today} name="lastDay" returned={returned} words="exemptionNewLastDay" />
      </>
    )
  },
  post: async ({ person, returned, today }) => (
    <>
      <DayField defaultValue={today} name="firstDay" returned={returned} words="changeFirstDay" />
      <PostFields post={person} returned={returned} />
    </>
  ),
  'employment-end': async ({ returned, today }) => (
    <DayField defaultValue={today} name="lastDay" returned={returned} words="endLastDay" />
  ),
  'end-withdrawal': () => null,
  rehire: async ({ person, returned, today, grantable }) => {
    const t = await getTranslations('practice')
    return (
      <>
        <TextField
          autoComplete="off"
          defaultValue={person.name}
          label={t('newStaff.name')}
          name="name"
          returned={returned}
        />
        <DayField defaultValue={today} name="startedOn" returned={returned} words="rehireFirstDay" />
        <PostFields post={person} returned={returned} />
        {grantable.length > 0 && (
          <CheckboxGroup
            choices={grantable.map((capability) => ({
              value: capability,
              label: t(`capability.${capability as 'manage'}`),
              hint: t(`capabilityHint.${capability as 'manage'}`),
            }))}
            hint={t('newStaff.capabilitiesHint')}
            label={t('newStaff.capabilities')}
            name="capabilities"
            returned={returned}
          />
        )}
      </>
    )
  },
  correction: CorrectionFields,
}

type DayFieldProps = {
  readonly name: string
  /** Names the label and the hint. */
  readonly words: string
  readonly returned: Returned
  readonly defaultValue?: LocalDate
}

async function DayField({ name, words, returned, defaultValue }: DayFieldProps) {
  const t = await getTranslations('entries')
  return (
    <TextField
      defaultValue={defaultValue}
      hint={t(`hint.${words as 'leaveFirstDay'}`)}
      label={t(`field.${words as 'leaveFirstDay'}`)}
      name={name}
      returned={returned}
      type="date"
    />
  )
}
