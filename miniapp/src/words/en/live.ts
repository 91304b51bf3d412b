import type { Words } from '../language'
import type * as zh from '../zh/live'

export const liveWords: Words<typeof zh.liveWords> = {
  states: {
    connecting: '',
    live: 'Updating live',
    lost: 'Connection lost, reconnecting',
    off: 'Automatic updates have stopped',
    polled: 'Updated every 30 seconds',
  },
  refresh: 'Refresh',
}
