import fc from 'fast-check'
import { Best } from './best'

test('keeps what sorting everything would put first, of equal scores the lower places', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 })), fc.integer({ min: 1, max: 8 }), (scores, most) => {
      const best = new Best(most)
      scores.forEach((score, place) => {
        if (best.takes(place, score)) best.add(place, score)
      })
      const sorted = scores
        .map((score, place) => ({ score, place }))
        .sort((a, b) => b.score - a.score || a.place - b.place)
        .slice(0, most)
        .map(({ place }) => place)
      expect(best.list()).toEqual(sorted)
    }),
  )
})

test('takes nothing worse than all it has', () => {
  const best = new Best(2)
  best.add(7, 3)
  best.add(8, 5)
  expect([best.takes(9, 3), best.takes(6, 3), best.takes(9, 4)]).toEqual([false, true, true])
})
