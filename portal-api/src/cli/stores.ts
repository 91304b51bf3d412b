import type { Connection } from 'mongoose'
import type { ExchangeDeliveries } from '../exchange/deliveries.store'
import type { ExchangeSystems } from '../exchange/systems.store'
import type { Accounts } from '../identity/accounts.store'
import type { StaffStore } from '../identity/staff.store'
import type { KnowledgeRoom, KnowledgeSurroundings } from '../knowledge/composeKnowledge'
import type { ImportedEntries } from '../knowledge/imported.store'
import type { KnowledgeItem } from '../knowledge/knowledgeData'
import type { KnowledgeLives } from '../knowledge/lives.store'
import type { Life } from '../knowledge/rules/life'
import type { OrderStore } from '../orders/order.store'
import { CannotStart } from '../platform/cannotStart'
import { connect } from '../platform/mongo/connect'
import type { Secrets } from '../platform/secrets'

/** What makes the stores that commands need; given by `main.ts`, which wires them as `compose.ts` does for serving. */
export interface Stores {
  staff(connection: Connection): StaffStore
  accounts(connection: Connection, secrets: Secrets): Pick<Accounts, 'byPhone'>
  /** For reading, and for putting the demo's orders in. */
  orders(connection: Connection): Pick<OrderStore, 'replayable' | 'insert' | 'findBySubmission'>
  systems(connection: Connection): ExchangeSystems
  deliveries(connection: Connection): ExchangeDeliveries
  knowledge(connection: Connection): ImportedEntries
  /** The use cases of the knowledge, for the demo's work on it. */
  knowledgeRoom(surroundings: KnowledgeSurroundings): Pick<KnowledgeRoom, 'editEntry' | 'questions'>
  lives(connection: Connection, itemOf: (life: Life) => KnowledgeItem | null): KnowledgeLives
}

/**
 * Opens the database for one command and closes it afterwards.
 * @throws CannotStart when none answers.
 */
export const withDatabase = async <T>(
  uri: string,
  use: (connection: Connection) => Promise<T>,
): Promise<T> => {
  const connection = await connect(uri).catch((error: unknown) => {
    throw new CannotStart(
      `no database answers at MONGODB_URI: ${(error as Error).message}. Is \`npm start\` running, or MONGODB_URI set? ` +
        'Where it was started with --data <dir>, set JIESU_DATA=<dir>.',
    )
  })
  try {
    return await use(connection)
  } finally {
    await connection.close()
  }
}
