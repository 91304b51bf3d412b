import { fillIn } from './firstWords'

const page = (city: string) =>
  `<html lang="zh" data-first-city="${city}"><h1 class="a" data-city="promise">本市</h1><i data-city="name"></i><b>本市</b>`
const wordsOf = (city: string) =>
  city === 'yantai' ? { promise: '每一件都有回音', name: '<烟台>&' } : undefined

test('the city’s words stand where the document wants them, as text', () => {
  expect(fillIn(page('yantai'), wordsOf)).toBe(
    '<html lang="zh" data-first-city="yantai"><h1 class="a" data-city="promise">每一件都有回音</h1>' +
      '<i data-city="name">&lt;烟台&gt;&amp;</i><b>本市</b>',
  )
})

test('a document that wants none, or those of a city that is not there, stays as it is', () => {
  expect(fillIn('<html data-first-city="yantai"><p>提诉求</p>', wordsOf)).toBeUndefined()
  expect(fillIn(page('atlantis'), wordsOf)).toBeUndefined()
})
