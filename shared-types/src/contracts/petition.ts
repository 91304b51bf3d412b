import * as z from 'zod/mini'
import { PETITION_STAGES } from '../vocabulary/petitions'
import { CommandId, Instant, text } from './common'
import { ScopeFinding } from './scope'

/** A petition (信访事项) that resembles the appeal. */
export const PetitionHit = z.object({
  number: z.string(),
  /** Shanghai day, YYYY-MM-DD. */
  registeredOn: z.string(),
  stage: z.enum(PETITION_STAGES),
  stageWords: z.string(),
  /** 0 to 1, as the petition system measures it. */
  similarity: z.number(),
  samePerson: z.boolean(),
  /** First words of the petition, without numbers that belong to somebody. */
  excerpt: z.string(),
  /** The same person's, and with the petition system: whether the order is accepted is a person's decision. */
  stops: z.boolean(),
})
export type PetitionHit = z.infer<typeof PetitionHit>

/** 信访查重, for the hotline's own staff only. */
export const PetitionCheck = z.object({
  /** Absent while the petition system has not answered; the check is then made up for. */
  checkedAt: z.optional(Instant),
  /** Checked after the order was accepted. */
  late: z.boolean(),
  hits: z.array(PetitionHit),
  /** The rule on which a decline rests, when a hit stops the acceptance. */
  finding: z.optional(ScopeFinding),
  /** The reader, an operator, is asked to look at a late hit and to write down what came of it. */
  asksForOpinion: z.boolean(),
  opinion: z.optional(z.object({ at: Instant, text: z.string() })),
})
export type PetitionCheck = z.infer<typeof PetitionCheck>

export const NotePetitionInput = z.object({ commandId: CommandId, text: text('查重意见', 2, 500) })
