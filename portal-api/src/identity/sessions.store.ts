import { createHash, randomBytes } from 'node:crypto'
import { type Connection, Schema } from 'mongoose'

/** What a token opens: a requester's account, a member of staff, or one order. */
export type SessionOf =
  | { readonly kind: 'requester'; readonly id: string }
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'order'; readonly id: string }

interface SessionDocument {
  /** SHA-256 of the token: whoever reads the database cannot sign in with what stands there. */
  _id: string
  kind: SessionOf['kind']
  subject: string
  expiresAt: Date
}

export interface Sessions {
  open(of: SessionOf, now: Date): Promise<{ token: string; expiresAt: Date }>
  find(token: string, now: Date): Promise<SessionOf | undefined>
  close(token: string): Promise<void>
}

const HOUR_MS = 3_600_000
const LIFETIME_MS: Record<SessionOf['kind'], number> = {
  requester: 30 * 24 * HOUR_MS,
  staff: 10 * HOUR_MS,
  order: 24 * HOUR_MS,
}

const keyOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

export const makeSessions = (connection: Connection): Sessions => {
  const schema = new Schema<SessionDocument>(
    { _id: String, kind: String, subject: String, expiresAt: Date },
    { collection: 'sessions', versionKey: false },
  )
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
  const Model = connection.model<SessionDocument>('Session', schema)

  return {
    open: async (of, now) => {
      const token = randomBytes(32).toString('base64url')
      const expiresAt = new Date(now.getTime() + LIFETIME_MS[of.kind])
      await Model.create({ _id: keyOf(token), kind: of.kind, subject: of.id, expiresAt })
      return { token, expiresAt }
    },
    find: async (token, now) => {
      const found = await Model.findOne({ _id: keyOf(token) }).lean()
      return found === null || found.expiresAt <= now ? undefined : { kind: found.kind, id: found.subject }
    },
    close: async (token) => {
      await Model.deleteOne({ _id: keyOf(token) })
    },
  }
}
