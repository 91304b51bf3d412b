/**
 * The MongoDB that the integration tests run against when `MONGODB_URI` names one, instead of the embedded engine:
 * `MONGODB_URI=mongodb://… npm run test:integration`. Each user of it gets a database of its own.
 */
import { randomBytes } from 'node:crypto'
import mongoose from 'mongoose'

const named = process.env['MONGODB_URI']
// What the tests start must not find its way there by itself.
delete process.env['MONGODB_URI']

export const isNamed = named !== undefined

export interface NamedDatabase {
  /** With the name of a database that nobody else uses. */
  readonly uri: string
  readonly drop: () => Promise<void>
}

/** @throws when `MONGODB_URI` names none. */
export const ownDatabase = (): NamedDatabase => {
  if (named === undefined) throw new Error('MONGODB_URI names no database')
  const url = new URL(named)
  url.pathname = `/jiesu_test_${randomBytes(8).toString('hex')}`
  const uri = url.href
  return {
    uri,
    drop: async () => {
      const connection = await mongoose.createConnection(uri).asPromise()
      await connection.dropDatabase()
      await connection.close()
    },
  }
}
