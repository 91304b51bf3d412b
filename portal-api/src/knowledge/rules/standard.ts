/** The recording standard (采编标准): what is missing or doubtful in an entry, each with the field where it is put right. */
import {
  KNOWLEDGE_FINDINGS,
  type KnowledgeField,
  type KnowledgeFindingCode,
  SHORT_ANSWER_MOST,
} from '@jiesu/shared-types/vocabulary'
import type { EntryContent } from './entryContent'
import { questionKey } from './questionKey'

export interface Finding {
  readonly code: KnowledgeFindingCode
  readonly field: KnowledgeField
  /** The entry cannot be submitted with it. */
  readonly must: boolean
  /** A sentence for the editor. */
  readonly text: string
}

/** What the city's data know. */
export interface Directory {
  /** Every number that the city's data state, without hyphens and spaces. */
  readonly phones: ReadonlySet<string>
  readonly units: ReadonlySet<string>
  readonly districts: ReadonlySet<string>
  readonly topics: ReadonlySet<string>
}

export const NOTHING_STATED: Directory = {
  phones: new Set(),
  units: new Set(),
  districts: new Set(),
  topics: new Set(),
}

/** 0535-1234 and 05351234 are one number. */
export const plainNumber = (number: string): string => number.normalize('NFKC').replace(/[^\d]/g, '')

/** Short numbers, 95xxx and 96xxx, 400 and 800, mobiles, landlines with or without their area code and extension. */
const DIALLED = /^(1\d{2,4}|9[56]\d{3,6}|[48]00\d{7}|1[3-9]\d{9}|(0\d{2,3})?[2-9]\d{6,7})$/
const EXTENSION = /-\d{1,4}$/
/** Whether a telephone could be called by it; hyphens stand between digits only. */
export const isDialled = (number: string): boolean => {
  const written = number.normalize('NFKC')
  return (
    /^\d+(-\d+)*$/.test(written) &&
    [written, written.replace(EXTENSION, '')].some((one) => DIALLED.test(plainNumber(one)))
  )
}

const finding = (code: KnowledgeFindingCode, what = ''): Finding => {
  const { field, must, words } = KNOWLEDGE_FINDINGS[code]
  return { code, field, must, text: `${words}${what}` }
}
const isBlank = (text: string): boolean => text.trim() === ''
const FEW_PHRASINGS = 4

const LOOKS: Record<KnowledgeField, (entry: EntryContent, at: Directory, today: string) => Finding[]> = {
  title: ({ title }) => (isBlank(title) ? [finding('missing-title')] : []),
  phrasings: ({ title, phrasings }) => {
    const keys = [title, ...phrasings].map(questionKey)
    const again = phrasings.filter((_, i) => keys.slice(0, i + 1).includes(keys[i + 1] ?? ''))
    return [
      ...(phrasings.length < FEW_PHRASINGS ? [finding('few-phrasings')] : []),
      ...(again.length > 0 ? [finding('repeated-phrasing', [...new Set(again)].join('、'))] : []),
    ]
  },
  shortAnswer: ({ shortAnswer }) => {
    if (isBlank(shortAnswer)) return [finding('missing-short-answer')]
    return [...shortAnswer].length > SHORT_ANSWER_MOST ? [finding('long-short-answer')] : []
  },
  sections: ({ sections }) => {
    if (!sections.some(({ text }) => !isBlank(text))) return [finding('missing-sections')]
    return new Set(sections.map(({ heading }) => heading)).size < sections.length
      ? [finding('repeated-heading')]
      : []
  },
  attachments: () => [],
  phones: ({ phones }, at) =>
    phones
      .filter(({ number }) => !at.phones.has(plainNumber(number)))
      // A unit's own landline need not stand in the city's data: whoever publishes has read that it does not.
      .map(({ number }) => finding(isDialled(number) ? 'unknown-phone' : 'malformed-phone', number)),
  links: ({ links }) =>
    links.filter(({ url }) => !url.startsWith('https://')).map(({ url }) => finding('insecure-link', url)),
  source: ({ source }) => {
    if (isBlank(source.document)) return [finding('missing-source')]
    return isBlank(source.item) ? [finding('missing-source-item')] : []
  },
  validFrom: ({ validFrom }, _, today) =>
    validFrom !== undefined && validFrom > today ? [finding('not-yet-valid')] : [],
  validUntil: ({ validFrom, validUntil }, _, today) => {
    if (validUntil === undefined) return []
    if (validFrom !== undefined && validUntil < validFrom) return [finding('reversed-validity')]
    return validUntil < today ? [finding('expired-source')] : []
  },
  unit: ({ unit }, at) => (at.units.has(unit) ? [] : [finding('missing-unit')]),
  sharedWith: ({ sharedWith, unit }, at) =>
    sharedWith !== undefined && (sharedWith === unit || !at.units.has(sharedWith))
      ? [finding('shared-with-itself')]
      : [],
  topic: ({ topic }, at) => (at.topics.has(topic) ? [] : [finding('unknown-topic')]),
  districts: ({ districts }, at) =>
    districts.filter((id) => !at.districts.has(id)).map((id) => finding('unknown-district', id)),
  audience: () => [],
  related: () => [],
  checkedOn: ({ checkedOn }, _, today) => {
    if (checkedOn === undefined) return [finding('missing-checked-on')]
    return checkedOn > today ? [finding('checked-in-future')] : []
  },
}

/** @param today in Shanghai, YYYY-MM-DD. */
export const findingsOf = (entry: EntryContent, at: Directory, today: string): Finding[] =>
  Object.values(LOOKS).flatMap((look) => look(entry, at, today))
