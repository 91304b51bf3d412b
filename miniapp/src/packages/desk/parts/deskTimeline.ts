import type { TimelineEntry } from '@jiesu/shared-types'
import { ACTOR_ROLE_WORDS } from '@jiesu/shared-types/vocabulary'
import { deskWords as words } from '../../../words/zh/desk'

/** The timeline is written for the requester (您); at the desk the same steps are told of the requester. */
export const deskTimeline = (entries: readonly TimelineEntry[]): TimelineEntry[] =>
  entries.map((entry) => ({
    ...entry,
    title: entry.type === 'information-requested' ? words.asked : entry.title,
    byWords: entry.by === 'requester' ? ACTOR_ROLE_WORDS.requester : entry.byWords,
  }))
