import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, type Returned, SelectField } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import { type ChoiceForm, newNodes } from '#lib/domain/authoring/case-form'
import { caseSkills, judgments } from '#lib/domain/curriculum/case-graph'

type ChoiceFieldsProps = {
  readonly choice: ChoiceForm
  /** Scenes that it may lead to, with a word of each. */
  readonly nodes: readonly { readonly value: string; readonly label: string }[]
  readonly returned: Returned
}

/** One choice: its words, how good it is, what follows, and where it leads. Without words it is none. */
export async function ChoiceFields({ choice, nodes, returned }: ChoiceFieldsProps) {
  const t = await getTranslations('caseDrafts')
  const fields = await getTranslations('fields')
  const { id } = choice
  const letter = id.toUpperCase()
  const area = (part: 'Text' | 'Consequence' | 'Feedback', value: string) => (
    <TextArea
      defaultValue={value}
      hint={t(`hint.choice${part}`)}
      label={fields(`choice${part}-${id}`)}
      name={`choice${part}-${id}`}
      returned={returned}
      rows={2}
    />
  )
  return (
    <fieldset className="card space-y-4">
      <legend className="px-1 text-lg font-semibold">{t('choiceNamed', { letter })}</legend>
      {area('Text', choice.text)}
      <SelectField
        choices={[
          { value: '', label: t('undecided') },
          ...judgments.map((value) => ({ value, label: t(`judgments.${value}`) })),
        ]}
        defaultValue={choice.judgment}
        label={t('judgmentOf', { letter })}
        name={`choiceJudgment-${id}`}
        returned={returned}
      />
      {area('Consequence', choice.consequence)}
      {area('Feedback', choice.feedback)}
      <SelectField
        choices={[
          { value: '', label: t('undecided') },
          ...nodes,
          ...newNodes.map((value) => ({ value, label: t(`next.${value}`) })),
        ]}
        defaultValue={choice.next}
        label={t('nextOf', { letter })}
        name={`choiceNext-${id}`}
        returned={returned}
      />
      <CheckboxGroup
        choices={[{ value: 'on', label: t('endangers') }]}
        defaultValues={choice.endangers ? ['on'] : []}
        label={t('endangersOf', { letter })}
        name={`choiceEndangers-${id}`}
        returned={returned}
      />
      <PointsFields choice={choice} returned={returned} />
    </fieldset>
  )
}

/** Points other than the judgment gives, for whoever wants to say so. */
async function PointsFields({ choice, returned }: Omit<ChoiceFieldsProps, 'nodes'>) {
  const t = await getTranslations('caseDrafts')
  const skills = await getTranslations('cases.skills')
  const { id } = choice
  const letter = id.toUpperCase()
  return (
    <details>
      <summary className="cursor-pointer py-3">{t('pointsOf', { letter })}</summary>
      <p className="text-muted mb-2 text-sm">{t('pointsHint')}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {caseSkills.map((skill) => (
          <SelectField
            choices={[
              { value: '', label: t('asJudged') },
              ...['0', '1', '2'].map((value) => ({ value, label: value })),
            ]}
            defaultValue={choice.points[skill] === null ? '' : String(choice.points[skill])}
            key={skill}
            label={skills(skill)}
            name={`choicePoints-${id}-${skill}`}
            returned={returned}
          />
        ))}
      </div>
    </details>
  )
}
