import { sentence } from './sentence'
import { after, at, handlerOf, submitted, undecided } from './testSupport'

const NOW = at('2026-11-20T09:00')

test('says who, what and by when', () => {
  const order = submitted(NOW)
  expect(sentence(order, '市水务局', NOW)).toBe(
    '已派给市水务局，等待签收，最迟 11月27日（周五）24:00 前答复您。',
  )
  const handling = after(order, { type: 'received', at: NOW, by: handlerOf(order) })
  expect(sentence(handling, '市水务局', NOW)).toBe('市水务局正在办理，最迟 11月27日（周五）24:00 前答复您。')
})

test('names the half hour first, and does not hide lateness', () => {
  const order = submitted(NOW, { category: 'utilities/water-outage' })
  expect(sentence(order, '市水务局', NOW)).toContain('最迟 11月20日（周五）09:30 前向您说明原因')
  expect(sentence(order, '市水务局', at('2026-11-20T09:31'))).toContain(
    '应在 11月20日（周五）09:30 前向您说明原因，已经超时',
  )
})

test('an insisted appeal is told that a person reads it', () => {
  expect(sentence({ ...undecided(NOW), insisted: true }, undefined, NOW)).toContain('工作人员会看')
  expect(sentence(undecided(NOW), undefined, NOW)).toBe('我们已经收到，正在等待受理。')
})
