import { afterEach, beforeEach, expect, vi } from 'vitest'

const printed = vi.fn<(...words: unknown[]) => void>()

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(printed)
})

// Nobody reads a green run's output, so an error that is only printed is an error that is lost.
afterEach(() => {
  const calls = [...printed.mock.calls]
  vi.restoreAllMocks()
  printed.mockReset()
  expect(calls, 'console.error was called').toEqual([])
})
