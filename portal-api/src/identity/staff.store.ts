import { type Connection, Schema } from 'mongoose'
import type { StaffCaller } from './caller'

interface StaffDocument extends Omit<StaffCaller, 'id'> {
  /** The account name they sign in with. */
  _id: string
  passwordHash: string
}

export interface StaffStore {
  find(account: string): Promise<(StaffCaller & { readonly passwordHash: string }) | undefined>
  /** What those of the accounts that there are call themselves at the desk. */
  names(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Makes or changes an account. */
  save(staff: StaffCaller, passwordHash: string): Promise<void>
}

export const makeStaffStore = (connection: Connection): StaffStore => {
  const schema = new Schema<StaffDocument>(
    { _id: String, name: String, role: String, city: String, unitId: String, passwordHash: String },
    { collection: 'staff', versionKey: false },
  )
  const Model = connection.model<StaffDocument>('Staff', schema)
  return {
    find: async (account) => {
      const found = await Model.findOne({ _id: account }).lean()
      if (found === null) return undefined
      const { _id, ...rest } = found
      return { id: _id, ...rest }
    },
    names: async (accounts) => {
      const found = await Model.find({ _id: { $in: [...accounts] } }, { name: 1 }).lean()
      return new Map(found.map(({ _id, name }) => [_id, name]))
    },
    save: async ({ id, ...rest }, passwordHash) => {
      await Model.updateOne({ _id: id }, { $set: { ...rest, passwordHash } }, { upsert: true })
    },
  }
}
