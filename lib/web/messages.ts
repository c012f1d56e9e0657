import { practiceWords as practice } from '#lib/web/practice-words'
import account from './messages/en/account.json' with { type: 'json' }
import certificates from './messages/en/certificates.json' with { type: 'json' }
import common from './messages/en/common.json' with { type: 'json' }
import fields from './messages/en/fields.json' with { type: 'json' }
import help from './messages/en/help.json' with { type: 'json' }
import lesson from './messages/en/lesson.json' with { type: 'json' }
import notices from './messages/en/notices.json' with { type: 'json' }
import people from './messages/en/people.json' with { type: 'json' }
import problems from './messages/en/problems.json' with { type: 'json' }
import quiz from './messages/en/quiz.json' with { type: 'json' }
import refusals from './messages/en/refusals.json' with { type: 'json' }
import training from './messages/en/training.json' with { type: 'json' }

/** One file a namespace, so that two people seldom edit the same one. */
export const messages = {
  en: {
    account,
    certificates,
    common,
    fields,
    help,
    lesson,
    notices,
    people,
    practice,
    problems,
    quiz,
    refusals,
    training,
  },
}
