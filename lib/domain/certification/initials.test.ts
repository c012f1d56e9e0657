import { expect, test } from 'vitest'
import { initialsOf } from '#lib/domain/certification/initials'

test.each([
  ['Nadia Rahman', 'N. R.'],
  ['nadia rahman', 'N. R.'],
  ['Łukasz Ñuñez', 'Ł. Ñ.'],
  ['E\u0301lodie D\u2019Arcy', 'É. D.'],
  ['Ludwig van der Berg', 'L. B.'],
  ['María José García Lorca', 'M. L.'],
  ['Anne-Marie Dupont', 'A. D.'],
  ['(Bob) “Buddy” Smith', 'B. S.'],
  ['Madonna', 'M.'],
  ['  Omar \u00a0 Haddad ', 'O. H.'],
  ['Αθηνά Παπαδοπούλου', 'Α. Π.'],
  ['Юрий Шевченко', 'Ю. Ш.'],
  ['محمد عبد الله', 'م. ا.'],
  ['דוד כהן', 'ד. כ.'],
  ['प्रिया शर्मा', 'प. श.'],
  ['王小明', '王.'],
  ['김 민준', '김. 민.'],
  ['ßeta x', 'ß. X.'],
  ['Nadia \u202eRahman', 'N. R.'],
  ['𐐨𐐩 𐐪', '𐐀. 𐐂.'],
  ['Nadia 😀', 'N.'],
  ['— ·', ''],
  ['', ''],
])('%s is shown as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('nothing of a name but two letters is ever shown', () => {
  const shown = initialsOf('Alexandra Beatrice Charlotte Dorothea Elizabeth')
  expect(shown).toBe('A. E.')
})
