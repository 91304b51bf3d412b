/** 信访查重, in the order's document but beside the order: nothing that shows orders comes upon it by accident. */
import { type OrderDocument, type Orders, readOrder, type StoredOrder } from './order.document'
import type { PetitionOpinion, PetitionRecord } from './rules/petition'

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

export const makePetitionStore = (orders: Orders): PetitionStore => ({
  petitionChecksDue: async (now, limit) => {
    const docs = await orders
      .find({ petitionDueAt: { $lte: now } })
      .sort({ petitionDueAt: 1 })
      .limit(limit)
      .lean<OrderDocument[]>()
    return docs.map(readOrder)
  },
  keepPetition: async (before, petition, waiting) => {
    await orders.updateOne(
      { _id: before.order.number, version: before.version, petitionDueAt: { $exists: true } },
      {
        $set: { petition, ...(waiting ? { petitionWaiting: true } : {}) },
        $unset: { petitionDueAt: 1 },
      },
    )
  },
  postponePetition: async (number, until) => {
    await orders.updateOne(
      { _id: number, petitionDueAt: { $exists: true } },
      { $set: { petitionDueAt: until } },
    )
  },
  forgoPetition: async (number) => {
    await orders.updateOne({ _id: number }, { $unset: { petitionDueAt: 1 } })
  },
  notePetition: async (number, opinion) => {
    const noted = await orders
      .findOneAndUpdate(
        { _id: number, petitionWaiting: true },
        { $set: { 'petition.opinion': opinion }, $unset: { petitionWaiting: 1 } },
        { returnDocument: 'after' },
      )
      .lean<OrderDocument>()
    return noted === null ? undefined : readOrder(noted)
  },
})
