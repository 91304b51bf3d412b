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

test('stored orders are read page by page from the first number of the day', async () => {
  const asked: [string, string][] = []
  const appeals = await storedAppeals(
    {
      replayable: (city, after) => {
        asked.push([city, after])
        return Promise.resolve([])
      },
    },
    'yantai',
    '2026-11-21',
  )
  expect(appeals).toEqual([])
  // The numbers of that day begin so: 2611 1210 …
  expect(asked).toEqual([['yantai', '26111210']])
})
