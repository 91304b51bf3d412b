import type { Submission } from '../pages/submit/form/submission'
import { storage } from '../platform/storage'
import { onOtherTab } from '../platform/otherTabs'
import { createStore } from '../stores/store'
import type { Progress } from './rules'

/** Kept with the form's drafts, so that it goes with them when the device is wiped. */
const FORM = 'submission:'
const KEY = `draft:${FORM}`
/** Where the one draft was kept before there could be several. */
const ONLY_DRAFT = 'draft:submission'

/** More than these are not begun: what is kept stays, and the person is told. */
export const MOST_KEPT = 10

/** An appeal on this device: written, waiting to be sent, or come back. */
export interface KeptAppeal {
  id: string
  value: Submission
  /** Device time, milliseconds. */
  savedAt: number
  progress: Progress
}

type Photo = Submission['photos'][number]

interface Stored {
  value: Submission
  savedAt: number
  /** Absent while it is being written: the form writes without it, so that every change takes it out of the outbox. */
  progress?: Progress
}

/** Counts changes, for pages that show what is kept. Typing in the form is none. */
export const keptChanges = createStore(0)
export const noteChange = (): void => keptChanges.set(keptChanges.get() + 1)
onOtherTab(noteChange)

/** The form's name for the draft of this id, see `useDraft`. */
export const draftNameOf = (id: string): string => FORM + id

/** Names an appeal on this device; no secret. */
export const newAppealId = (): string =>
  `${Date.now().toString(36)}-${Math.floor(Math.random() * 36 ** 4).toString(36)}`

const isStored = (kept: unknown): kept is Stored =>
  typeof (kept as Stored | undefined)?.savedAt === 'number' &&
  typeof (kept as Stored | undefined)?.value === 'object'

/** What the device could not keep lives as long as the app, so that it can be sent all the same. */
const unsafe = new Map<string, Stored>()

export const readAppeal = (id: string): KeptAppeal | undefined => {
  const kept = unsafe.get(id) ?? storage.read(KEY + id)
  if (!isStored(kept)) return undefined
  const { value, savedAt, progress = { state: 'saved' } } = kept
  return { id, value, savedAt, progress }
}

/** @returns false when the device could not keep it. */
export const writeAppeal = ({ id, value, savedAt, progress }: KeptAppeal): boolean => {
  const stored: Stored = { value, savedAt, ...(progress.state === 'saved' ? {} : { progress }) }
  const safe = storage.write(KEY + id, stored)
  if (safe) unsafe.delete(id)
  else unsafe.set(id, stored)
  noteChange()
  return safe
}

export const dropAppeal = (id: string): void => {
  unsafe.delete(id)
  storage.remove(KEY + id)
  noteChange()
}

/** The draft of an earlier version of the app, under the same id whoever moves it. */
const moveOnlyDraft = (): void => {
  const only = storage.read(ONLY_DRAFT)
  if (only === undefined) return
  if (isStored(only) && storage.read(`${KEY}first`) === undefined) {
    // Photos had no names of their own then.
    const photos = (only.value.photos as Partial<Photo>[] | undefined) ?? []
    const named = photos.map(({ id = '', thumbnail = '' }) => ({ key: id, id, thumbnail }))
    if (!storage.write(`${KEY}first`, { ...only, value: { ...only.value, photos: named } })) return
  }
  storage.remove(ONLY_DRAFT)
}

const hasContent = ({ value }: KeptAppeal): boolean => value.text.trim() !== '' || value.photos.length > 0

/** Everything that was begun and is not with the portal, the newest first. */
export const listAppeals = (): KeptAppeal[] => {
  moveOnlyDraft()
  return storage
    .names()
    .filter((name) => name.startsWith(KEY))
    .flatMap((name) => readAppeal(name.slice(KEY.length)) ?? [])
    .filter((appeal) => hasContent(appeal) || appeal.progress.state !== 'saved')
    .sort((a, b) => b.savedAt - a.savedAt)
}

/** The draft that somebody who opens the form goes on with. */
export const latestDraftId = (): string | undefined =>
  listAppeals().find(({ progress }) => progress.state !== 'waiting')?.id
