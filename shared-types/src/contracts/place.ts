import * as z from 'zod/mini'
import { CityId } from './common'

export const PlaceQuery = z.object({
  city: CityId,
  /** An address in free words, of the city or of anywhere. */
  q: z._default(z.string().check(z.trim(), z.maxLength(200, '地点请控制在 200 个字以内')), ''),
})

/** Rounded by the device to what it declares; used to find the district and not kept. */
export const PlaceGuessInput = z.object({
  city: CityId,
  /** Degrees, WGS 84. */
  latitude: z.number({ error: '请给出纬度' }).check(z.gte(-90, '纬度不对'), z.lte(90, '纬度不对')),
  longitude: z.number({ error: '请给出经度' }).check(z.gte(-180, '经度不对'), z.lte(180, '经度不对')),
})

export const FoundPlace = z.object({
  district: z.string(),
  street: z.optional(z.string()),
  /** 芝罘区 毓璜顶街道 */
  name: z.string(),
  /** The words of the query that led to it; empty where a position or a map service did. */
  matched: z.string(),
  /** Nothing else can be meant: may be filled in without asking. */
  sure: z.boolean(),
  /** What stands there, as a map service names it (示范商厦), to tell which place is meant. */
  landmark: z.optional(z.string()),
})
export type FoundPlace = z.infer<typeof FoundPlace>

export const PlaceAnswer = z.object({
  /** The likeliest first. */
  places: z.array(FoundPlace),
  /** The words speak of another city: its name, and its own 12345 with the area code. */
  elsewhere: z.optional(z.object({ city: z.string(), dial: z.string() })),
})
export type PlaceAnswer = z.infer<typeof PlaceAnswer>
