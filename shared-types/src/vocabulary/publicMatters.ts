/**
 * How much others may read of a matter of some category (公共事项):
 * - `street`: anybody who passes by could have reported it (a road, a street light, no water): one report is enough, and
 *   the street is named
 * - `district`: it happens before somebody's door (noise, smoke, garbage): only when several people have reported it, and
 *   the district alone is named, so that nobody learns who complained
 */
export const PUBLIC_LEVELS = ['street', 'district'] as const
export type PublicLevel = (typeof PUBLIC_LEVELS)[number]
