type Listener = (result: unknown) => unknown

/** What the app subscribed to by `wx.on…`. */
export class Listeners {
  private readonly byEvent = new Map<string, Set<Listener>>()

  /** @param event without `on`, e.g. `NetworkStatusChange` */
  add(event: string, listener: unknown): void {
    if (typeof listener !== 'function') return
    const set = this.byEvent.get(event) ?? new Set()
    this.byEvent.set(event, set.add(listener as Listener))
  }

  /** Removes one listener; all of the event when none is named. */
  remove(event: string, listener: unknown): void {
    if (listener === undefined) this.byEvent.delete(event)
    else this.byEvent.get(event)?.delete(listener as Listener)
  }

  of(event: string): Listener[] {
    return [...(this.byEvent.get(event) ?? [])]
  }
}
