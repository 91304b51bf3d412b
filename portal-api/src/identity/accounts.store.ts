import { randomUUID } from 'node:crypto'
import { type Connection, Schema } from 'mongoose'
import type { Secrets } from '../platform/secrets'

/** A signed-in citizen or enterprise. The phone number is sealed; its fingerprint finds the account again. */
export interface Account {
  readonly id: string
  readonly phone?: string | undefined
  readonly openid?: string | undefined
}

interface AccountDocument {
  _id: string
  phoneFingerprint?: string
  phoneSealed?: string
  openid?: string
  createdAt: Date
}

export interface Accounts {
  byPhone(phone: string, now: Date): Promise<Account>
  byOpenid(openid: string, now: Date): Promise<Account>
  find(id: string): Promise<Account | undefined>
}

export const makeAccounts = (connection: Connection, secrets: Secrets): Accounts => {
  const schema = new Schema<AccountDocument>(
    { _id: String, phoneFingerprint: String, phoneSealed: String, openid: String, createdAt: Date },
    { collection: 'accounts', versionKey: false },
  )
  schema.index(
    { phoneFingerprint: 1 },
    { unique: true, partialFilterExpression: { phoneFingerprint: { $exists: true } } },
  )
  schema.index({ openid: 1 }, { unique: true, partialFilterExpression: { openid: { $exists: true } } })
  const Model = connection.model<AccountDocument>('Account', schema)

  const read = (doc: AccountDocument): Account => ({
    id: doc._id,
    phone: doc.phoneSealed === undefined ? undefined : secrets.unseal(doc.phoneSealed, `account ${doc._id}`),
    openid: doc.openid,
  })

  /** Finds or makes; of two first sign-ins at once, the unique index lets one make it and the other finds it. */
  const ensure = async (
    key: Partial<AccountDocument>,
    rest: (id: string) => Partial<AccountDocument>,
    now: Date,
  ) => {
    const found = await Model.findOne(key).lean()
    if (found !== null) return read(found)
    const id = randomUUID()
    try {
      return read((await Model.create({ _id: id, ...key, ...rest(id), createdAt: now })).toObject())
    } catch (error) {
      if ((error as { code?: number }).code !== 11_000) throw error
      const other = await Model.findOne(key).lean()
      if (other === null) throw error
      return read(other)
    }
  }

  return {
    byPhone: (phone, now) =>
      ensure(
        { phoneFingerprint: secrets.fingerprint(`phone ${phone}`) },
        (id) => ({ phoneSealed: secrets.seal(phone, `account ${id}`) }),
        now,
      ),
    byOpenid: (openid, now) => ensure({ openid }, () => ({}), now),
    find: async (id) => {
      const found = await Model.findOne({ _id: id }).lean()
      return found === null ? undefined : read(found)
    },
  }
}
