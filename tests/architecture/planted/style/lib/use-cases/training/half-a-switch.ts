// plant: nursery/useExhaustiveSwitchCases
type Kind = 'open' | 'scored'

export function word(kind: Kind): string {
  let text = ''
  switch (kind) {
    case 'open':
      text = 'Open'
  }
  return text
}
