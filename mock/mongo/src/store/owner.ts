import { readFileSync } from 'node:fs'
import { OWNER_KEY } from './keys'
import type { Lmdb } from './transaction'

/** A running process, told apart from a later one with the same id by when it started. */
interface Owner {
  readonly pid: number
  readonly startedAt: string
}

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'

  constructor(folder: string, pid: number) {
    super(`The data folder ${folder} is in use by another process (pid ${String(pid)}).`)
  }
}

/** Folders that this very process has open; LMDB would hand out the same environment twice. */
const openHere = new Set<string>()

/**
 * Makes this process the only user of a data folder. The owner is recorded inside an LMDB write transaction,
 * which LMDB's own lock makes exclusive among processes; the record of a dead process counts for nothing.
 *
 * @throws FolderInUse if a living process owns the folder
 */
export function claimFolder(lmdb: Lmdb, folder: string): void {
  const me = describe(process.pid)
  lmdb.transactionSync(() => {
    const stored = lmdb.get(OWNER_KEY)
    const owner = stored && (JSON.parse(stored.toString()) as Owner)
    const isMine = owner?.pid === me.pid && owner.startedAt === me.startedAt
    if (owner && !isMine && isAlive(owner)) throw new FolderInUse(folder, owner.pid)
    lmdb.putSync(OWNER_KEY, Buffer.from(JSON.stringify(me)))
  })
}

/** Refuses to open a folder twice in one process; returns what gives it back. */
export function reserveFolder(folder: string): () => void {
  if (openHere.has(folder)) throw new FolderInUse(folder, process.pid)
  openHere.add(folder)
  return () => openHere.delete(folder)
}

export function releaseFolder(lmdb: Lmdb): void {
  lmdb.removeSync(OWNER_KEY)
}

const describe = (pid: number): Owner => ({ pid, startedAt: startOf(pid) ?? '' })

/** On Linux, the boot and the tick at which a process started; elsewhere unknown. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    // The command name in parentheses may contain spaces; the start time is the 20th field after it.
    const startTick = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return startTick && `${boot}/${startTick}`
  } catch {
    return undefined
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return owner.startedAt === '' || startOf(owner.pid) === owner.startedAt
}
