import type { StaffRole } from '@jiesu/shared-types'
import { randomUUID } from 'node:crypto'
import { type Connection, Schema } from 'mongoose'

/** One look at somebody's personal data: who, which order, what, why. The requester can see this list. */
export interface PersonalDataReadRecord {
  readonly order: string
  readonly at: Date
  readonly staffId: string
  readonly role: StaffRole
  readonly unitId?: string | undefined
  readonly what: string
  readonly why: string
}

export interface PersonalDataReads {
  /** Written before the data are shown: if it cannot be written, nothing is shown. */
  record(read: PersonalDataReadRecord): Promise<void>
  /** Newest first, at most 100. */
  of(order: string): Promise<readonly PersonalDataReadRecord[]>
}

export const makePersonalDataReads = (connection: Connection): PersonalDataReads => {
  const schema = new Schema<PersonalDataReadRecord & { _id: string }>(
    {
      _id: String,
      order: String,
      at: Date,
      staffId: String,
      role: String,
      unitId: String,
      what: String,
      why: String,
    },
    { collection: 'personalDataReads', versionKey: false },
  )
  schema.index({ order: 1, at: -1 })
  const Model = connection.model<PersonalDataReadRecord & { _id: string }>('PersonalDataRead', schema)
  return {
    record: async (read) => {
      await Model.create({ _id: randomUUID(), ...read })
    },
    of: async (order) => Model.find({ order }).sort({ at: -1 }).limit(100).lean(),
  }
}
