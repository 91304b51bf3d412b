type Listener = (...args: unknown[]) => unknown

/** What passes between a page and the page that it opened (`getOpenerEventChannel`). */
export const eventChannel = (events: Record<string, unknown> = {}) => {
  const listeners: { name: string; listener: Listener; once: boolean }[] = []
  const listen = (once: boolean) => (name: unknown, listener: unknown) => {
    if (typeof listener === 'function') {
      listeners.push({ name: String(name), listener: listener as Listener, once })
    }
  }
  const on = listen(false)
  for (const [name, listener] of Object.entries(events)) on(name, listener)
  const remove = (test: (entry: (typeof listeners)[number]) => boolean) => {
    for (const entry of listeners.filter(test)) listeners.splice(listeners.indexOf(entry), 1)
  }
  return {
    on,
    once: listen(true),
    off: (name: unknown, listener?: unknown) =>
      remove((entry) => entry.name === name && (listener === undefined || entry.listener === listener)),
    emit: (name: unknown, ...args: unknown[]) => {
      const called = listeners.filter((entry) => entry.name === name)
      remove((entry) => entry.once && called.includes(entry))
      for (const { listener } of called) listener(...args)
    },
  }
}

export type EventChannel = ReturnType<typeof eventChannel>
