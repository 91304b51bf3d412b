/** 信访查重, in the order's document but beside the order: nothing that shows orders comes upon it by accident. */
import type { Model } from 'mongoose'
import type { OrderDocument, StoredOrder } from './order.store'
import type { PetitionOpinion, PetitionRecord } from './rules/petition'

/** What was found, or since when it is due; neither where nothing is compared. */
export interface PetitionState {
  readonly petition?: PetitionRecord
  /** When the check that could not be made is tried again. */
  readonly petitionDueAt?: Date
}

/** The fields of the document. */
export interface PetitionFields extends PetitionState {
  /** An operator has to look at what was found after the acceptance. */
  readonly petitionWaiting?: boolean
}

export interface PetitionStore {
  /** Orders whose check is to be tried, the longest waiting first. */
  petitionChecksDue(now: Date, limit: number): Promise<readonly StoredOrder[]>
  /**
   * Keeps a check's result; not when another portal was faster (then it is done), nor when the order has moved on
   * meanwhile (then it stays due).
   */
  keepPetition(before: StoredOrder, petition: PetitionRecord, waiting: boolean): Promise<void>
  postponePetition(number: string, until: Date): Promise<void>
  /** The check is not needed any more. */
  forgoPetition(number: string): Promise<void>
  /** @returns undefined when nothing waits for an opinion (any more). */
  notePetition(number: string, opinion: PetitionOpinion): Promise<StoredOrder | undefined>
}

/** A stored document's part of it, without what is not there. */
export const petitionState = ({ petition, petitionDueAt }: PetitionFields): PetitionState => ({
  ...(petition === undefined ? {} : { petition }),
  ...(petitionDueAt === undefined ? {} : { petitionDueAt }),
})

export const makePetitionStore = (
  Orders: Model<OrderDocument>,
  read: (doc: OrderDocument) => StoredOrder,
): PetitionStore => ({
  petitionChecksDue: async (now, limit) => {
    const docs = await Orders.find({ petitionDueAt: { $lte: now } })
      .sort({ petitionDueAt: 1 })
      .limit(limit)
      .lean<OrderDocument[]>()
    return docs.map(read)
  },
  keepPetition: async (before, petition, waiting) => {
    await Orders.updateOne(
      { _id: before.order.number, version: before.version, petitionDueAt: { $exists: true } },
      {
        $set: { petition, ...(waiting ? { petitionWaiting: true } : {}) },
        $unset: { petitionDueAt: 1 },
      },
    )
  },
  postponePetition: async (number, until) => {
    await Orders.updateOne(
      { _id: number, petitionDueAt: { $exists: true } },
      { $set: { petitionDueAt: until } },
    )
  },
  forgoPetition: async (number) => {
    await Orders.updateOne({ _id: number }, { $unset: { petitionDueAt: 1 } })
  },
  notePetition: async (number, opinion) => {
    const noted = await Orders.findOneAndUpdate(
      { _id: number, petitionWaiting: true },
      { $set: { 'petition.opinion': opinion }, $unset: { petitionWaiting: 1 } },
      { returnDocument: 'after' },
    ).lean<OrderDocument>()
    return noted === null ? undefined : read(noted)
  },
})
