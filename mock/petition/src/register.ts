import { text } from '../../support/ask'
import { creditFingerprint, phoneFingerprint } from './fingerprint'
import { similarity } from './similarity'

/** How far a petition has come (登记 受理 办理 处理意见 复查复核 终结, or 不予受理, or 撤回). */
export const STAGES = [
  'registered',
  'accepted',
  'handling',
  'answered',
  'review',
  'closed',
  'not-accepted',
  'withdrawn',
] as const
export type Stage = (typeof STAGES)[number]

/** A petition (信访事项) as the petition system keeps it. */
export interface Petition {
  number: string
  city: string
  /** Shanghai day, YYYY-MM-DD. */
  registeredOn: string
  stage: Stage
  phone?: string
  creditCode?: string
  text: string
}

export interface Match {
  number: string
  registeredOn: string
  stage: Stage
  /** 0 to 1. */
  similarity: number
  sameIdentity: boolean
  /** The petition's first words, without numbers that belong to somebody. */
  excerpt: string
}

export interface Question {
  city: string
  /** Fingerprints of whoever asks; none when they are anonymous. */
  identities: readonly string[]
  text: string
  /** Petitions that are less similar are none of the asker's business. */
  atLeast: number
}

const MOST_MATCHES = 10
const EXCERPT = 60
/** Telephone, identity card and account numbers. */
const NUMBERS = /\d(?:[ -]?\d){6,}[Xx]?/g

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
const isOptionalText = (value: unknown): value is string | undefined =>
  value === undefined || text(value) !== undefined

/** The petition in a request body, or one line on why it is none. */
export const readPetition = (body: Record<string, unknown>): Petition | string => {
  const { number, city, registeredOn, stage, phone, creditCode } = body
  const written = text(body.text)
  if (!text(number)) return 'number is missing'
  if (!text(city)) return 'city is missing'
  if (!isDay(registeredOn)) return 'registeredOn must be a day, YYYY-MM-DD'
  if (!STAGES.includes(stage as Stage)) return `stage must be one of ${STAGES.join(', ')}`
  if (!isOptionalText(phone) || !isOptionalText(creditCode)) return 'phone and creditCode must be texts'
  if (!written) return 'text is missing'
  return {
    number: number as string,
    city: city as string,
    registeredOn,
    stage: stage as Stage,
    ...(phone === undefined ? {} : { phone }),
    ...(creditCode === undefined ? {} : { creditCode }),
    text: written,
  }
}

/** The question in a request body, or one line on why it is none. */
export const readQuestion = (body: Record<string, unknown>): Question | string => {
  const { identities = [], atLeast = 0 } = body
  const city = text(body.city)
  const asked = text(body.text)
  if (!city) return 'city is missing'
  if (!Array.isArray(identities) || !identities.every((one) => /^[0-9a-f]{64}$/.test(String(one))))
    return 'identities must be fingerprints of 64 hex digits'
  if (!asked) return 'text is missing'
  if (typeof atLeast !== 'number' || !(atLeast >= 0 && atLeast <= 1)) return 'atLeast must be 0 to 1'
  return { city, identities: identities.map(String), text: asked, atLeast }
}

/** Petitions by number; registering one again replaces it. */
export class Register {
  private readonly petitions = new Map<string, Petition>()

  constructor(
    private readonly key: string,
    petitions: readonly Petition[],
  ) {
    for (const petition of petitions) this.add(petition)
  }

  add(petition: Petition): void {
    this.petitions.set(petition.number, petition)
  }

  clear(): void {
    this.petitions.clear()
  }

  all(): Petition[] {
    return [...this.petitions.values()]
  }

  /** The same person's petitions first, the most similar first. */
  matches(question: Question): Match[] {
    return this.all()
      .filter((petition) => petition.city === question.city)
      .map((petition) => ({
        number: petition.number,
        registeredOn: petition.registeredOn,
        stage: petition.stage,
        similarity: similarity(petition.text, question.text),
        sameIdentity: this.identitiesOf(petition).some((one) => question.identities.includes(one)),
        excerpt: [...petition.text.replace(NUMBERS, '…')].slice(0, EXCERPT).join(''),
      }))
      .filter((match) => match.similarity >= question.atLeast)
      .sort((a, b) => Number(b.sameIdentity) - Number(a.sameIdentity) || b.similarity - a.similarity)
      .slice(0, MOST_MATCHES)
  }

  private identitiesOf({ phone, creditCode }: Petition): string[] {
    return [
      ...(phone === undefined ? [] : [phoneFingerprint(this.key, phone)]),
      ...(creditCode === undefined ? [] : [creditFingerprint(this.key, creditCode)]),
    ]
  }
}
