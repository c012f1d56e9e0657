/** The number of the block at the top of the screen, from 1. */
export function placeNow(): number {
  const blocks = [...document.querySelectorAll('[id^="block-"]')]
  const top = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 90)
  return (top < 0 ? blocks.length : top + 1) || 1
}
