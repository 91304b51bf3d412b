import type { MessageList } from '@jiesu/shared-types'
import { call } from '../api/client'
import { useRemote, type Remote } from '../api/useRemote'
import { sessions } from './session'
import { persistentStore, useStore } from './store'

const isTime = (kept: unknown): kept is string => typeof kept === 'string'

/** When the newest message happened that was shown on this device; empty before the first. */
export const seenUntil = persistentStore<string>('messages-seen', '', isTime)

/** Messages of whoever is signed in, newest first; nothing is asked while nobody is. */
export const useMessages = (): Remote<MessageList> => {
  const session = useStore(sessions.requester.store)
  const key = session === null ? null : `messages:${session.token.slice(-12)}`
  return useRemote<MessageList>(key, () => call('listMessages', { query: {} }), { keep: true })
}

/** The list with the page that follows it. */
export const readOlder = async ({ messages, next }: MessageList): Promise<MessageList> => {
  const page = await call('listMessages', { query: next === undefined ? {} : { after: next } })
  return { ...page, messages: [...messages, ...page.messages] }
}
