/** Every pair of colours that stand on each other, in light and in dark, against WCAG 2.2: texts 4.5:1, outlines and marks of controls 3:1. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Colour = readonly [red: number, green: number, blue: number, veil: number]

const source = readFileSync(join(__dirname, 'tokens.scss'), 'utf8')
const [LIGHT = '', DARK = ''] = source.split('@media (prefers-color-scheme: dark)')

const tokensIn = (text: string): Record<string, string> => {
  const tokens: Record<string, string> = {}
  for (const [, name = '', value = ''] of text.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6}|rgba\([^)]+\));/g))
    tokens[name] = value
  return tokens
}

const light = tokensIn(LIGHT)
const SCHEMES = { light, dark: { ...light, ...tokensIn(DARK) } }

const colourOf = (value: string): Colour => {
  const parts = value.startsWith('#')
    ? [1, 3, 5].map((at) => parseInt(value.slice(at, at + 2), 16))
    : (value.match(/[\d.]+/g) ?? []).map(Number)
  const [red = NaN, green = NaN, blue = NaN, veil = 1] = parts
  return [red, green, blue, veil]
}

/** A veil over the ground below it. */
const over = ([red, green, blue, veil]: Colour, ground: Colour): Colour => {
  const mix = (top: number, below: number) => top * veil + below * (1 - veil)
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2]), 1]
}

const luminance = ([red, green, blue]: Colour): number => {
  const linear = (channel: number) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

const contrast = (one: Colour, other: Colour): number => {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

/** What is written on which ground; a tint lies on a card or on the page. */
const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  ['text', ['page', 'card', 'sunken', 'primary-tint', 'in-time-tint', 'soon-tint', 'late-tint', 'mark']],
  ['muted', ['page', 'card', 'sunken', 'primary-tint']],
  ['primary', ['page', 'card', 'sunken', 'primary-tint']],
  ['on-primary', ['primary', 'primary-strong']],
  ['in-time', ['page', 'card', 'in-time-tint']],
  ['soon', ['page', 'card', 'soon-tint']],
  ['late', ['page', 'card', 'late-tint']],
  ['page', ['text']],
]
const MARKS: readonly (readonly [string, readonly string[]])[] = [
  ['outline', ['page', 'card']],
  ['primary', ['page', 'card', 'primary-tint']],
  ['late', ['card', 'late-tint']],
]

const GROUNDS = ['page', 'card'] as const

const pairs = (of: typeof TEXTS, least: number) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    of.flatMap(([front, backs]) =>
      backs.flatMap((back) => GROUNDS.map((ground) => ({ scheme, front, back, ground, least }))),
    ),
  )

test.each([...pairs(TEXTS, 4.5), ...pairs(MARKS, 3)])(
  '$scheme: $front on $back over $ground is at least $least:1',
  ({ scheme, front, back, ground, least }) => {
    const token = (name: string): Colour => colourOf(SCHEMES[scheme][name] ?? '')
    expect(contrast(token(front), over(token(back), token(ground)))).toBeGreaterThanOrEqual(least)
  },
)

test('a token that is missing is no contrast', () => {
  expect(contrast(colourOf(''), colourOf('#ffffff'))).toBeNaN()
})

test('the measure is that of WCAG', () => {
  expect(contrast(colourOf('#000000'), colourOf('#ffffff'))).toBeCloseTo(21, 5)
  expect(contrast(colourOf('#777777'), colourOf('#ffffff'))).toBeCloseTo(4.48, 2)
})
