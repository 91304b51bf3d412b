import mongoose, { type Connection } from 'mongoose'

/**
 * Opens the database. Commands fail at once while it is away, instead of waiting in a buffer without an answer.
 * Writes are acknowledged by a majority and journaled: what was acknowledged survives.
 * @throws mongoose's error when nothing answers within five seconds.
 */
export const connect = async (uri: string): Promise<Connection> => {
  const connection = mongoose.createConnection(uri, {
    serverSelectionTimeoutMS: 5000,
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
