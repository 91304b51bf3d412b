import { highlights } from './highlights'

test.each([
  ['neighbouring terms become one stretch', ['停水停电怎么办'], ['停水', '水停', '停电'], ['停水停电']],
  ['separate stretches stay apart, in order', ['停水后又停电'], ['停电', '停水'], ['停水', '停电']],
  ['as it stands in the text', ['拨 １２３４５ 热线'], ['12345'], ['１２３４５']],
  ['each stretch once', ['停水', '停水了'], ['停水'], ['停水']],
  ['nothing found', ['停水'], ['停电'], []],
])('%s', (_, texts, found, expected) => {
  expect(highlights(texts, new Set(found))).toEqual(expected)
})
