/** Where the first field stands that is not right, so that whoever pressed the button is taken there. */
import type { ApiProblem } from '../../../api/problem'
import { type EntryForm, isWritten, type LinkForm, type PhoneForm, type SectionForm } from './entryForm'

/** As they stand on the page, from the top. */
const FIELDS = [
  'title',
  'phrasings',
  'shortAnswer',
  'sections',
  'attachments',
  'phones',
  'links',
  'source',
  'validFrom',
  'validUntil',
  'checkedOn',
  'districts',
  'audience',
  'topic',
  'sharedWith',
  'related',
] as const

/** Only rows with something in them are sent: which row of the form was number `at` of those? */
const rowOf = (rows: readonly (SectionForm | PhoneForm | LinkForm)[], at: string): number => {
  const written = rows.flatMap((row, i) => (isWritten(row) ? [i] : []))
  return written[Number(at)] ?? 0
}

const SOURCE: Record<string, string> = { item: 'item', quote: 'quote', url: 'sourceUrl' }

const elementOf = (form: EntryForm, [field, at, part]: readonly string[]): string => {
  switch (field) {
    case 'sections':
      return at === undefined || part === undefined
        ? 'knowledge-sections'
        : `knowledge-section-${String(rowOf(form.sections, at))}-${part}`
    case 'attachments':
      return at === undefined ? 'knowledge-files' : `knowledge-file-${at}-name`
    case 'phones':
    case 'links':
      return at === undefined || part === undefined
        ? `knowledge-${field}`
        : `knowledge-${field}-${String(rowOf(form[field], at))}-${part}`
    case 'source':
      return `knowledge-${(at === undefined ? undefined : SOURCE[at]) ?? 'document'}`
    default:
      return `knowledge-${field ?? ''}`
  }
}

/** @returns the element's id, or undefined where no field of the entry was refused. */
export const firstFaulty = (fields: ApiProblem['fields'], form: EntryForm): string | undefined => {
  const paths = fields.flatMap(({ path }) => {
    const [, root, ...rest] = path.split('/')
    return root === 'content' ? [rest] : []
  })
  const placeOf = ([field, at = '0']: readonly string[]): number => {
    const place = FIELDS.findIndex((one) => one === field)
    const row = Number(at)
    return (place === -1 ? FIELDS.length : place) + (Number.isInteger(row) ? row / 1000 : 0)
  }
  const [first] = [...paths].sort((a, b) => placeOf(a) - placeOf(b))
  return first === undefined ? undefined : elementOf(form, first)
}

/** The same of what goes with a step. */
export const firstFaultyStep = (fields: ApiProblem['fields']): string | undefined => {
  if (fields.some(({ path }) => path === '/why')) return 'knowledge-step-why'
  return fields.some(({ path }) => path.startsWith('/settles')) ? 'knowledge-settled' : undefined
}
