import type { MessageList } from '@jiesu/shared-types'

/** True for a message that the device has not shown yet; `seen` is empty before the first. */
export const isAfter = (at: string, seen: string): boolean => seen === '' || Date.parse(at) > Date.parse(seen)

/** Messages that happened since this device last showed them, as far as the list goes. */
export const countUnread = (list: MessageList | undefined, seen: string): number =>
  (list?.messages ?? []).filter((message) => isAfter(message.at, seen)).length
