/**
 * What the main thread reads at most for one command. Everybody waits for that thread: whatever needs more goes to a
 * reader thread, which starts over.
 */
const MOST_ENTRIES = 1000
const MOST_BYTES = 1_000_000

/** The command has not changed anything; somebody with more time has to run it. */
export class OverBudget extends Error {
  override readonly name = 'OverBudget'
}

export class ReadBudget {
  private entries = 0
  private bytes = 0

  /** How many entries may still be read. */
  get left(): number {
    return MOST_ENTRIES - this.entries
  }

  /** @throws OverBudget */
  spend(bytes: number): void {
    this.entries++
    this.bytes += bytes
    if (this.entries > MOST_ENTRIES || this.bytes > MOST_BYTES) throw new OverBudget()
  }
}
