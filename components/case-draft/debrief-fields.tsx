import { getTranslations } from 'next-intl/server'
import { type Returned, SelectField } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import type { DebriefForm } from '#lib/domain/authoring/case-form'
import { caseSkills } from '#lib/domain/curriculum/case-graph'

type DebriefFieldsProps = {
  readonly debrief: DebriefForm
  readonly sources: readonly { readonly value: string; readonly label: string }[]
  readonly returned: Returned
}

/** For each skill what is said where it went well, what is said otherwise, and what both rest on. */
export async function DebriefFields({ debrief, sources, returned }: DebriefFieldsProps) {
  const t = await getTranslations('caseDrafts')
  const fields = await getTranslations('fields')
  const skills = await getTranslations('cases.skills')
  return caseSkills.map((skill) => (
    <fieldset className="card space-y-4" key={skill}>
      <legend className="px-1 text-lg font-semibold">{skills(skill)}</legend>
      {(['Strong', 'Weak'] as const).map((part) => (
        <TextArea
          defaultValue={debrief[skill][part === 'Strong' ? 'strong' : 'weak']}
          key={part}
          label={fields(`debrief${part}-${skill}`)}
          name={`debrief${part}-${skill}`}
          returned={returned}
          rows={2}
        />
      ))}
      <SelectField
        choices={[{ value: '', label: t('noSource') }, ...sources]}
        defaultValue={debrief[skill].source}
        label={t('debrief.source', { skill: skills(skill) })}
        name={`debriefSource-${skill}`}
        returned={returned}
      />
    </fieldset>
  ))
}
