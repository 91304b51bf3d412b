import mongoose, { type Connection } from 'mongoose'

/** How long to wait for the database, in milliseconds. */
export interface Patience {
  /** For any server that takes commands; short interruptions pass unnoticed. */
  readonly find: number
  /** For the answer to a command: a server that hangs must not hang the portal. */
  readonly answer: number
}

const PATIENCE: Patience = { find: 5_000, answer: 15_000 }

/**
 * Opens the database. Commands fail at once while it is away, instead of waiting in a buffer without an answer.
 * Writes are acknowledged by a majority and journaled: what was acknowledged survives.
 * @throws mongoose's error when nothing answers in time.
 */
export const connect = async (uri: string, { find, answer }: Patience = PATIENCE): Promise<Connection> => {
  const connection = mongoose.createConnection(uri, {
    serverSelectionTimeoutMS: find,
    connectTimeoutMS: find,
    socketTimeoutMS: answer,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
    ignoreUndefined: true,
    writeConcern: { w: 'majority', journal: true },
  })
  await connection.asPromise()
  return connection
}

/** Makes every index that the models ask for. */
export const prepareIndexes = async (connection: Connection): Promise<void> => {
  for (const model of Object.values(connection.models)) {
    await model.createCollection()
    await model.createIndexes()
  }
}
