import { createHmac } from 'node:crypto'
import { PETITION_STAGES, type PetitionStage } from '@jiesu/shared-types'
import axios from 'axios'
import { z } from 'zod'
import { maskIdentifiers } from '../masking'
import { OutsideServiceDown } from './outsideService'

/** A registered petition (信访事项) that resembles an appeal. */
export interface PetitionMatch {
  readonly number: string
  /** Shanghai day, YYYY-MM-DD. */
  readonly registeredOn: string
  readonly stage: PetitionStage
  /** 0 to 1. */
  readonly similarity: number
  readonly sameIdentity: boolean
  /** The petition's first words. */
  readonly excerpt: string
}

export interface PetitionQuestion {
  readonly city: string
  /** Of whoever submits; absent when they are anonymous. */
  readonly phone?: string | undefined
  /** Of the enterprise (统一社会信用代码). */
  readonly creditCode?: string | undefined
  readonly text: string
  /** Petitions that are less similar are not asked for. */
  readonly atLeast: number
}

export interface PetitionSystem {
  /** False when none is configured: nothing is compared. */
  readonly configured: boolean
  /**
   * Whether the matter is with the petition system already. Who submits leaves as keyed fingerprints, the text without
   * numbers that belong to somebody.
   * @throws OutsideServiceDown when there is no sensible answer in time.
   */
  matches(question: PetitionQuestion): Promise<readonly PetitionMatch[]>
}

/** Somebody waits for the submission's answer meanwhile. */
const PATIENCE_MS = 1500
const LONGEST_ANSWER = 256 * 1024
const EXCERPT = 60

const Answer = z.object({
  matches: z
    .array(
      z.object({
        number: z.string().min(1).max(60),
        registeredOn: z.iso.date(),
        stage: z.enum(PETITION_STAGES),
        similarity: z.number().min(0).max(1),
        sameIdentity: z.boolean(),
        excerpt: z.string().transform((words) => [...maskIdentifiers(words)].slice(0, EXCERPT).join('')),
      }),
    )
    .max(50),
})

/** @param baseUrl empty when no petition system is configured. */
export const makePetitionSystem = (baseUrl: string, key: string): PetitionSystem => {
  const keyed = (text: string) => createHmac('sha256', key).update(text).digest('hex')
  const identitiesOf = ({ phone, creditCode }: PetitionQuestion): string[] => [
    ...(phone === undefined ? [] : [keyed(`phone:${phone.replace(/\D/g, '')}`)]),
    ...(creditCode === undefined ? [] : [keyed(`credit:${creditCode}`)]),
  ]
  const http = axios.create({
    baseURL: baseUrl,
    timeout: PATIENCE_MS,
    headers: { authorization: `Bearer ${keyed('access')}` },
    maxContentLength: LONGEST_ANSWER,
    maxRedirects: 0,
    validateStatus: () => true,
    proxy: false,
  })
  const down = (reason: string) => new OutsideServiceDown('petition', reason)

  return {
    configured: baseUrl !== '',
    matches: async (question) => {
      const { city, text, atLeast } = question
      const answer = await http
        .post<unknown>(
          '/petitions/matches',
          { city, identities: identitiesOf(question), text: maskIdentifiers(text), atLeast },
          // The timeout above begins anew with every byte; this one is for the whole.
          { signal: AbortSignal.timeout(PATIENCE_MS) },
        )
        .catch((error: unknown) => {
          throw down(error instanceof Error ? error.message : 'no answer')
        })
      if (answer.status !== 200) throw down(`status ${answer.status}`)
      const parsed = Answer.safeParse(answer.data)
      if (!parsed.success) throw down('unexpected answer')
      return parsed.data.matches
    },
  }
}
