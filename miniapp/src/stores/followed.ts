import type { FollowedMatters } from '@jiesu/shared-types'
import { call } from '../api/client'
import { useRemote, type Remote } from '../api/useRemote'
import { sessions } from './session'
import { useStore } from './store'

/** Matters that whoever is signed in follows, newest first; nothing is asked while nobody is. */
export const useFollowed = (): Remote<FollowedMatters> => {
  const session = useStore(sessions.requester.store)
  const key = session === null ? null : `followed:${session.token.slice(-12)}`
  return useRemote<FollowedMatters>(key, () => call('listFollowed', {}), { keep: true })
}
