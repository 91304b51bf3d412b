import { randomInt } from 'node:crypto'
import { type Connection, Schema } from 'mongoose'
import type { Secrets } from '../platform/secrets'

export const SMS_CODE_MINUTES = 5
export const RESEND_SECONDS = 60
const TRIES = 5

interface CodeDocument {
  /** Fingerprint of the phone number. */
  _id: string
  codeFingerprint: string
  triesLeft: number
  sentAt: Date
  expiresAt: Date
}

export interface SmsCodes {
  /** A fresh code for the number, or the seconds to wait because the last one is younger than a minute. */
  issue(phone: string, now: Date): Promise<{ readonly code: string } | { readonly waitSeconds: number }>
  /** True once for the right code in time; five wrong tries spoil it. */
  redeem(phone: string, code: string, now: Date): Promise<boolean>
  /** The code could not be delivered: another may be asked for at once. */
  revoke(phone: string, code: string): Promise<void>
}

export const makeSmsCodes = (connection: Connection, secrets: Secrets): SmsCodes => {
  const schema = new Schema<CodeDocument>(
    { _id: String, codeFingerprint: String, triesLeft: Number, sentAt: Date, expiresAt: Date },
    { collection: 'smsCodes', versionKey: false },
  )
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
  const Model = connection.model<CodeDocument>('SmsCode', schema)
  const idOf = (phone: string) => secrets.fingerprint(`sms ${phone}`)
  const codeOf = (phone: string, code: string) => secrets.fingerprint(`sms ${phone} ${code}`)

  return {
    issue: async (phone, now) => {
      const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
      const fresh = {
        codeFingerprint: codeOf(phone, code),
        triesLeft: TRIES,
        sentAt: now,
        expiresAt: new Date(now.getTime() + SMS_CODE_MINUTES * 60_000),
      }
      const tooSoon = new Date(now.getTime() - RESEND_SECONDS * 1000)
      try {
        await Model.updateOne(
          { _id: idOf(phone), sentAt: { $lte: tooSoon } },
          { $set: fresh },
          { upsert: true },
        )
        return { code }
      } catch (error) {
        // The document exists and is younger than a minute: the upsert met its _id.
        if ((error as { code?: number }).code !== 11_000) throw error
        const last = await Model.findOne({ _id: idOf(phone) }).lean()
        const waited = last === null ? 0 : (now.getTime() - last.sentAt.getTime()) / 1000
        return { waitSeconds: Math.min(RESEND_SECONDS, Math.max(1, Math.ceil(RESEND_SECONDS - waited))) }
      }
    },
    redeem: async (phone, code, now) => {
      // One conditional write takes a try away before the code is compared: parallel guesses cannot share a try.
      const found = await Model.findOneAndUpdate(
        { _id: idOf(phone), triesLeft: { $gt: 0 }, expiresAt: { $gt: now } },
        { $inc: { triesLeft: -1 } },
        { returnDocument: 'after', lean: true },
      )
      if (found === null || found.codeFingerprint !== codeOf(phone, code)) return false
      const { deletedCount } = await Model.deleteOne({
        _id: found._id,
        codeFingerprint: found.codeFingerprint,
      })
      return deletedCount === 1
    },
    revoke: async (phone, code) => {
      await Model.deleteOne({ _id: idOf(phone), codeFingerprint: codeOf(phone, code) })
    },
  }
}
