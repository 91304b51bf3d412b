import { useRef, useState } from 'react'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { choosePhotos, type ChosenPhoto } from '../../../platform/photos'
import { uploadPhoto } from '../../../platform/upload'
import type { Draft } from '../../../stores/drafts'
import { canSendAgain } from './photoFailure'
import type { Submission } from './submission'

/** `MAX_PHOTOS` of the contracts, which are not part of the first load. */
export const MOST_PHOTOS = 6

export interface Photo {
  key: string
  thumbnail: string
  state: 'uploading' | 'done' | 'failed'
  percent: number
  problem?: ApiProblem
}

interface Pending extends Photo {
  chosen: ChosenPhoto
}

/**
 * Photos of a submission, each sent as soon as it is chosen. What was uploaded is part of the draft; what failed
 * stays until it is tried again or removed.
 */
export const usePhotos = (draft: Draft<Submission>) => {
  const [pending, setPending] = useState<readonly Pending[]>([])
  const begunSoFar = useRef(0)
  const patch = (key: string, change: Partial<Pending>) =>
    setPending((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)))

  const send = async (key: string, chosen: ChosenPhoto) => {
    try {
      const { id } = await uploadPhoto(chosen, (percent) => patch(key, { percent }))
      setPending((all) => all.filter((one) => one.key !== key))
      draft.change(({ photos }) => ({ photos: [...photos, { id, thumbnail: chosen.thumbnail }] }))
    } catch (caught) {
      patch(key, { state: 'failed', problem: asProblem(caught) })
    }
  }

  const kept: Photo[] = draft.value.photos.map(({ id, thumbnail }) => ({
    key: id,
    thumbnail,
    state: 'done',
    percent: 100,
  }))

  return {
    all: [...kept, ...pending],
    room: MOST_PHOTOS - kept.length - pending.length,
    uploading: pending.some((one) => one.state === 'uploading'),
    failed: pending.some((one) => one.state === 'failed'),
    /** True when one of those that failed will not be taken at any try. */
    refused: pending.some((one) => one.state === 'failed' && !canSendAgain(one.problem)),
    async add() {
      const chosen = await choosePhotos(MOST_PHOTOS - kept.length - pending.length)
      const begun = chosen.map((one): Pending => ({
        key: `begun-${++begunSoFar.current}`,
        thumbnail: one.thumbnail,
        state: 'uploading',
        percent: 0,
        chosen: one,
      }))
      setPending((all) => [...all, ...begun])
      await Promise.all(begun.map((one) => send(one.key, one.chosen)))
    },
    async retry(key: string) {
      const one = pending.find((photo) => photo.key === key)
      if (one === undefined) return
      patch(key, { state: 'uploading', percent: 0 })
      await send(key, one.chosen)
    },
    remove(key: string) {
      setPending((all) => all.filter((one) => one.key !== key))
      draft.change(({ photos }) => ({ photos: photos.filter((one) => one.id !== key) }))
    },
    clear: () => setPending([]),
  }
}
export type Photos = ReturnType<typeof usePhotos>
