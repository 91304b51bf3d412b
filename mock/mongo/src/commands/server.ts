import { MAX_DOCUMENT_BYTES } from '../bson/codec'
import { SESSION_MINUTES } from '../store/replies'
import { MAX_MESSAGE_BYTES } from '../wire/message'
import { ok, type Command } from './command'

const VERSION = [8, 0, 0, 0]

const HANDSHAKE_FIELDS = [
  'helloOk',
  'client',
  'compression',
  'loadBalanced',
  'saslSupportedMechs',
  'speculativeAuthenticate',
  'topologyVersion',
  'maxAwaitTimeMS',
  'backpressure',
]

/**
 * Presents the engine as mongos: drivers then use sessions and retryable writes, ask for no replica set name,
 * and work over unix sockets at any path. Without a topologyVersion they poll instead of streaming.
 */
const handshake = (name: string, primary: string): Command => ({
  fields: [name, ...HANDSHAKE_FIELDS],
  run: ({ connectionId, now }) =>
    ok({
      [primary]: true,
      msg: 'isdbgrid',
      maxBsonObjectSize: MAX_DOCUMENT_BYTES,
      maxMessageSizeBytes: MAX_MESSAGE_BYTES,
      maxWriteBatchSize: 100_000,
      localTime: now,
      logicalSessionTimeoutMinutes: SESSION_MINUTES,
      connectionId,
      minWireVersion: 0,
      maxWireVersion: 25,
      readOnly: false,
      helloOk: true,
    }),
})

export const hello = handshake('hello', 'isWritablePrimary')
export const isMaster = handshake('isMaster', 'ismaster')
export const ismaster = handshake('ismaster', 'ismaster')

export const ping: Command = { fields: ['ping'], run: () => ok() }

export const buildInfo: Command = {
  fields: ['buildInfo', 'buildinfo'],
  run: () =>
    ok({
      version: VERSION.slice(0, 3).join('.'),
      versionArray: VERSION,
      gitVersion: 'embedded',
      bits: 64,
      debug: false,
      maxBsonObjectSize: MAX_DOCUMENT_BYTES,
      storageEngines: ['lmdb'],
      modules: [],
    }),
}

export const connectionStatus: Command = {
  fields: ['connectionStatus', 'showPrivileges'],
  run: () => ok({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
}

/** Sessions hold nothing but the last reply of a retryable write, which expires by itself. */
export const endSessions: Command = { fields: ['endSessions'], run: () => ok() }
export const refreshSessions: Command = { fields: ['refreshSessions'], run: () => ok() }
