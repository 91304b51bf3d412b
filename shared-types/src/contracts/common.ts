import * as z from 'zod/mini'

/**
 * Judges fields together even while single ones are still wrong, so that everything is said at once. The judge must
 * look at what it is given with care: any part may be missing or of another type.
 */
export const together = {
  when: (payload: { value: unknown }) => typeof payload.value === 'object' && payload.value !== null,
}

/** A city's folder name, e.g. `yantai`. */
export const CityId = z.string({ error: '请选择城市' }).check(z.regex(/^[a-z][a-z0-9-]{1,30}$/, '请选择城市'))

/** `new Date` quietly reads 31 February as 3 March, and a due time would be counted from there. */
const isMoment = (instant: string): boolean =>
  !Number.isNaN(new Date(instant).getTime()) &&
  new Date(`${instant.slice(0, 10)}T00:00Z`).getUTCDate() === Number(instant.slice(8, 10))

/** An instant as ISO 8601 with zone, e.g. `2026-11-21T22:30:00+08:00`. */
export const Instant = z
  .string({ error: '请给出时间' })
  .check(
    z.regex(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/,
      '请给出带时区的时间，例如 2026-11-21T09:00:00+08:00',
    ),
    z.refine(isMoment, '没有这个日期或时刻，请核对'),
  )

/** A day in Shanghai of this century, `2026-11-21`. */
export const Day = z.string({ error: '请给出日期' }).check(
  z.regex(/^20\d\d-\d\d-\d\d$/, '日期写作 YYYY-MM-DD，例如 2026-11-21'),
  z.refine((day) => isMoment(`${day}T00:00:00Z`), '没有这一天，请核对'),
)

/** Trimmed text of `min`–`max` characters; `what` names the field in the messages (e.g. 诉求内容). */
export const text = (what: string, min: number, max: number) =>
  z
    .string({ error: `请填写${what}` })
    .check(
      z.trim(),
      z.minLength(min, min <= 1 ? `请填写${what}` : `${what}请至少写 ${min} 个字`),
      z.maxLength(max, `${what}请控制在 ${max} 个字以内`),
    )

/**
 * A telephone number as people type it, or as a phone fills it in (`+86 138 0000 0000`, `138-0000-0000`,
 * `（0535）600 0000`, full-width digits), in the form in which it is kept; anything else stays recognisably wrong.
 */
const tidyPhone = (typed: string): string => {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .replace(/[‐-―−]/g, '-')
  const mobile = plain.replace(/-/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
  return /^1\d{10}$/.test(mobile) ? mobile : plain
}

/** A mainland mobile number (11 digits after tidying) or a landline with its area code, with or without a hyphen. */
export const Phone = z
  .string({ error: '请填写联系电话' })
  .check(
    z.overwrite(tidyPhone),
    z.regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/, '请填写 11 位手机号，或带区号的固定电话'),
  )

/** A mainland mobile number, which can receive a code by SMS. */
export const MobilePhone = z
  .string({ error: '请填写手机号' })
  .check(z.overwrite(tidyPhone), z.regex(/^1[3-9]\d{9}$/, '请填写 11 位手机号'))

/** Made by the client once per intention; sending the same id again never acts twice. */
export const CommandId = z
  .string({ error: '缺少有效的操作编号' })
  .check(z.regex(/^[A-Za-z0-9_-]{16,64}$/, '缺少有效的操作编号'))

/** Where a rule or an answer comes from. */
export const Source = z.object({
  /** e.g. 烟政办发〔2021〕3号 */
  document: z.string(),
  /** e.g. 第11条③ */
  item: z.string(),
  /** The sentence itself, where it is short enough to be shown. */
  quote: z.optional(z.string()),
  url: z.optional(z.string()),
})
export type Source = z.infer<typeof Source>

/** One field that is not right yet. `path` is a JSON Pointer into what was sent. */
export const FieldProblem = z.object({ path: z.string(), message: z.string() })
export type FieldProblem = z.infer<typeof FieldProblem>

/** Every error of the API: application/problem+json (RFC 9457). `code` is stable, `title`/`detail` are for people. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  /** Every failing field at once. */
  fields: z.optional(z.array(FieldProblem)),
  /** Seconds to wait before another try is worth while. */
  retryAfter: z.optional(z.int()),
})
export type Problem = z.infer<typeof Problem>
