/** The names of a city's places, in every form in which people write them. */
import type { City } from '../../cities/cityData'

/** Syllables of a text, one per character: `毓璜顶` → `yu huang ding`; what has no sound stands for itself. */
export type Read = (text: string) => readonly string[]

/**
 * `whole`: as the list has it (毓璜顶街道). `other`: a name that the city's data give besides (高新区). `short`: without
 * what it is (毓璜顶), which may be a road, a hospital or a word of every day as well.
 */
export type Form = 'whole' | 'other' | 'short'

export interface PlaceName {
  readonly district: string
  /** Absent: the district itself. */
  readonly street?: string | undefined
  readonly form: Form
  readonly text: string
  readonly sounds: readonly string[]
}

export interface Gazetteer {
  readonly names: readonly PlaceName[]
}

const DISTRICT_SORT = /(区|市|县)$/
const STREET_SORT = /(街道|镇|乡)$/

/** One character alone is in every other sentence. */
const LEAST_SHORT = 2

const shortForms = (name: string, sort: RegExp): string[] => {
  const short = name.replace(sort, '')
  return short !== name && [...short].length >= LEAST_SHORT ? [short] : []
}

/** @param read how the names sound; done once, when the city is read. */
export const gazetteer = ({ districts }: Pick<City, 'districts'>, read: Read): Gazetteer => {
  const named = (district: string, street: string | undefined, form: Form, text: string): PlaceName => ({
    district,
    street,
    form,
    text,
    sounds: read(text),
  })
  const names = districts.flatMap(({ id, name, otherNames = [], streets }) => {
    return [
      named(id, undefined, 'whole', name),
      ...otherNames.map((other) => named(id, undefined, 'other', other)),
      ...shortForms(name, DISTRICT_SORT).map((short) => named(id, undefined, 'short', short)),
      ...streets.flatMap((street) => [
        named(id, street.id, 'whole', street.name),
        ...shortForms(street.name, STREET_SORT).map((short) => named(id, street.id, 'short', short)),
      ]),
    ]
  })
  return { names }
}
