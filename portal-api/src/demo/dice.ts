/** Chance that can be repeated: the same seed gives the same throws (mulberry32). */
export interface Dice {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  pick<T>(list: readonly [T, ...T[]]): T
  /** True about `percent` times in a hundred. */
  chance(percent: number): boolean
}

/** FNV-1a of a text. */
const hash = (text: string): number =>
  [...text].reduce((h, char) => Math.imul(h ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0, 2_166_136_261)

export const makeDice = (seed: string): Dice => {
  let state = hash(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    chance: (percent) => next() * 100 < percent,
  }
}
