import common from './messages/en/common.json' with { type: 'json' }

/** What a page says that failed. It stands by itself, since what usually brings the words may be what failed. */
export const faultWords = {
  title: common.faultTitle,
  body: common.faultBody,
  again: common.tryAgain,
  help: common.help,
}
