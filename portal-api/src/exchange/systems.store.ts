import { createHash } from 'node:crypto'
import { type Connection, Schema } from 'mongoose'

/** A unit's own system (部门业务系统) that takes part in the exchange. */
export interface ExchangeSystem {
  readonly id: string
  readonly city: string
  readonly unitId: string
  readonly name: string
  /** Where events are pushed to. */
  readonly url: string
  /** What pushes are signed with, sealed. */
  readonly secretSealed: string
  /** One that was removed is kept for the record; nothing is sent to it and its token opens nothing. */
  readonly active: boolean
  readonly lastSuccessAt?: Date | undefined
  readonly lastFailure?: { readonly at: Date; readonly why: string } | undefined
}

interface SystemDocument extends Omit<ExchangeSystem, 'id'> {
  _id: string
  /** SHA-256 of the token: whoever reads the database cannot call with what stands there. */
  tokenHash: string
}

export interface ExchangeSystems {
  /** Makes a system, or gives a known one what is new. */
  save(system: Omit<ExchangeSystem, 'active' | 'lastSuccessAt' | 'lastFailure'>, token: string): Promise<void>
  /** Removed ones too. */
  find(id: string): Promise<ExchangeSystem | undefined>
  byToken(token: string): Promise<ExchangeSystem | undefined>
  /** Active ones, by their id; of one city or of all. */
  list(city?: string): Promise<readonly ExchangeSystem[]>
  /** False when there is no such active system. */
  remove(id: string): Promise<boolean>
  succeeded(id: string, at: Date): Promise<void>
  failed(id: string, at: Date, why: string): Promise<void>
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

export const makeExchangeSystems = (connection: Connection): ExchangeSystems => {
  const schema = new Schema<SystemDocument>(
    {
      _id: String,
      city: String,
      unitId: String,
      name: String,
      url: String,
      secretSealed: String,
      tokenHash: String,
      active: Boolean,
      lastSuccessAt: Date,
      lastFailure: Schema.Types.Mixed,
    },
    { collection: 'exchangeSystems', versionKey: false },
  )
  schema.index({ tokenHash: 1 }, { unique: true })
  const Model = connection.model<SystemDocument>('ExchangeSystem', schema)

  const read = ({ _id, tokenHash: _hash, ...rest }: SystemDocument): ExchangeSystem => ({ id: _id, ...rest })

  return {
    save: async ({ id, ...rest }, token) => {
      await Model.updateOne(
        { _id: id },
        { $set: { ...rest, tokenHash: hashOf(token), active: true } },
        { upsert: true },
      )
    },
    find: async (id) => {
      const found = await Model.findOne({ _id: id }).lean<SystemDocument>()
      return found === null ? undefined : read(found)
    },
    byToken: async (token) => {
      const found = await Model.findOne({ tokenHash: hashOf(token), active: true }).lean<SystemDocument>()
      return found === null ? undefined : read(found)
    },
    list: async (city) => {
      const docs = await Model.find({ active: true, ...(city === undefined ? {} : { city }) })
        .sort({ _id: 1 })
        .lean<SystemDocument[]>()
      return docs.map(read)
    },
    remove: async (id) => {
      const { modifiedCount } = await Model.updateOne({ _id: id, active: true }, { $set: { active: false } })
      return modifiedCount === 1
    },
    succeeded: async (id, at) => {
      await Model.updateOne({ _id: id }, { $set: { lastSuccessAt: at } })
    },
    failed: async (id, at, why) => {
      await Model.updateOne({ _id: id }, { $set: { lastFailure: { at, why } } })
    },
  }
}
