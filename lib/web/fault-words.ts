import common from './messages/en/common.json' with { type: 'json' }

/** What a page says that failed. It stands by itself, since what usually brings the words may be what failed. */
export const faultWords = {
  title: common.faultTitle,
  body: common.faultBody,
  again: common.tryAgain,
  help: common.help,
}

/** What a page says that does not exist. It goes along with every page, in the script that shows faults. */
export const notFoundWords = {
  title: common.notFoundTitle,
  body: common.notFoundBody,
  start: common.toStart,
  help: common.help,
  leave: common.leaveNow,
  leaveHint: common.leaveNowHint,
}
