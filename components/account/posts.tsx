import { getFormatter, getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { AllowanceWords } from '#components/people/more-time'
import type { Membership } from '#lib/domain/access/actor'

type PostsProps = {
  readonly memberships: readonly Membership[]
  /** More time at quizzes, by the post that has it. */
  readonly accommodations: ReadonlyMap<string, ComponentProps<typeof AllowanceWords>>
}

/** Each living post: the name as that practice knows it, the role, what it allows, and more time where it was given. */
export async function Posts({ memberships, accommodations }: PostsProps) {
  const t = await getTranslations('account.overview')
  const people = await getTranslations('people')
  const format = await getFormatter()
  if (memberships.length === 0) return <p>{t('noPosts')}</p>
  return (
    <>
      <ul className="space-y-4">
        {memberships.map((post) => {
          const accommodation = accommodations.get(post.staffMemberId)
          return (
            <li className="card" key={post.practiceId}>
              <h3 className="mb-2">{post.practiceName}</h3>
              <dl className="space-y-1">
                <Row name={t('name')}>{post.name}</Row>
                <Row name={t('role')}>{people(`roles.${post.role}` as never)}</Row>
                <Row name={t('may')}>
                  {format.list(post.capabilities.map((held) => people(`capabilities.${held}`)))}
                </Row>
              </dl>
              {accommodation && (
                <div className="mt-2">
                  <h4 className="text-muted">{people('moreTime.own')}</h4>
                  <AllowanceWords {...accommodation} />
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <p className="text-muted mt-3">{t('wrong')}</p>
    </>
  )
}

function Row({ name, children }: { name: string; children: string }) {
  return (
    <div className="sm:flex sm:gap-3">
      <dt className="text-muted sm:w-40 sm:shrink-0">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  )
}
