import * as z from 'zod/mini'
import { MessageList, NewsInput, UndeliveredList } from '../contracts/notices'
import { endpoint } from './endpoint'

const page = z.object({ after: z.optional(z.string()) })

export const listMessages = endpoint({
  id: 'listMessages',
  method: 'GET',
  path: '/api/v1/me/messages',
  access: 'requester',
  tag: '消息',
  summary: '我的工单的消息，新的在前',
  query: page,
  status: 200,
  response: MessageList,
  refusals: [],
})

const keeping = { access: 'staff', tag: '消息', status: 200, refusals: ['not-yours'] } as const

export const listUndelivered = endpoint({
  ...keeping,
  id: 'listUndelivered',
  method: 'GET',
  path: '/api/v1/desk/undelivered-news',
  summary: '没有送达、不再自动重试的消息',
  query: page,
  response: UndeliveredList,
})

export const retryNews = endpoint({
  ...keeping,
  id: 'retryNews',
  method: 'POST',
  path: '/api/v1/desk/undelivered-news/retries',
  summary: '再试一次',
  body: NewsInput,
  response: z.object({ done: z.int() }),
})

export const dropNews = endpoint({
  ...keeping,
  id: 'dropNews',
  method: 'POST',
  path: '/api/v1/desk/undelivered-news/drops',
  summary: '不再发送；工单页和站内消息里仍然看得到',
  body: NewsInput,
  response: z.object({ done: z.int() }),
})
