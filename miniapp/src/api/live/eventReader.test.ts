import fc from 'fast-check'
import { makeEventReader } from './eventReader'

const readAll = (pieces: readonly string[]): string[] => {
  const taken: string[] = []
  const read = makeEventReader((event, data) => taken.push(`${event}|${data}`))
  pieces.forEach(read)
  return taken
}

const TEXT = [
  'retry: 3000\n\n',
  ': still here\n\n',
  'event: changed\ndata: {"number":"2611237130589160","version":4}\n\n',
  'event:changed\r\ndata:{"number":"2611237130589160"}\r\n\r\n',
  'data: 一\ndata: 二\n\n',
  'event: changed\n\n',
  'event: changed\ndata: cut off',
].join('')
const EVENTS = [
  'changed|{"number":"2611237130589160","version":4}',
  'changed|{"number":"2611237130589160"}',
  '|一\n二',
]

test('events with data are taken; comments, hints and what is not finished are not', () => {
  expect(readAll([TEXT])).toEqual(EVENTS)
})

test('wherever the text is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(TEXT.length), { maxLength: 20 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), TEXT.length]
      expect(readAll(places.slice(1).map((end, i) => TEXT.slice(places[i], end)))).toEqual(EVENTS)
    }),
  )
})
