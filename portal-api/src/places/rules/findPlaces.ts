/**
 * Which district and street a person means who writes an address freely: 「毓璜顶附近」, 「玉皇顶街道」, 「yuhuangding」.
 * What is found is a proposal. Names that are words of every day (文化、幸福) count only where they cannot be a road's.
 */
import type { Form, Gazetteer, PlaceName, Read } from './gazetteer'

export interface FoundPlace {
  readonly district: string
  readonly street?: string | undefined
  /** The words that led to it, as they were written. */
  readonly matched: string
  /** Nothing else can be meant: may be filled in without asking. */
  readonly sure: boolean
}

interface Hit {
  readonly name: PlaceName
  readonly from: number
  readonly until: number
  readonly weight: number
}

/** More than these are no help. */
const MOST = 5
/** Names of so many syllables do not sound like another word by chance. */
const RARE = 3
const LEAST_LETTERS = 4
const LEAST_INITIALS = 3

/** After a short name: the person means the place, not something that is named after it. */
const STANDS_ALONE =
  /^(街道|街办|办事处|镇|乡|附近|那边|这边|这里|那里|一带|周边|片区|境内|的|[\s\d，。、；,.;（(]|$)/
/** Before it: 「东回里」 is a village of its own, 「芝罘区东山」 is not. */
const BEGINS_ANEW = /(^|[^\u4e00-\u9fff]|[在到去往从住是区市县镇乡道省台州])$/
/** Roads, waters and islands carry names from elsewhere: 「福山路」 is not in 福山. */
const NAMED_AFTER = /^([东西南北中]?[路街巷道桥湾岛河湖港屯]|大街|大道|胡同)(?!道)/

const WEIGHTS: Record<Form, number> = { whole: 100, other: 90, short: 60 }
const HOMOPHONE_LESS = 20
const RARE_INSIDE = 50
const WITH_ITS_DISTRICT = 40
const DISTRICT_OPENS = 70
/** From here on a hit is as good as the name itself. */
const SURE = 60

const weigh = (name: PlaceName, text: string, from: number, until: number, sounds: boolean): number => {
  const less = sounds ? HOMOPHONE_LESS : 0
  const after = text.slice(until)
  if (name.form !== 'short') return WEIGHTS[name.form] - less
  if (STANDS_ALONE.test(after) && BEGINS_ANEW.test(text.slice(0, from))) return WEIGHTS.short - less
  if (NAMED_AFTER.test(after)) return 0
  if (name.street === undefined && from === 0) return DISTRICT_OPENS - less
  if (name.sounds.length >= RARE) return RARE_INSIDE - less
  return sounds ? 0 : WITH_ITS_DISTRICT - 1
}

const occurrences = (text: string, part: string): number[] => {
  const found: number[] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at)
  return found
}

const written = (text: string, { names }: Gazetteer): Hit[] =>
  names.flatMap((name) =>
    occurrences(text, name.text).map((from) => {
      const until = from + name.text.length
      return { name, from, until, weight: weigh(name, text, from, until, false) }
    }),
  )

/** Written as it sounds, with other characters. Two syllables alone sound like too much. */
const sounded = (text: string, { names }: Gazetteer, read: Read): Hit[] => {
  const sounds = read(text)
  return names.flatMap((name) => {
    const length = name.sounds.length
    if (length < RARE) return []
    return sounds.flatMap((_, from): Hit[] => {
      if (!name.sounds.every((sound, i) => sounds[from + i] === sound)) return []
      const until = from + length
      return [{ name, from, until, weight: weigh(name, text, from, until, true) }]
    })
  })
}

