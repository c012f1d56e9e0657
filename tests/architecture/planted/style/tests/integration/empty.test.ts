// plant: suspicious/useExpect
import { test } from 'vitest'

test('a promise is kept', () => {
  process.cwd()
})
