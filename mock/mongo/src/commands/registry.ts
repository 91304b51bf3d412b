import { aggregate } from './aggregate'
import * as collections from './collections'
import type { Command } from './command'
import { count } from './count'
import { getMore, killCursors } from './cursorCommands'
import { deleteCommand } from './delete'
import { distinct } from './distinct'
import { explain } from './explain'
import { find } from './find'
import { findAndModify, findandmodify } from './findAndModify'
import { createIndexes, dropIndexes, listIndexes } from './indexes'
import { insert } from './insert'
import * as server from './server'
import { update } from './update'

/** Every command that the engine understands, by the name under which drivers send it. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>(
  Object.entries({
    hello: server.hello,
    isMaster: server.isMaster,
    ismaster: server.ismaster,
    ping: server.ping,
    buildInfo: server.buildInfo,
    buildinfo: server.buildInfo,
    connectionStatus: server.connectionStatus,
    endSessions: server.endSessions,
    refreshSessions: server.refreshSessions,
    create: collections.create,
    drop: collections.drop,
    dropDatabase: collections.dropDatabase,
    listCollections: collections.listCollections,
    listDatabases: collections.listDatabases,
    createIndexes,
    listIndexes,
    dropIndexes,
    insert,
    find,
    getMore,
    killCursors,
    update,
    delete: deleteCommand,
    findAndModify,
    findandmodify,
    count,
    distinct,
    aggregate,
    explain,
  }),
)
