import * as z from 'zod/mini'
import { STAFF_ROLES } from '../vocabulary/roles'
import { CityId, Instant, MobilePhone, text } from './common'

export const SmsCodeInput = z.object({ phone: MobilePhone })
export const SmsCodeAnswer = z.object({
  sent: z.literal(true),
  validMinutes: z.int(),
  resendAfterSeconds: z.int(),
})

export const PhoneSignInInput = z.object({
  phone: MobilePhone,
  code: z.string({ error: '请填写验证码' }).check(z.trim(), z.regex(/^\d{6}$/, '验证码是 6 位数字')),
})

/** `code` from wx.login. */
export const WechatSignInInput = z.object({
  code: z
    .string({ error: '缺少微信登录凭证' })
    .check(z.trim(), z.regex(/^[\x21-\x7e]{1,200}$/, '微信登录凭证不对，请再点一次登录')),
})

export const StaffSignInInput = z.object({ account: text('账号', 1, 60), password: text('密码', 1, 200) })

export const RequesterIdentity = z.object({
  kind: z.literal('requester'),
  /** Masked, e.g. 138****0000; absent when signed in by WeChat alone. */
  phone: z.optional(z.string()),
  wechat: z.boolean(),
})
export const StaffIdentity = z.object({
  kind: z.literal('staff'),
  /** 受理员 01 */
  name: z.string(),
  role: z.enum(STAFF_ROLES),
  city: CityId,
  cityName: z.string(),
  unit: z.optional(z.object({ id: z.string(), name: z.string() })),
})
export type StaffIdentity = z.infer<typeof StaffIdentity>
export const Identity = z.discriminatedUnion('kind', [RequesterIdentity, StaffIdentity])
export type Identity = z.infer<typeof Identity>

export const Session = z.object({ token: z.string(), expiresAt: Instant, identity: Identity })
export type Session = z.infer<typeof Session>
