/** An entry with its history: versions are only ever added, at most one of them is public, tasks stay with it. */
import type {
  KnowledgeEventType,
  KnowledgeStage,
  KnowledgeTaskKind,
  StaffRole,
} from '@jiesu/shared-types/vocabulary'
import type { EntryContent } from './entryContent'

export interface Version {
  /** From 1, without gaps. */
  readonly number: number
  readonly content: EntryContent
  readonly at: Date
  /** Staff account; absent for what came with the city's files. */
  readonly by?: string | undefined
  readonly why?: string | undefined
}

export interface LifeEvent {
  readonly type: KnowledgeEventType
  readonly at: Date
  readonly by?: string | undefined
  readonly role?: StaffRole | undefined
  readonly why?: string | undefined
  /** The version that it made public, or took away. */
  readonly version?: number | undefined
  /** The command that it answers to: sent again, it does nothing. */
  readonly commandId?: string | undefined
}

export interface Task {
  readonly id: string
  readonly kind: KnowledgeTaskKind
  readonly at: Date
  /** The end of the last working day for it. */
  readonly due: Date
  /** What the reader found wrong. */
  readonly text?: string | undefined
  /** Who hears the outcome; never shown at the desk. */
  readonly account?: string | undefined
  /** 督办: by a supervisor, while it was overdue. */
  readonly urged?: readonly { readonly at: Date; readonly by: string; readonly why: string }[] | undefined
  readonly closed?: { readonly at: Date; readonly by: string; readonly outcome: string } | undefined
}

export interface Work {
  readonly stage: Exclude<KnowledgeStage, 'none'>
  readonly content: EntryContent
  readonly by: string
  /** Why it is changed, or what is to be changed after a return. */
  readonly why?: string | undefined
}

export interface Life {
  readonly id: string
  readonly city: string
  readonly versions: readonly Version[]
  /** The number of the version that is public. */
  readonly live?: number | undefined
  readonly work?: Work | undefined
  readonly tasks: readonly Task[]
  readonly events: readonly LifeEvent[]
}

export const stageOf = (life: Pick<Life, 'work'>): KnowledgeStage => life.work?.stage ?? 'none'
export const liveVersion = (life: Life): Version | undefined =>
  life.versions.find(({ number }) => number === life.live)
/** What is worked on, or public, or was last. */
export const presentContent = (life: Life): EntryContent | undefined =>
  life.work?.content ?? liveVersion(life)?.content ?? life.versions.at(-1)?.content

/** Adds a task, once for its id. */
export const openTask = (life: Life, task: Task): Life =>
  life.tasks.some(({ id }) => id === task.id)
    ? life
    : {
        ...life,
        tasks: [...life.tasks, task],
        events: [...life.events, { type: 'task-opened', at: task.at }],
      }

const LONG_AGO = '0001-01-01'

/**
 * When a public entry has to be compared with its source again: in time before that runs out, or after some months; at
 * once where nobody knows when it was.
 */
export const recheckDay = (
  { checkedOn, validUntil }: Pick<EntryContent, 'checkedOn' | 'validUntil'>,
  everyDays: number,
): string => {
  if (checkedOn === undefined) return LONG_AGO
  const regular = new Date(Date.parse(`${checkedOn}T00:00:00Z`) + everyDays * 86_400_000)
    .toISOString()
    .slice(0, 10)
  return validUntil !== undefined && validUntil < regular ? validUntil : regular
}
