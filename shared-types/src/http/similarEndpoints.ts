import * as z from 'zod/mini'
import { OrderNumber } from '../contracts/order'
import {
  FollowedMatter,
  FollowedMatters,
  FollowInput,
  PublicMatters,
  SimilarOrders,
  SimilarQuery,
} from '../contracts/similar'
import { endpoint } from './endpoint'

const tag = '相同的事'

/** By POST, so that what somebody is writing stands in no address and no log. */
export const findSimilar = endpoint({
  id: 'findSimilar',
  method: 'POST',
  path: '/api/v1/similar-matters',
  access: 'public',
  tag,
  summary: '附近已经有人反映的公共事项，最多三件，不含任何个人信息',
  body: SimilarQuery,
  status: 200,
  response: PublicMatters,
  refusals: ['unknown-city', 'too-many-attempts'],
})

const mine = { access: 'requester', tag } as const
const path = '/api/v1/me/followed-matters'

export const followMatter = endpoint({
  ...mine,
  id: 'followMatter',
  method: 'POST',
  path,
  summary: '关注这件事，不再重复提交；再关注一次结果相同',
  body: FollowInput,
  status: 201,
  response: FollowedMatter,
  refusals: ['not-found', 'too-many-attempts'],
})

export const listFollowed = endpoint({
  ...mine,
  id: 'listFollowed',
  method: 'GET',
  path,
  summary: '我关注的事，新的在前',
  status: 200,
  response: FollowedMatters,
  refusals: [],
})

export const unfollow = endpoint({
  ...mine,
  id: 'unfollow',
  method: 'DELETE',
  path: `${path}/{id}`,
  summary: '不再关注',
  params: z.object({ id: z.string() }),
  status: 204,
  response: null,
  refusals: [],
})

export const listSimilarOrders = endpoint({
  id: 'listSimilarOrders',
  method: 'GET',
  path: '/api/v1/desk/orders/{number}/similar',
  access: 'staff',
  tag: '工作台',
  summary: '可能是同一件事的工单，供并单参考',
  params: z.object({ number: OrderNumber }),
  status: 200,
  response: SimilarOrders,
  refusals: ['not-found', 'not-yours'],
})
