/** What beside the words makes two matters alike, and how much each counts. */
import type { Matter } from './matter'

/** Measured by `npm run bench -- duplicates`, which also says what each part is worth. */
export interface Tuning {
  /** Words of the first so many matters widen the question; 0: none do. */
  readonly feedback: number
  /** From this cosine on. */
  readonly feedbackFloor: number
  /** So many are looked at more closely. */
  readonly candidates: number
  /** What is left of the score where the places have nothing in common. */
  readonly noPlace: number
  /** How far places agree where nobody names one. */
  readonly unnamed: number
  /** From this cosine a text begins to count as a copy, whatever places it names; at the other it is one. */
  readonly copyFrom: number
  readonly copyAt: number
  /** What time can take away at most, and how fast, in days. */
  readonly time: number
  readonly days: number
}

export const TUNING: Tuning = {
  feedback: 5,
  feedbackFloor: 0.1,
  candidates: 300,
  noPlace: 0.05,
  unnamed: 0.5,
  copyFrom: 0.5,
  copyAt: 0.8,
  time: 0.2,
  days: 180,
}

/** 0 to 1. */
export const copyOf = (cosine: number, { copyFrom, copyAt }: Tuning): number =>
  Math.min(1, Math.max(0, (cosine - copyFrom) / (copyAt - copyFrom)))

/** @param days between the two. */
export const nearness = (days: number, { time, days: fading }: Tuning): number =>
  1 - time + time * Math.exp(-days / fading)

const OTHER_DISTRICT = 0.7
const SAME_STREET = 1.15
const OTHER_GROUP = 0.7
const OTHER_CATEGORY = 0.85

const groupOf = (category: string): string => category.slice(0, category.indexOf('/'))

/** What was given in fields, where both have it: district, street, category. */
export const byFields = (a: Matter, b: Matter): number => {
  const otherDistrict = a.district !== undefined && b.district !== undefined && a.district !== b.district
  const sameStreet = a.street !== undefined && a.street === b.street
  const place = otherDistrict ? OTHER_DISTRICT : sameStreet ? SAME_STREET : 1
  if (a.category === undefined || b.category === undefined || a.category === b.category) return place
  return place * (groupOf(a.category) === groupOf(b.category) ? OTHER_CATEGORY : OTHER_GROUP)
}
