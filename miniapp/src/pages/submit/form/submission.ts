import type { CityProfile, FoundPlace, PlaceAnswer, SubmitOrderInput } from '@jiesu/shared-types'
import type {
  AgentRelation,
  AppealKind,
  Confidentiality,
  DeclaredFact,
  RequesterType,
} from '@jiesu/shared-types/vocabulary'
import { ELSEWHERE } from '@jiesu/shared-types/vocabulary'
import { submitWords as words } from '../../../words/submit'

interface KeptPhoto {
  /** Names it, and its file, on this device. */
  key: string
  /** The portal's id of what was uploaded; empty until then. */
  id: string
  thumbnail: string
  video?: true
}

/** What was written so far, as it is kept on the device. */
export interface Submission {
  /** The same until the portal has answered that the order exists; empty until it was drawn. */
  commandId: string
  /** The city that place and category belong to. */
  city: string
  text: string
  kind: AppealKind | ''
  category: string
  /** True once the person chose the category; then no suggestion overrides it. */
  categoryChosen: boolean
  /** Answer to the category's question. */
  fact: DeclaredFact | ''
  district: string
  street: string
  detail: string
  /** True once the person chose the place; then no words override it. */
  placeChosen: boolean
  /** 代办: the appeal is somebody else's. */
  forAnother: boolean
  requester: RequesterType
  confidentiality: Confidentiality | ''
  /** Of the person concerned. */
  name: string
  phone: string
  /** Of whoever writes for them. */
  agentName: string
  agentPhone: string
  agentRelation: AgentRelation | ''
  agentConsent: boolean
  enterpriseName: string
  creditCode: string
  photos: KeptPhoto[]
}

export const emptySubmission = (): Submission => ({
  commandId: '',
  city: '',
  text: '',
  kind: '',
  category: '',
  categoryChosen: false,
  fact: '',
  district: '',
  street: '',
  detail: '',
  placeChosen: false,
  forAnother: false,
  requester: 'citizen',
  confidentiality: '',
  name: '',
  phone: '',
  agentName: '',
  agentPhone: '',
  agentRelation: '',
  agentConsent: false,
  enterpriseName: '',
  creditCode: '',
  photos: [],
})

/**
 * For oneself, or for somebody else. What was typed as one's own name and number goes along with oneself: it never
 * becomes another person's, and turning back loses nothing.
 */
export const turnTo = (submission: Submission, forAnother: boolean): Partial<Submission> => {
  if (submission.forAnother === forAnother) return {}
  const { name, phone, agentName, agentPhone, confidentiality } = submission
  return {
    forAnother,
    name: agentName,
    phone: agentPhone,
    agentName: name,
    agentPhone: phone,
    // Who agreed to it cannot be nobody.
    ...(forAnother && confidentiality === 'anonymous' ? { confidentiality: '' } : {}),
  }
}

/** The same words in another city: what belongs to the former city's data is chosen anew, all else stays. */
export const moveToCity = (submission: Submission, profile: CityProfile): Partial<Submission> => {
  const keepsKind = profile.kinds.some((kind) => kind.id === submission.kind)
  const categories = profile.categories.flatMap((group) => group.categories)
  const keepsCategory = categories.some((category) => category.id === submission.category)
  return {
    city: profile.id,
    district: '',
    street: '',
    placeChosen: false,
    ...(keepsKind ? {} : { kind: '' }),
    ...(keepsCategory ? {} : { category: '', categoryChosen: false, fact: '' }),
  }
}

/** The place that was pressed. */
export const chosenPlace = (
  { district: before, street: streetBefore }: Submission,
  { district, street }: Pick<FoundPlace, 'district' | 'street'>,
): Partial<Submission> => ({
  district,
  street: street ?? (district === before ? streetBefore : ''),
  placeChosen: true,
})

/** What the written place says for certain is filled in, unless the person has chosen. */
export const afterWords = (submission: Submission, { places }: PlaceAnswer): Partial<Submission> => {
  const [first] = places
  if (first?.sure !== true || submission.placeChosen) return {}
  const { district, street } = first
  if (district === submission.district && (street ?? submission.street) === submission.street) return {}
  return { district, street: street ?? '' }
}

/** What the contract is asked to judge; what is empty here is reported by it in its place. */
export const toInput = (submission: Submission, city: string, insist: boolean): SubmitOrderInput => {
  const { kind, confidentiality, street, creditCode, fact } = submission
  return {
    commandId: submission.commandId,
    city,
    requester: submission.requester,
    // Empty means not chosen yet: the contract then says so.
    kind: kind as AppealKind,
    category: submission.category,
    ...(fact === '' ? {} : { fact }),
    place: { district: submission.district, detail: submission.detail, ...(street === '' ? {} : { street }) },
    text: submission.text,
    confidentiality: confidentiality as Confidentiality,
    ...(confidentiality === 'anonymous'
      ? {}
      : { contact: { name: submission.name, phone: submission.phone } }),
    ...(submission.forAnother
      ? {
          agent: {
            name: submission.agentName,
            phone: submission.agentPhone,
            relation: submission.agentRelation as AgentRelation,
            consent: submission.agentConsent as true,
          },
        }
      : {}),
    ...(submission.requester === 'enterprise'
      ? {
          enterprise: {
            name: submission.enterpriseName,
            ...(creditCode.trim() === '' ? {} : { creditCode }),
          },
        }
      : {}),
    attachments: submission.photos.map((photo) => photo.id),
    insist,
  }
}

