import { getLocale, getTranslations } from 'next-intl/server'
import type { CertificateWords } from '#lib/use-cases/certificates/print-certificate'
import { dayFormatter } from '#lib/web/format-day'

/** Every word that stands on the paper, in the reader's language. */
export async function certificateWords(): Promise<CertificateWords> {
  const language = await getLocale()
  const t = await getTranslations('certificates')
  const people = await getTranslations('people')
  const number = new Intl.NumberFormat(language)
  return {
    language,
    documentTitle: t('documentTitle'),
    heading: t('heading'),
    intro: t('recordsThat'),
    completed: t('completed'),
    completedOn: t('completedOn'),
    validThrough: t('validThrough'),
    noEnd: t('noEnd'),
    practice: t('practice'),
    role: t('role'),
    nameRole: (role) => people(`roles.${role}` as never),
    learningTime: t('learningTime'),
    objectives: t('objectives'),
    modulesHeading: t('modules'),
    module: t('module'),
    modulesAndCasesHeading: t('modulesAndCases'),
    moduleOrCase: t('moduleOrCase'),
    version: t('version'),
    minutes: t('minutesHead'),
    number: t('number'),
    verifyAt: t('verifyAt'),
    qrDescription: t('qr'),
    disclaimer: t('disclaimer'),
    formatDate: dayFormatter(language),
    formatMinutes: (count) => t('minutes', { count }),
    formatCount: (count) => number.format(count),
    formatObjectives: (count) => t('objectivesTested', { count }),
  }
}
