import { TooLate, within } from './deadline'

test('what comes in time is passed on, good or bad', async () => {
  await expect(within(60_000, Promise.resolve('here'))).resolves.toBe('here')
  await expect(within(60_000, Promise.reject(new Error('no')))).rejects.toThrow('no')
})

test('what never comes is too late', async () => {
  await expect(within(1, new Promise(() => undefined))).rejects.toThrow(TooLate)
})
