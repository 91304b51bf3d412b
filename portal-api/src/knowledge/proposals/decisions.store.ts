/** What was decided about proposals: one document each, as long as it matters. */
import { type Connection, Schema } from 'mongoose'
import type { ProposalKind } from '@jiesu/shared-types/vocabulary'
import type { ProposalState } from '../rules/proposal'

export interface ProposalDecision {
  /** The proposal's id. */
  readonly id: string
  readonly city: string
  readonly kind: ProposalKind
  readonly words: string
  readonly state: ProposalState
  readonly by: string
  readonly at: Date
  /** The same command again changes nothing. */
  readonly commandId: string
  readonly unit?: string | undefined
  readonly why?: string | undefined
  /** The entry in which it is taken up, and how many versions that had then. */
  readonly entry?: string | undefined
  readonly versions?: number | undefined
}

export interface ProposalDecisions {
  ofProposals(ids: readonly string[]): Promise<readonly ProposalDecision[]>
  taken(city: string): Promise<readonly ProposalDecision[]>
  /**
   * Writes a decision over one in the given states, or where there is none.
   * @returns false when somebody has decided otherwise meanwhile.
   */
  write(decision: ProposalDecision, over: readonly ProposalState[]): Promise<boolean>
  remove(id: string): Promise<void>
}

interface Document extends Omit<ProposalDecision, 'id'> {
  _id: string
}

const DUPLICATE_KEY = 11_000

export const makeProposalDecisions = (connection: Connection): ProposalDecisions => {
  const schema = new Schema<Document>(
    {
      _id: String,
      city: String,
      kind: String,
      words: String,
      state: String,
      by: String,
      at: Date,
      commandId: String,
      unit: String,
      why: String,
      entry: String,
      versions: Number,
    },
    { collection: 'knowledgeProposals', versionKey: false },
  )
  schema.index({ city: 1, state: 1 })
  const Decisions = connection.model<Document>('KnowledgeProposal', schema)
  const read = ({ _id, ...rest }: Document): ProposalDecision => ({ id: _id, ...rest })

  return {
    ofProposals: async (ids) =>
      (await Decisions.find({ _id: { $in: [...ids] } }).lean<Document[]>()).map(read),
    taken: async (city) => (await Decisions.find({ city, state: 'taken' }).lean<Document[]>()).map(read),
    write: async ({ id, ...decision }, over) => {
      try {
        const done = await Decisions.replaceOne(
          { _id: id, $or: [{ state: { $in: [...over] } }, { commandId: decision.commandId }] },
          decision,
          { upsert: true },
        )
        return done.matchedCount + done.upsertedCount === 1
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false
        throw error
      }
    },
    remove: async (id) => {
      await Decisions.deleteOne({ _id: id })
    },
  }
}
