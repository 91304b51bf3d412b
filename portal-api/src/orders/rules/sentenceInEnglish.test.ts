import { sentenceInEnglish } from './sentenceInEnglish'
import { after, at, handlerOf, submitted, undecided } from './testSupport'

const NOW = at('2026-11-20T09:00')

test('says who, what and by when', () => {
  const order = submitted(NOW)
  expect(sentenceInEnglish(order, '市水务局', NOW)).toBe(
    'Sent to 市水务局, which has to take it over. You will have a reply by Fri 27 Nov, 24:00.',
  )
  const handling = after(order, { type: 'received', at: NOW, by: handlerOf(order) })
  expect(sentenceInEnglish(handling, '市水务局', NOW)).toBe(
    '市水务局 is handling it. You will have a reply by Fri 27 Nov, 24:00.',
  )
})

test('names the half hour first, and does not hide lateness', () => {
  const order = submitted(NOW, { category: 'utilities/water-outage' })
  expect(sentenceInEnglish(order, undefined, NOW)).toContain(
    'You will be told the cause by Fri 20 Nov, 09:30.',
  )
  expect(sentenceInEnglish(order, undefined, at('2026-11-20T09:31'))).toContain(
    'This was due by Fri 20 Nov, 09:30 and is overdue.',
  )
})

test('an insisted appeal is told that a person reads it', () => {
  expect(sentenceInEnglish({ ...undecided(NOW), insisted: true }, undefined, NOW)).toContain(
    'Staff will read',
  )
})