/** Typed in Latin letters: the sounds, or the first letter of each. */
const spelled = (text: string, { names }: Gazetteer): Hit[] => {
  const letters = text.replace(/[\s'’-]/g, '').toLowerCase()
  if (!/^[a-z]+$/.test(letters)) return []
  return names.flatMap((name): Hit[] => {
    const whole = name.sounds.join('')
    const initials = name.sounds.map((sound) => sound.slice(0, 1)).join('')
    const hit = (weight: number): Hit[] => [{ name, from: 0, until: text.length, weight }]
    if (letters.length >= LEAST_LETTERS && whole === letters) return hit(WEIGHTS[name.form] - HOMOPHONE_LESS)
    if (letters.length >= LEAST_LETTERS && whole.startsWith(letters)) return hit(WITH_ITS_DISTRICT)
    return letters.length >= LEAST_INITIALS && initials === letters ? hit(WITH_ITS_DISTRICT) : []
  })
}

/** What stands within a longer name is that name's: 芝罘 in 芝罘岛街道, 莱山 in 莱山街道. */
const longestOnly = (hits: readonly Hit[]): Hit[] =>
  hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other.from <= hit.from &&
          hit.until <= other.until &&
          other.until - other.from > hit.until - hit.from,
      ),
  )

const sameWords = (one: Hit, other: Hit): boolean => one.from < other.until && other.from < one.until

interface Weighed extends FoundPlace {
  readonly weight: number
}

/** A street together with its district, where both were written; a district alone where no street of it was. */
const together = (hits: readonly Hit[], text: string): Weighed[] => {
  const districts = hits.filter((hit) => hit.name.street === undefined && hit.weight >= SURE)
  const named = new Set(districts.map((hit) => hit.name.district))
  const streets = hits.filter(
    ({ name }) => name.street !== undefined && (named.size === 0 || named.has(name.district)),
  )
  const ofStreets = streets.flatMap((hit): Weighed[] => {
    const { district, street } = hit.name
    const own = districts.find((one) => one.name.district === district && !sameWords(one, hit))
    // 「莱山附近」 is the district as well as the street of that name: nobody can tell, so the district goes first.
    const shared = own === undefined && districts.some((one) => sameWords(one, hit))
    const weight = shared ? WITH_ITS_DISTRICT : hit.weight + (own === undefined ? 0 : WITH_ITS_DISTRICT)
    // A word of every day is a place only beside its district.
    if (weight < WITH_ITS_DISTRICT) return []
    const matched =
      own === undefined
        ? text.slice(hit.from, hit.until)
        : text.slice(Math.min(own.from, hit.from), Math.max(own.until, hit.until))
    // Villages elsewhere are called like towns: a street's short name alone is asked about, never filled in.
    const sure = weight >= SURE && (own !== undefined || hit.name.form !== 'short')
    return [{ district, street, matched, weight, sure }]
  })
  const withStreet = new Set(ofStreets.filter(({ sure }) => sure).map(({ district }) => district))
  const alone = hits.filter(
    ({ name, weight }) => name.street === undefined && weight > 0 && !withStreet.has(name.district),
  )
  return [
    ...alone.map((hit) => ({
      district: hit.name.district,
      matched: text.slice(hit.from, hit.until),
      weight: hit.weight,
      sure: hit.weight >= SURE,
    })),
    ...ofStreets,
  ]
}

const keyOf = ({ district, street }: Pick<FoundPlace, 'district' | 'street'>) => `${district} ${street ?? ''}`

/** @param text what the person wrote, at most some hundred characters. @returns the likeliest first, at most five. */
export const findPlaces = (text: string, places: Gazetteer, read: Read): FoundPlace[] => {
  const exact = longestOnly(written(text, places))
  const about = exact.some((hit) => hit.name.street !== undefined && hit.weight >= RARE_INSIDE)
    ? []
    : longestOnly([...sounded(text, places, read), ...spelled(text, places)])
  const byName = new Map<string, Hit>()
  for (const hit of [...exact, ...about]) {
    const before = byName.get(keyOf(hit.name))
    if (hit.weight > (before?.weight ?? 0)) byName.set(keyOf(hit.name), hit)
  }
  const found = together([...byName.values()], text).sort((a, b) => b.weight - a.weight)
  const [first, second] = found
  const decided = first?.sure === true && (second === undefined || !second.sure)
  return found.slice(0, MOST).map(({ district, street, matched }, at) => ({
    district,
    ...(street === undefined ? {} : { street }),
    matched,
    sure: at === 0 && decided,
  }))
}
