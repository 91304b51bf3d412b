import { fail } from '../errors'

/** As in MongoDB; this engine has no disk space to sort in, whether `allowDiskUse` is set or not. */
const MOST_BYTES = 100 * 1024 * 1024

/** What one stage of one command keeps in memory. @throws MongoError (292) when it becomes too much */
export class StageMemory {
  private bytes = 0

  constructor(private readonly stage: string) {}

  add(bytes: number): void {
    this.bytes += bytes
    if (this.bytes > MOST_BYTES)
      fail(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `${this.stage} exceeded memory limit of ${String(MOST_BYTES)} bytes, and the embedded engine has no external one`,
      )
  }

  remove(bytes: number): void {
    this.bytes -= bytes
  }
}
