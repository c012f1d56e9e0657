// The way out, which must work before anything else on the page does: so it is a file of its own, in front of every other
// script. A click on a link marked data-quick-exit, or Shift three times within five seconds, blanks the page at once and
// then replaces it, so that the back button does not lead here. Nothing is submitted.

const windowMs = 5000
let presses = []

function leave(address) {
  document.documentElement.hidden = true
  document.title = ''
  window.location.replace(address)
}

const exit = () => document.querySelector('a[data-quick-exit]')

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('a[data-quick-exit]')
  if (!link) return
  event.preventDefault()
  leave(link.href)
})

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Shift') presses = []
  else if (!event.repeat) {
    presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < windowMs)
    const link = presses.length >= 3 && exit()
    if (link) leave(link.href)
  }
})
