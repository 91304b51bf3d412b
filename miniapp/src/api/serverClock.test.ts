import { createServerClock } from './serverClock'

const at = (time: string) => Date.parse(`2026-11-21T${time}+08:00`)

test('before the first answer the device is believed', () => {
  expect(createServerClock(() => at('10:00:00')).now()).toEqual(new Date(at('10:00:00')))
})

test('a device that is an hour fast shows the portal’s time', () => {
  const clock = createServerClock(() => at('11:00:10'))
  clock.note('2026-11-21T10:00:01+08:00', at('11:00:00'), at('11:00:02'))
  expect(clock.now()).toEqual(new Date(at('10:00:10')))
})

test('the quickest answer is the most exact one, until it is old', () => {
  const clock = createServerClock(() => at('10:00:00'))
  clock.note('2026-11-21T10:05:00+08:00', at('10:00:00'), at('10:00:00'))
  clock.note('2026-11-21T10:09:00+08:00', at('10:00:00'), at('10:00:04'))
  expect(clock.now()).toEqual(new Date(at('10:05:00')))
  clock.note('2026-11-21T10:31:00+08:00', at('10:30:00'), at('10:30:02'))
  expect(clock.now()).toEqual(new Date(at('10:00:59')))
})

test('what is no instant is passed over', () => {
  const clock = createServerClock(() => at('10:00:00'))
  clock.note('yesterday', at('10:00:00'), at('10:00:00'))
  expect(clock.now()).toEqual(new Date(at('10:00:00')))
})
