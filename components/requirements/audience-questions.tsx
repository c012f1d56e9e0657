import { getTranslations } from 'next-intl/server'
import { CheckboxGroup } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import { hasProblem, type QuestionsProps } from '#components/requirements/question-props'
import { employmentKinds, roles } from '#lib/domain/people/roles'

/** More names than this are no list that anybody reads: there roles, places and employment say whom. */
const mostNames = 300

const lists = ['roles', 'locations', 'employmentKinds', 'namedPeople']

/** Who must complete it: everyone, or those who are on every list with a tick. */
export async function AudienceQuestions({ choices, defaults, returned }: QuestionsProps) {
  const t = await getTranslations('practice')
  const own = await getTranslations('requirements')
  const people = await getTranslations('people')
  // Lists that nobody asked for are out of the way, unless one of them has to be mended.
  const away = hasProblem(returned, lists) ? '' : 'group-has-[[value=everyone]:checked]/audience:hidden'
  return (
    <div className="group/audience space-y-5">
      <RadioGroup
        choices={[
          { value: 'everyone', label: t('requirement.everyone') },
          { value: 'some', label: own('somePeople') },
        ]}
        defaultValue={defaults['audience']}
        label={t('requirement.who')}
        name="audience"
        returned={returned}
      />
      <div className={`border-line space-y-5 border-l-2 pl-4 ${away}`}>
        <p className="text-muted text-sm">{own('listsHint')}</p>
        <CheckboxGroup
          choices={roles.map((role) => ({ value: role, label: people(`roles.${role}`) }))}
          label={t('requirement.roles')}
          name="roles"
          returned={returned}
        />
        {choices.locations.length > 0 && (
          <CheckboxGroup
            choices={choices.locations.map((place) => ({ value: place, label: place }))}
            hint={own('locationsHint')}
            label={own('locations')}
            name="locations"
            returned={returned}
          />
        )}
        <CheckboxGroup
          choices={employmentKinds.map((kind) => ({ value: kind, label: people(`employmentKinds.${kind}`) }))}
          label={own('employmentKinds')}
          name="employmentKinds"
          returned={returned}
        />
        <NamedPeople choices={choices} defaults={defaults} returned={returned} />
      </div>
    </div>
  )
}

async function NamedPeople({ choices, returned }: QuestionsProps) {
  const t = await getTranslations('requirements')
  const people = await getTranslations('people')
  const named = [returned.values['namedPeople'] ?? []].flat()
  const isAnswered = named.length > 0
  const isTooLong = choices.staff.length > mostNames
  // Who was named before stays to be seen, and named: a form that leaves them out would let them go unsaid.
  const shown = isTooLong
    ? choices.staff.filter(({ staffMemberId }) => named.includes(staffMemberId))
    : choices.staff
  const note = isTooLong && <p className="text-muted">{t('tooManyNames', { most: mostNames })}</p>
  if (shown.length === 0) return note
  return (
    <details open={isAnswered || hasProblem(returned, ['namedPeople'])}>
      <summary className="text-accent min-h-11 cursor-pointer py-2.5 font-medium">{t('namePeople')}</summary>
      {note}
      <CheckboxGroup
        choices={shown.map(({ staffMemberId, name, role }) => ({
          value: staffMemberId,
          label: `${name} (${people(`roles.${role}` as 'roles.nurse')})`,
        }))}
        label={t('namedPeople')}
        name="namedPeople"
        returned={returned}
      />
    </details>
  )
}
