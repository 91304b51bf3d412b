import * as z from 'zod/mini'
import {
  Identity,
  PhoneSignInInput,
  Session,
  SmsCodeAnswer,
  SmsCodeInput,
  StaffSignInInput,
  WechatSignInInput,
} from '../contracts/session'
import { endpoint } from './endpoint'

const open = { access: 'public', tag: '登录' } as const

export const sendSmsCode = endpoint({
  ...open,
  id: 'sendSmsCode',
  method: 'POST',
  path: '/api/v1/sms-codes',
  summary: '发送短信验证码',
  body: SmsCodeInput,
  status: 202,
  response: SmsCodeAnswer,
  refusals: ['too-many-attempts', 'outside-service-down'],
})

export const signInByPhone = endpoint({
  ...open,
  id: 'signInByPhone',
  method: 'POST',
  path: '/api/v1/sessions/phone',
  summary: '手机号和验证码登录',
  body: PhoneSignInInput,
  status: 201,
  response: Session,
  refusals: ['wrong-credentials', 'too-many-attempts'],
})

export const signInByWechat = endpoint({
  ...open,
  id: 'signInByWechat',
  method: 'POST',
  path: '/api/v1/sessions/wechat',
  summary: '微信登录',
  body: WechatSignInInput,
  status: 201,
  response: Session,
  refusals: ['wrong-credentials', 'too-many-attempts', 'outside-service-down'],
})

export const signInStaff = endpoint({
  ...open,
  id: 'signInStaff',
  method: 'POST',
  path: '/api/v1/sessions/staff',
  summary: '工作台登录',
  body: StaffSignInInput,
  status: 201,
  response: Session,
  refusals: ['wrong-credentials', 'too-many-attempts'],
})

export const getMe = endpoint({
  ...open,
  id: 'getMe',
  method: 'GET',
  path: '/api/v1/sessions/current',
  summary: '我是谁',
  status: 200,
  response: z.object({ identity: z.nullable(Identity) }),
  refusals: [],
})

export const signOut = endpoint({
  ...open,
  id: 'signOut',
  method: 'DELETE',
  path: '/api/v1/sessions/current',
  summary: '退出登录',
  status: 204,
  response: null,
  refusals: [],
})
