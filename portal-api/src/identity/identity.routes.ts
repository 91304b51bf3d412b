import {
  getMe,
  type Identity,
  sendSmsCode,
  shanghaiInstant,
  signInByPhone,
  signInByWechat,
  signInStaff,
  signOut,
} from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { Binder } from '../platform/http/bind'
import { maskPhone } from '../platform/masking'
import type { Throttle } from '../platform/mongo/throttle'
import type { Sms } from '../platform/outside/sms'
import type { Wechat } from '../platform/outside/wechat'
import { Refused } from '../platform/problems'
import type { Account, Accounts } from './accounts.store'
import type { StaffCaller } from './caller'
import { isPassword } from './passwords'
import type { Sessions } from './sessions.store'
import { RESEND_SECONDS, SMS_CODE_MINUTES, type SmsCodes } from './smsCodes.store'
import type { StaffStore } from './staff.store'

export interface IdentityParts {
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly staff: StaffStore
  readonly smsCodes: SmsCodes
  readonly throttle: Throttle
  readonly sms: Sms
  readonly wechat: Wechat
  readonly cities: ReadonlyMap<string, City>
}

const HOUR = 3600
const CODES_PER_ADDRESS = { most: 30, window: HOUR }
const CODES_PER_PHONE = { most: 10, window: 24 * HOUR }
const WRONG_PASSWORDS_PER_ACCOUNT = { most: 10, window: 900 }
const WRONG_SIGN_INS_PER_ADDRESS = { most: 60, window: 900 }

export const identityRoutes = (bind: Binder, parts: IdentityParts): void => {
  const { accounts, sessions, staff, smsCodes, throttle, sms, wechat, cities } = parts

  const requesterIdentity = (account: Account): Identity => ({
    kind: 'requester',
    wechat: account.openid !== undefined,
    ...(account.phone === undefined ? {} : { phone: maskPhone(account.phone) }),
  })

  const staffIdentity = (member: StaffCaller): Identity => {
    const city = cities.get(member.city)
    const unit = city?.units.find((u) => u.id === member.unitId)
    return {
      kind: 'staff',
      name: member.name,
      role: member.role,
      city: member.city,
      cityName: city?.profile.name ?? member.city,
      ...(unit === undefined ? {} : { unit: { id: unit.id, name: unit.name } }),
    }
  }

  const openFor = async (account: Account, now: Date) => {
    const { token, expiresAt } = await sessions.open({ kind: 'requester', id: account.id }, now)
    return { token, expiresAt: shanghaiInstant(expiresAt), identity: requesterIdentity(account) }
  }

  /** The message with the code. @throws Refused when the number cannot receive any; OutsideServiceDown. */
  const deliver = async (phone: string, code: string, now: Date): Promise<void> => {
    const clientId = `login-${phone}-${now.getTime()}`
    const taken = await sms.send(phone, 'login-code', { code, minutes: String(SMS_CODE_MINUTES) }, clientId)
    if (!taken)
      throw new Refused('invalid-input', {
        fields: [{ path: '/phone', message: '这个号码收不到短信，请换一个手机号' }],
      })
  }

  bind(sendSmsCode, async ({ body, address, now }) => {
    const { phone } = body
    await throttle.count(`sms-address ${address}`, CODES_PER_ADDRESS, now)
    await throttle.count(`sms-phone ${phone}`, CODES_PER_PHONE, now)
    const issued = await smsCodes.issue(phone, now)
    try {
      if ('waitSeconds' in issued)
        throw new Refused('too-many-attempts', {
          detail: '验证码刚刚发出，请留意短信；一分钟后可以再发一次。',
          retryAfter: issued.waitSeconds,
        })
      await deliver(phone, issued.code, now)
    } catch (error) {
      // Nothing was sent: a gateway's bad hour must not use up the day's codes.
      if ('code' in issued) await smsCodes.revoke(phone, issued.code)
      await throttle.giveBack(`sms-phone ${phone}`, CODES_PER_PHONE, now)
      throw error
    }
    return { sent: true as const, validMinutes: SMS_CODE_MINUTES, resendAfterSeconds: RESEND_SECONDS }
  })

  /** Wrong sign-ins of every kind count together for an address. */
  const fromAddress = (address: string) => ({ [`sign-in ${address}`]: WRONG_SIGN_INS_PER_ADDRESS })

  bind(signInByPhone, async ({ body, address, now }) => {
    const account = await throttle.guess(fromAddress(address), now, async () =>
      (await smsCodes.redeem(body.phone, body.code, now)) ? accounts.byPhone(body.phone, now) : undefined,
    )
    if (account === undefined)
      throw new Refused('wrong-credentials', { detail: '验证码不对或已过期，请核对短信，或重新获取一个。' })
    return openFor(account, now)
  })

  bind(signInByWechat, async ({ body, address, now }) => {
    if (!wechat.configured)
      throw new Refused('outside-service-down', { detail: '这里还没有开通微信登录，请用手机号登录。' })
    const openid = await throttle.guess(fromAddress(address), now, () => wechat.openidOf(body.code))
    if (openid === undefined)
      throw new Refused('wrong-credentials', { detail: '微信登录没有成功，请再点一次登录。' })
    return openFor(await accounts.byOpenid(openid, now), now)
  })

  bind(signInStaff, async ({ body, address, now }) => {
    const limits = { ...fromAddress(address), [`staff ${body.account}`]: WRONG_PASSWORDS_PER_ACCOUNT }
    const member = await throttle.guess(limits, now, async () => {
      const found = await staff.find(body.account)
      return (await isPassword(body.password, found?.passwordHash)) ? found : undefined
    })
    if (member === undefined)
      throw new Refused('wrong-credentials', { detail: '账号或密码不对，请核对后再试。' })
    const { token, expiresAt } = await sessions.open({ kind: 'staff', id: member.id }, now)
    return { token, expiresAt: shanghaiInstant(expiresAt), identity: staffIdentity(member) }
  })

  bind(getMe, async ({ caller }) => {
    if (caller.staff !== undefined) return { identity: staffIdentity(caller.staff) }
    const account = caller.account === undefined ? undefined : await accounts.find(caller.account)
    return { identity: account === undefined ? null : requesterIdentity(account) }
  })

  bind(signOut, async ({ koa }) => {
    const token = /^Bearer (.+)$/i.exec(koa.get('Authorization'))?.[1]
    if (token !== undefined) await sessions.close(token)
    return null
  })
}
