import * as z from 'zod/mini'
import { LiveChange } from '../contracts/live'
import { OrderNumber } from '../contracts/order'
import { endpoint } from './endpoint'

const live = { method: 'GET', events: LiveChange, status: 200, response: null } as const

export const followDesk = endpoint({
  ...live,
  id: 'followDesk',
  access: 'staff',
  tag: '工作台',
  path: '/api/v1/desk/live',
  summary: '实时得知本岗位看得到的工单有了变化（只说哪一件，内容另行读取）',
  refusals: ['not-yours', 'too-many-connections'],
})

export const followOrder = endpoint({
  ...live,
  id: 'followOrder',
  access: 'order',
  tag: '诉求',
  path: '/api/v1/orders/{number}/live',
  summary: '实时得知自己的工单有了变化（先说现在的版本，内容另行读取）',
  params: z.object({ number: OrderNumber }),
  refusals: ['not-found', 'too-many-connections'],
})
