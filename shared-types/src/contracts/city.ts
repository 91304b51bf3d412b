import * as z from 'zod/mini'
import { DECLARED_FACTS } from '../vocabulary/limits'
import { HOTLINE_GROUPS, HOTLINE_MERGES, HOTLINE_STATES } from '../vocabulary/hotlines'
import { PUBLIC_LEVELS } from '../vocabulary/publicMatters'
import { APPEAL_KINDS, CONFIDENTIALITIES, REQUESTER_TYPES } from '../vocabulary/requesters'
import { CityId, Source } from './common'

export const CityBrief = z.object({
  id: CityId,
  /** 烟台 */
  name: z.string(),
  /** 烟台市 12345 政务服务便民热线 */
  hotlineName: z.string(),
  province: z.string(),
})
export type CityBrief = z.infer<typeof CityBrief>

export const Category = z.object({
  /** Path of English slugs, e.g. `utilities/water-outage`. */
  id: z.string(),
  /** 停水 */
  name: z.string(),
  /** Words by which people would look for it. */
  hints: z.array(z.string()),
  /** A public matter, of which others may read: see `PUBLIC_LEVELS`. Absent: nobody else's business. */
  publicAs: z.optional(z.enum(PUBLIC_LEVELS)),
  /** What is asked besides, because it decides who handles the matter; may stay unanswered. */
  question: z.optional(
    z.object({
      ask: z.string(),
      answers: z.array(z.object({ fact: z.enum(DECLARED_FACTS), name: z.string() })),
    }),
  ),
})
export const CategoryGroup = z.object({ id: z.string(), name: z.string(), categories: z.array(Category) })
export type CategoryGroup = z.infer<typeof CategoryGroup>

export const District = z.object({
  /** Six-digit administrative division code, or a slug for zones that have none. */
  id: z.string(),
  name: z.string(),
  /** 街道、镇、乡 */
  streets: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type District = z.infer<typeof District>

export const EmergencyNumber = z.object({ number: z.string(), name: z.string(), when: z.string() })

/** What the app needs to know of a city to draw its forms. */
export const CityProfile = z.object({
  ...CityBrief.shape,
  /** One line under the city's name. */
  promise: z.string(),
  /** 受理范围 in one sentence, with its source. */
  scopeStatement: z.object({ text: z.string(), source: Source }),
  requesterTypes: z.array(z.enum(REQUESTER_TYPES)),
  kinds: z.array(z.object({ id: z.enum(APPEAL_KINDS), name: z.string(), explanation: z.string() })),
  confidentialities: z.array(
    z.object({ id: z.enum(CONFIDENTIALITIES), name: z.string(), explanation: z.string() }),
  ),
  /** Whether one may submit for somebody else (代办). */
  agentsOffered: z.boolean(),
  categories: z.array(CategoryGroup),
  districts: z.array(District),
  emergencyNumbers: z.array(EmergencyNumber),
  /** How long a reply can be rated, in calendar days. */
  ratingWindowDays: z.int(),
  maxRounds: z.int(),
  notices: z.array(z.object({ title: z.string(), text: z.string() })),
  /** What is typed as the place may be looked up by a map service outside the portal; absent: it is not. */
  placesAskOutside: z.optional(z.boolean()),
  /** What foreign residents have to know when they write; in English only. */
  foreigners: z.optional(z.string()),
})
export type CityProfile = z.infer<typeof CityProfile>

export const Hotline = z.object({
  number: z.string(),
  name: z.string(),
  group: z.enum(HOTLINE_GROUPS),
  /** 责任单位 */
  unitName: z.string(),
  merge: z.enum(HOTLINE_MERGES),
  state: z.enum(HOTLINE_STATES),
  /** The city's merge plan in its own words (归并方案). */
  plan: z.string(),
  /** What the person should do now: dial it, or dial 12345. */
  advice: z.string(),
  /** The number to dial now. */
  dial: z.string(),
  source: z.optional(Source),
})
export type Hotline = z.infer<typeof Hotline>
