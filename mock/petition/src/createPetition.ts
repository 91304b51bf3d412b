import type Koa from 'koa'
import { bodyOf } from '../../support/ask'
import { mockApp, type MockApp } from '../../support/mockApp'
import { accessToken } from './fingerprint'
import { type Petition, readPetition, readQuestion, Register } from './register'

export interface PetitionSettings {
  /** Shared with the portal: fingerprints of people are made with it. */
  key: string
  petitions: readonly Petition[]
}

export interface PetitionMock extends Pick<MockApp, 'faults' | 'calls'> {
  app: Koa
  register: Register
  /** Bodies of the questions that were asked, in order. */
  asked: unknown[]
}

/** A small petition system (信访系统): `POST /petitions/matches` compares an appeal with what is registered. */
export const createPetition = ({ key, petitions }: PetitionSettings): PetitionMock => {
  const register = new Register(key, petitions)
  const asked: unknown[] = []
  const { app, router, faults, calls } = mockApp({
    answerFault: (ctx, fault) => {
      ctx.status = fault.status ?? 500
      ctx.body = { code: fault.errcode ?? 'fault', message: 'a fault was switched on' }
    },
    answerBadBody: (ctx) => {
      ctx.status = 400
      ctx.body = { code: 'bad_json', message: 'the body is no JSON' }
    },
  })

  router.post('/petitions/matches', (ctx) => {
    if (ctx.get('authorization') !== `Bearer ${accessToken(key)}`) {
      ctx.status = 401
      ctx.body = { code: 'unauthorized', message: 'authorization: Bearer <token> is missing or wrong' }
      return
    }
    asked.push(ctx.request.body)
    const question = readQuestion(bodyOf(ctx))
    if (typeof question === 'string') {
      ctx.status = 400
      ctx.body = { code: 'invalid_question', message: question }
      return
    }
    ctx.body = { matches: register.matches(question) }
  })

  router.get('/_mock/petitions', (ctx) => {
    ctx.body = register.all()
  })
  router.post('/_mock/petitions', (ctx) => {
    const petition = readPetition(bodyOf(ctx))
    if (typeof petition === 'string') {
      ctx.status = 400
      ctx.body = { message: petition }
      return
    }
    register.add(petition)
    ctx.status = 201
    ctx.body = petition
  })
  router.delete('/_mock/petitions', (ctx) => {
    register.clear()
    ctx.status = 204
  })

  return { app, register, asked, faults, calls }
}
