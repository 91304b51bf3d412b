import Taro from '../../test-stubs/taro'
import { randomBytes } from '../platform/random.h5'
import { newCommandId } from './commandId'

/** What WeChat would answer; undefined is a WeChat that is too old. */
type Wechat = (options: {
  length: number
  success: (answer: { randomValues: ArrayBuffer }) => void
  fail: () => void
}) => void
const wechat = (draw: Wechat | undefined) => {
  Object.assign(Taro, { getRandomValues: draw })
}
afterEach(() => {
  wechat(undefined)
  jest.restoreAllMocks()
})

const FORM = /^[0-9a-z]+-[A-Za-z0-9_-]{22}$/
const secretOf = (id: string) => id.slice(-22)

test('an id is made of what WeChat drew, and of nothing that can be guessed', async () => {
  const guess = jest.spyOn(Math, 'random')
  wechat(({ length, success }) =>
    success({ randomValues: Uint8Array.from({ length }, (_, at) => at).buffer }),
  )
  const id = await newCommandId()
  expect(id).toMatch(FORM)
  expect(secretOf(id)).toBe('ABCDEFGHIJKLMNOPQRSTUV')
  expect(guess).not.toHaveBeenCalled()
})

test('all 64 letters come, each from as many bytes', async () => {
  const letters = new Map<string, number>()
  for (let first = 0; first < 256; first += 16) {
    wechat(({ length, success }) =>
      success({ randomValues: Uint8Array.from({ length }, (_, at) => first + (at % 16)).buffer }),
    )
    for (const letter of secretOf(await newCommandId()).slice(0, 16))
      letters.set(letter, (letters.get(letter) ?? 0) + 1)
  }
  expect(letters.size).toBe(64)
  expect(new Set(letters.values())).toEqual(new Set([4]))
})

test.each([
  ['that is too old', undefined],
  ['that fails', (({ fail }) => fail()) satisfies Wechat],
])('a WeChat %s still gets ids that differ', async (_, draw) => {
  wechat(draw)
  const ids = await Promise.all(Array.from({ length: 200 }, () => newCommandId()))
  expect(new Set(ids).size).toBe(200)
  ids.forEach((id) => expect(id).toMatch(FORM))
})

test('browsers draw as many bytes as they are asked for, others each time', async () => {
  const drawn = await Promise.all([randomBytes(22), randomBytes(22)])
  expect(drawn.map((bytes) => bytes?.length)).toEqual([22, 22])
  expect(drawn[0]).not.toEqual(drawn[1])
})
