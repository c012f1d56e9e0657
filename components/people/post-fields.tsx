import { getTranslations } from 'next-intl/server'
import { type Returned, SelectField, TextField } from '#components/form/form-parts'
import type { PostTerms } from '#lib/domain/people/entries/entry'
import { employmentKinds, roles } from '#lib/domain/people/roles'

type PostFieldsProps = { readonly post: PostTerms; readonly returned: Returned }

/** Role, kind of employment and place, as they stand. */
export async function PostFields({ post, returned }: PostFieldsProps) {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  return (
    <>
      <SelectField
        choices={roles.map((role) => ({ value: role, label: people(`roles.${role}`) }))}
        defaultValue={post.role}
        hint={t('newStaff.roleHint')}
        label={t('newStaff.role')}
        name="role"
        returned={returned}
      />
      <SelectField
        choices={employmentKinds.map((kind) => ({ value: kind, label: people(`employmentKinds.${kind}`) }))}
        defaultValue={post.employmentKind}
        label={t('newStaff.kind')}
        name="employmentKind"
        returned={returned}
      />
      <TextField
        defaultValue={post.location ?? undefined}
        hint={t('newStaff.locationHint')}
        label={t('newStaff.location')}
        name="location"
        returned={returned}
      />
    </>
  )
}
