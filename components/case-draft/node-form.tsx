import { getTranslations } from 'next-intl/server'
import { ChoiceFields } from '#components/case-draft/choice-fields'
import { ChoiceOrder } from '#components/case-draft/choice-order'
import { sourceChoices } from '#components/case-draft/source-choices'
import { CheckboxGroup, type Returned, SelectField } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import { choiceSlots, type DecisionForm, type NodeForm, sourceSlots } from '#lib/domain/authoring/case-form'
import { caseOutcomes, caseSkills } from '#lib/domain/curriculum/case-graph'

type NodeFormProps = {
  readonly action: string
  readonly form: NodeForm
  /** Of the scene as it was read; null for one that begins. */
  readonly mark: string | null
  readonly nodes: readonly { readonly value: string; readonly label: string }[]
  readonly sources: readonly { readonly id: string; readonly citation: string }[]
  readonly returned: Returned
}

/** A scene with its choices, or an ending. Only its own words must be there; the rest may wait. */
export async function NodeEditor(props: NodeFormProps) {
  const { action, form, mark, returned } = props
  const t = await getTranslations('caseDrafts')
  const fields = await getTranslations('fields')
  const area = (name: 'nodeScene' | 'nodeAbout' | 'nodeGentle', value: string, rows = 2) => (
    <TextArea
      defaultValue={value}
      hint={t(`hint.${name}`)}
      label={fields(name)}
      name={name}
      returned={returned}
      rows={rows}
    />
  )
  return (
    <form action={action} className="space-y-5" method="post" noValidate>
      <input name="nodeKind" type="hidden" value={form.kind} />
      {mark !== null && <input name="mark" type="hidden" value={mark} />}
      {area('nodeScene', form.scene, 4)}
      {form.kind === 'decision' ? <DecisionFields {...props} form={form} /> : <EndingFields {...props} />}
      <details open={form.noteAbout !== ''}>
        <summary className="cursor-pointer py-3 font-medium">{t('note')}</summary>
        <div className="space-y-5">
          {area('nodeAbout', form.noteAbout)}
          {area('nodeGentle', form.noteGentle)}
        </div>
      </details>
      <SourceFields {...props} />
      <button className="button" type="submit">
        {t('save')}
      </button>
      {mark !== null && form.kind === 'decision' && <ChoiceOrder choices={form.choices} />}
    </form>
  )
}

async function DecisionFields({ form, nodes, returned }: NodeFormProps & { readonly form: DecisionForm }) {
  const t = await getTranslations('caseDrafts')
  const fields = await getTranslations('fields')
  const skills = await getTranslations('cases.skills')
  const slots = choiceSlots(form.choices)
  return (
    <>
      <input name="choiceOrder" type="hidden" value={slots.map(({ id }) => id).join('')} />
      <TextArea
        defaultValue={form.question}
        label={fields('nodeQuestion')}
        name="nodeQuestion"
        returned={returned}
        rows={2}
      />
      <CheckboxGroup
        choices={caseSkills.map((value) => ({ value, label: skills(value) }))}
        defaultValues={form.skills}
        hint={t('hint.nodeSkills')}
        label={fields('nodeSkills')}
        name="nodeSkills"
        returned={returned}
      />
      {slots.map((choice) => (
        <ChoiceFields choice={choice} key={choice.id} nodes={nodes} returned={returned} />
      ))}
    </>
  )
}

async function EndingFields({ form, returned }: NodeFormProps) {
  if (form.kind !== 'ending') return null
  const t = await getTranslations('caseDrafts')
  const fields = await getTranslations('fields')
  return (
    <>
      <SelectField
        choices={[
          { value: '', label: t('undecided') },
          ...caseOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) })),
        ]}
        defaultValue={form.outcome}
        label={t('outcome')}
        name="nodeOutcome"
        returned={returned}
      />
      <TextArea
        defaultValue={form.lesson}
        hint={t('hint.nodeLesson')}
        label={fields('nodeLesson')}
        name="nodeLesson"
        returned={returned}
        rows={3}
      />
    </>
  )
}

async function SourceFields({ form, sources, returned }: NodeFormProps) {
  const t = await getTranslations('caseDrafts')
  const choices = sourceChoices(sources)
  return (
    <details>
      <summary className="cursor-pointer py-3 font-medium">{t('sources')}</summary>
      <p className="text-muted mb-2 text-sm">{t('sourcesHint')}</p>
      <div className="space-y-3">
        {sourceSlots.map((slot) => (
          <SelectField
            choices={[{ value: '', label: t('noSource') }, ...choices]}
            defaultValue={form.sources[slot - 1] ?? ''}
            key={slot}
            label={t('source', { number: slot })}
            name={`nodeSource${slot}`}
            returned={returned}
          />
        ))}
      </div>
    </details>
  )
}
