import * as z from 'zod/mini'
import { Board, BoardQuery } from '../contracts/board'
import { endpoint } from './endpoint'

const board = { access: 'staff', tag: '监督评价', method: 'GET', query: BoardQuery, status: 200 } as const

export const getBoard = endpoint({
  ...board,
  id: 'getBoard',
  path: '/api/v1/desk/board',
  summary: '各承办单位的指标、得分和榜次；承办单位负责人只看本单位',
  response: Board,
  refusals: ['not-yours'],
})

export const exportBoard = endpoint({
  ...board,
  id: 'exportBoard',
  path: '/api/v1/desk/board.csv',
  summary: '同样的数据，一行一个单位的表格',
  produces: 'text/csv',
  response: z.string(),
  refusals: ['not-yours'],
})
