import type { Replayable } from '../orders/order.store'
import { readAppealLines, storedAppeals } from './replayedAppeals'

const NOW = new Date('2026-11-23T09:00:00+08:00')

test('lines become appeals, with what they leave out filled in', () => {
  const text = [
    '{"id":"a","category":"city/roads","district":"370602","text":"路坏了","at":"2026-06-01T09:00:00+08:00"}',
    '',
    '{"requester":"enterprise","kind":"consult","facts":["urgent-public-opinion"]}',
    '{"city":"fuzhou","text":"别处的"}',
  ].join('\r\n')
  expect(readAppealLines(text, 'yantai', NOW)).toEqual({
    appeals: [
      {
        id: 'a',
        requester: 'citizen',
        kind: 'complaint',
        category: 'city/roads',
        district: '370602',
        facts: [],
        text: '路坏了',
        at: new Date('2026-06-01T09:00:00+08:00'),
      },
      {
        id: '3',
        requester: 'enterprise',
        kind: 'consult',
        facts: ['urgent-public-opinion'],
        text: '',
        at: NOW,
      },
    ],
    elsewhere: 1,
    problems: [],
  })
})

test('lines that cannot be read are named', () => {
  const { appeals, problems } = readAppealLines('oops\n{"kind":"rant"}\n{"text":"好的"}', 'yantai', NOW)
  expect(appeals).toHaveLength(1)
  expect(problems).toEqual([expect.stringMatching(/^line 1: /), expect.stringMatching(/^line 2: kind: /)])
})

test('stored orders are read page by page, the newest first, down to the first number of the day', async () => {
  const stored = ['2611 2230 0000 0000', '2611 2121 0000 0000'].map((number) => ({
    order: { number, submittedAt: NOW, place: {} },
  }))
  const asked: [string, object][] = []
  const orders = {
    replayable: (city: string, range: object) => {
      asked.push([city, range])
      // Of an order only what is asked for above matters here.
      return Promise.resolve(stored.splice(0, 1) as unknown as Replayable[])
    },
  }
  const ids: string[] = []
  for await (const page of storedAppeals(orders, 'yantai', '2026-11-21'))
    ids.push(...page.map(({ id }) => id))
  expect(ids).toEqual(['2611 2230 0000 0000', '2611 2121 0000 0000'])
  // The numbers of that day begin so: 2611 1210 …
  expect(asked).toEqual([
    ['yantai', { from: '26111210', before: undefined }],
    ['yantai', { from: '26111210', before: '2611 2230 0000 0000' }],
    ['yantai', { from: '26111210', before: '2611 2121 0000 0000' }],
  ])
})
