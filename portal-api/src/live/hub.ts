/**
 * Everybody who listens, and what they are told. All that takes time happens at a beat, whose moment is given: news is
 * looked for, silence is broken, sessions are checked again, old connections end.
 */
import type { LiveChange } from '@jiesu/shared-types'
import { within } from '../platform/deadline'
import type { Logger } from '../platform/log'
import { Refused } from '../platform/problems'
import type { Follow } from './follow'
import type { Change } from './rules/news'
import { hears, type Listener } from './rules/whoHears'

/** One open answer. Nothing happens any more once the reader has left. */
export interface Line {
  changed(change: LiveChange): void
  /** Says nothing, so that the connection is not taken for dead. */
  stillHere(): void
  end(): void
}

export interface Guest {
  readonly listener: Listener
  /** Who it is, for counting: nobody may hold all connections. */
  readonly person: string
  /** Whether the session that opened it is still good, and still that of the same reader. */
  readonly stillMay: () => Promise<boolean>
}

export interface Hub {
  /** Whoever joins after this misses nothing that happens from here on. @throws when the database is away. */
  ready(): Promise<void>
  /**
   * @param open opens the answer; it is told what to call when the reader has left.
   * @throws Refused when there are too many, or when the portal stops.
   */
  join(guest: Guest, open: (leave: () => void) => Line): void
  /** @param at milliseconds of any steady clock. Never throws. */
  beat(at: number): Promise<void>
  /** Ends all connections and takes no more. Resolves when nothing is under way any more. */
  close(): Promise<void>
}

export interface HubParts {
  readonly follow: Follow
  readonly log: Logger
  /** Connections of all together. */
  readonly most: number
}

/** Pages that one person has before the eyes, on all devices. */
const MOST_OF_ONE_PERSON = 12
/** Proxies close what is silent for a minute; readers take it for lost after 45 s. */
const SILENCE_MS = 15_000
/** A session that ended is heard of for so long at most. */
const CHECK_MS = 30_000
/** Nobody listens longer without showing who they are again. */
const LIFETIME_MS = 600_000
const CHECK_PATIENCE_MS = 15_000
const RETRY_AFTER_S = 60

/** So long nothing is looked for, but what is known is kept for the next who comes. */
const IDLE_MS = 120_000

/** What a change looks like to whoever hears of it. */
const told = (listener: Listener, change: Change): LiveChange | undefined => {
  const hearing = hears(listener, change)
  if (hearing === undefined) return undefined
  return hearing === 'gone' ? { number: change.number } : { number: change.number, version: change.version }
}

interface Member extends Guest {
  readonly line: Line
  /** Moments of beats. */
  since?: number
  saidAt: number
  checkedAt: number
}

export const makeHub = ({ follow, log, most }: HubParts): Hub => {
  const members = new Set<Member>()
  let closed = false
  let failing = false
  /** Since which beat nobody listens. */
  let idleSince: number | undefined
  let working: Promise<void> | undefined

  const end = (member: Member): void => {
    members.delete(member)
    member.line.end()
  }

  const rest = (at: number): void => {
    idleSince ??= at
    if (at - idleSince >= IDLE_MS) follow.forget()
  }

  const keepUp = (at: number): void => {
    if (members.size === 0) rest(at)
    for (const member of members) {
      if (member.since === undefined) Object.assign(member, { since: at, saidAt: at, checkedAt: at })
      else if (at - member.since >= LIFETIME_MS) end(member)
      else if (at - member.saidAt >= SILENCE_MS) {
        member.saidAt = at
        member.line.stillHere()
      }
    }
  }

  const tellNews = async (at: number): Promise<void> => {
    for (const change of await follow.look())
      for (const member of members) {
        const news = told(member.listener, change)
        if (news === undefined) continue
        member.saidAt = at
        member.line.changed(news)
      }
  }

  const checkSessions = async (at: number): Promise<void> => {
    const due = [...members].filter((member) => at - member.checkedAt >= CHECK_MS)
    await Promise.all(
      due.map(async (member) => {
        member.checkedAt = at
        if (!(await within(CHECK_PATIENCE_MS, member.stillMay()))) end(member)
      }),
    )
  }

  const work = async (at: number): Promise<void> => {
    const outcomes = await Promise.allSettled([tellNews(at), checkSessions(at)])
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    // Said once, not at every beat: the database is away, and whoever listens goes on waiting.
    if (failed !== undefined && !failing) {
      const { reason } = failed as { reason: unknown }
      log.warn({ error: reason instanceof Error ? reason.message : String(reason) }, 'live updates wait')
    }
    failing = failed !== undefined
  }

  return {
    ready: async () => {
      idleSince = undefined
      await follow.begin()
    },
    join: (guest, open) => {
      if (closed) throw new Refused('storage-unavailable', { retryAfter: 5 })
      const own = [...members].filter(({ person }) => person === guest.person)
      if (members.size >= most || own.length >= MOST_OF_ONE_PERSON)
        throw new Refused('too-many-connections', { retryAfter: RETRY_AFTER_S })
      const leave = () => members.delete(member)
      const member: Member = { ...guest, line: open(leave), saidAt: 0, checkedAt: 0 }
      members.add(member)
      idleSince = undefined
    },
    beat: async (at) => {
      keepUp(at)
      // The database may take its time: silence is broken meanwhile all the same.
      if (working !== undefined || members.size === 0) return
      working = work(at).finally(() => {
        working = undefined
      })
      await working
    },
    close: async () => {
      closed = true
      for (const member of members) end(member)
      await working
    },
  }
}
