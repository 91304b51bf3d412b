import type Koa from 'koa'
import { bodyOf, query } from '../../support/ask'
import { mockApp, type MockApp } from '../../support/mockApp'
import { findSpots, readSpot, type Spot } from './spots'

export interface PlacesSettings {
  key: string
  spots: readonly Spot[]
}

/** What was asked for, without the key. */
export interface Asked {
  keyword: string
  region: string
}

export interface PlacesMock extends Pick<MockApp, 'faults' | 'calls'> {
  app: Koa
  spots: Spot[]
  asked: Asked[]
  /** Answers this instead, whatever it is; undefined: answers properly. */
  answerWith: (body: unknown) => void
}

/** 腾讯位置服务 counts a Chinese character as three. */
const LONGEST_KEYWORD_BYTES = 96
const MOST_PER_PAGE = 20

/** A small map service: `GET /ws/place/v1/suggestion`, as Tencent's location service has it. */
export const createPlaces = ({ key, spots: given }: PlacesSettings): PlacesMock => {
  const spots = [...given]
  const asked: Asked[] = []
  let instead: unknown
  const { app, router, faults, calls } = mockApp({
    answerFault: (ctx, fault) => {
      ctx.status = fault.status ?? 200
      ctx.body = { status: fault.errcode ?? 500, message: 'a fault was switched on' }
    },
    answerBadBody: (ctx) => {
      ctx.status = 400
      ctx.body = { message: 'the body is no JSON' }
    },
  })

  router.get('/ws/place/v1/suggestion', (ctx) => {
    const keyword = query(ctx, 'keyword') ?? ''
    const region = query(ctx, 'region') ?? ''
    const size = Number(query(ctx, 'page_size') ?? '10')
    asked.push({ keyword, region })
    if (instead !== undefined) {
      ctx.body = instead
      return
    }
    const refusal =
      query(ctx, 'key') !== key
        ? { status: 190, message: '无效的 key' }
        : keyword === ''
          ? { status: 300, message: '缺少参数 keyword' }
          : Buffer.byteLength(keyword) > LONGEST_KEYWORD_BYTES
            ? { status: 310, message: '参数 keyword 过长' }
            : query(ctx, 'region_fix') !== '1' || region === ''
              ? { status: 310, message: '请限定城市' }
              : !Number.isInteger(size) || size < 1 || size > MOST_PER_PAGE
                ? { status: 310, message: '参数 page_size 有误' }
                : undefined
    if (refusal !== undefined) {
      // Errors have HTTP 200, as Tencent's have.
      ctx.body = refusal
      return
    }
    const found = findSpots(spots, keyword, region)
    ctx.body = { status: 0, message: 'Success', count: found.length, data: found.slice(0, size) }
  })

  router.get('/_mock/spots', (ctx) => {
    ctx.body = spots
  })
  router.post('/_mock/spots', (ctx) => {
    const spot = readSpot(bodyOf(ctx))
    if (typeof spot === 'string') {
      ctx.status = 400
      ctx.body = { message: spot }
      return
    }
    spots.push(spot)
    ctx.status = 201
    ctx.body = spot
  })
  router.delete('/_mock/spots', (ctx) => {
    spots.length = 0
    ctx.status = 204
  })
  router.get('/_mock/asked', (ctx) => {
    ctx.body = asked
  })
  router.put('/_mock/answer', (ctx) => {
    instead = bodyOf(ctx)
    ctx.status = 204
  })
  router.delete('/_mock/answer', (ctx) => {
    instead = undefined
    ctx.status = 204
  })

  return {
    app,
    spots,
    asked,
    faults,
    calls,
    answerWith: (body) => {
      instead = body
    },
  }
}