/** JSON Pointer of a field in the contract → id of the control that shows it, in the order of the page. */
export const FIELDS = [
  { pointer: '/text', id: 'submit-text' },
  { pointer: '/insist', id: 'submit-findings' },
  { pointer: '/kind', id: 'submit-kind' },
  { pointer: '/category', id: 'submit-category' },
  { pointer: '/fact', id: 'submit-fact' },
  { pointer: '/place/detail', id: 'submit-detail' },
  { pointer: '/place/district', id: 'submit-district' },
  { pointer: '/place/street', id: 'submit-street' },
  { pointer: '/agent', id: 'submit-for' },
  { pointer: '/requester', id: 'submit-requester' },
  { pointer: '/enterprise/name', id: 'submit-enterprise' },
  { pointer: '/enterprise/creditCode', id: 'submit-credit-code' },
  { pointer: '/confidentiality', id: 'submit-confidentiality' },
  { pointer: '/contact/name', id: 'submit-name' },
  { pointer: '/contact/phone', id: 'submit-phone' },
  { pointer: '/agent/name', id: 'submit-agent-name' },
  { pointer: '/agent/phone', id: 'submit-agent-phone' },
  { pointer: '/agent/relation', id: 'submit-agent-relation' },
  { pointer: '/agent/consent', id: 'submit-agent-consent' },
  { pointer: '/attachments', id: 'submit-photos' },
] as const
export type FieldId = (typeof FIELDS)[number]['id']
export type Errors = Partial<Record<FieldId, string>>

/** A finding about a part (`/contact`, `/attachments/2`) stands at the field nearest to it. */
const fieldFor = (pointer: string) =>
  FIELDS.find((field) => field.pointer === pointer) ??
  FIELDS.find((field) => pointer.startsWith(`${field.pointer}/`) || field.pointer.startsWith(`${pointer}/`))

/** Findings of the contract, each at its place; the first one for a field counts. */
export const errorsByField = (problems: readonly { path: string; message: string }[]): Errors => {
  const errors: Errors = {}
  for (const { path, message } of problems) {
    const field = fieldFor(path)
    if (field !== undefined) errors[field.id] ??= message
  }
  return errors
}

/** Of several fields with errors, the one that stands first on the page. */
export const firstOf = (errors: Errors): FieldId | undefined => FIELDS.find((field) => field.id in errors)?.id

const fieldNames = (): Record<FieldId, string> => ({
  'submit-text': words.text,
  'submit-findings': words.findings,
  'submit-kind': words.kind,
  'submit-category': words.category,
  'submit-fact': words.fact,
  'submit-district': words.district,
  'submit-street': words.street,
  'submit-detail': words.detail,
  'submit-for': words.forWhom,
  'submit-requester': words.requester,
  'submit-enterprise': words.enterpriseName,
  'submit-credit-code': words.creditCode,
  'submit-confidentiality': words.confidentiality,
  'submit-name': words.name,
  'submit-phone': words.phone,
  'submit-agent-name': words.another.agentName,
  'submit-agent-phone': words.another.agentPhone,
  'submit-agent-relation': words.another.agentRelation,
  'submit-agent-consent': words.another.agentConsent,
  'submit-photos': words.photos,
})

/** What a field is called where the appeal is somebody else's. */
const namesForAnother = ({ requester }: Submission): Partial<Record<FieldId, string>> => ({
  'submit-requester': words.another.requester,
  'submit-name': words.another.name[requester],
  'submit-phone': words.another.phone[requester],
})

/** The field's name as the form has it now. */
export const nameOf = (id: FieldId, submission: Submission): string => {
  const other = submission.forAnother ? namesForAnother(submission)[id] : undefined
  return other ?? fieldNames()[id]
}

/** What is still empty and has to be there, in the order of the page. */
export const missingFields = (submission: Submission): FieldId[] => {
  const named = submission.confidentiality !== 'anonymous'
  const { forAnother } = submission
  const empty: Partial<Record<FieldId, boolean>> = {
    'submit-text': submission.text.trim() === '',
    'submit-kind': submission.kind === '',
    'submit-category': submission.category === '',
    'submit-district': submission.district === '',
    'submit-detail': submission.district === ELSEWHERE && submission.detail.trim().length < 2,
    'submit-enterprise': submission.requester === 'enterprise' && submission.enterpriseName.trim() === '',
    'submit-confidentiality': submission.confidentiality === '',
    'submit-name': named && submission.name.trim() === '',
    'submit-phone': named && submission.phone.trim() === '',
    'submit-agent-name': forAnother && submission.agentName.trim() === '',
    'submit-agent-phone': forAnother && submission.agentPhone.trim() === '',
    'submit-agent-relation': forAnother && submission.agentRelation === '',
    'submit-agent-consent': forAnother && !submission.agentConsent,
  }
  return FIELDS.map(({ id }) => id).filter((id) => empty[id] === true)
}
