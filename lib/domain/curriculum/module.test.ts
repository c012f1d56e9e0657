import { expect, test } from 'vitest'
import { lastReviewOn } from '#lib/domain/curriculum/module'

test('the last review is the latest of them, in whatever order they stand, and none before the first', () => {
  const by = (on: string) => ({ name: 'Ana Ruiz', role: 'clinician', on })
  expect(lastReviewOn([by('2026-03-01'), by('2026-11-02'), by('2025-12-31')])).toBe('2026-11-02')
  expect(lastReviewOn([])).toBeNull()
})
