import { useCallback, useEffect, useRef, useState } from 'react'
import { asProblem, localProblem, type ApiProblem } from '../../../api/problem'
import { newAppealId } from '../../../outbox/kept'
import { canWait } from '../../../outbox/rules'
import { online } from '../../../platform/network'
import { addressOfFile, dropFile, keepFile, readFile } from '../../../platform/photoFiles'
import type { ChosenPhoto } from '../../../platform/photoLimits'
import { choosePhotos, chooseVideo } from '../../../platform/photos'
import { uploadPhoto } from '../../../platform/upload'
import type { Draft } from '../../../stores/drafts'
import { canSendAgain } from './photoFailure'
import type { Submission } from './submission'

/** `MAX_PHOTOS` of the contracts, which are not part of the first load. */
export const MOST_PHOTOS = 6

export interface Photo {
  key: string
  thumbnail: string
  /** `kept`: safe on the device, travels when there is a network. */
  state: 'uploading' | 'done' | 'failed' | 'kept'
  percent: number
  video: boolean
  problem?: ApiProblem
}

/** What happens to one photo now; those without have travelled, or wait for it. */
interface Doing {
  percent: number
  problem?: ApiProblem
}

/** A photo that the device could not keep lives as long as the form. */
const onlyHere = new Map<string, ChosenPhoto['file']>()

const fileOf = async (key: string): Promise<ChosenPhoto['file']> => {
  const file = onlyHere.get(key) ?? (await readFile(key))
  if (file === undefined) throw localProblem('photo-gone')
  return file
}

/**
 * Photos of a submission: kept on the device as soon as they are chosen, and sent at once where there is a network.
 * What the network lost waits for it, and goes with the appeal at the latest; what the portal does not take stays
 * until it is removed.
 */
export const usePhotos = (draft: Draft<Submission>) => {
  const { value, change } = draft
  const [doing, setDoing] = useState<Readonly<Record<string, Doing>>>({})
  const [adding, setAdding] = useState(false)
  const [tooLarge, setTooLarge] = useState(false)
  const latest = useRef(value.photos)
  useEffect(() => {
    latest.current = value.photos
  })

  const send = useCallback(
    async (key: string, video?: true) => {
      const say = (now: Doing) => setDoing((all) => ({ ...all, [key]: now }))
      say({ percent: 0 })
      try {
        const { id } = await uploadPhoto(
          { file: await fileOf(key), thumbnail: '', ...(video === undefined ? {} : { video }) },
          (percent) => say({ percent }),
        )
        change(({ photos }) => ({
          photos: photos.map((photo) => (photo.key === key ? { ...photo, id } : photo)),
        }))
        setDoing(({ [key]: _, ...others }) => others)
      } catch (caught) {
        say({ percent: 0, problem: asProblem(caught) })
      }
    },
    [change],
  )

  // What did not travel goes when the form is opened, and when the network is back.
  useEffect(() => {
    const sendRest = () => {
      if (online.get()) for (const { key, id, video } of latest.current) if (id === '') void send(key, video)
    }
    sendRest()
    return online.subscribe(sendRest)
  }, [send])

  const all = value.photos.map(({ key, id, thumbnail, video: isVideo }): Photo => {
    const now = doing[key]
    const video = isVideo === true
    if (id !== '') return { key, thumbnail, video, state: 'done', percent: 100 }
    if (now === undefined) return { key, thumbnail, video, state: 'kept', percent: 0 }
    if (now.problem === undefined) return { key, thumbnail, video, state: 'uploading', percent: now.percent }
    const waits = canWait(now.problem.code) && !onlyHere.has(key)
    return { key, thumbnail, video, state: waits ? 'kept' : 'failed', percent: 0, problem: now.problem }
  })
  const failures = all.filter((one) => one.state === 'failed')

  const keep = async (chosen: readonly ChosenPhoto[]) => {
    setTooLarge(false)
    const kept = await Promise.all(
      chosen.map(async ({ file, thumbnail, video }) => {
        const key = newAppealId()
        const safe = await keepFile(key, file)
        if (!safe) onlyHere.set(key, file)
        // WeChat moves what it keeps: the former path shows nothing any more.
        const address = safe && video === undefined ? addressOfFile(key) : undefined
        return { key, id: '', thumbnail: address ?? thumbnail, ...(video === undefined ? {} : { video }) }
      }),
    )
    setAdding(false)
    if (kept.length === 0) return
    change(({ photos }) => ({ photos: [...photos, ...kept] }))
    await Promise.all(kept.map(({ key, video }) => send(key, video)))
  }

  return {
    all,
    room: MOST_PHOTOS - all.length,
    /** Photos are being made smaller. */
    adding,
    uploading: adding || all.some((one) => one.state === 'uploading'),
    failed: failures.length > 0,
    /** True when one of those that failed will not be taken at any try. */
    refused: failures.some((one) => !canSendAgain(one.problem)),
    /** The last video that was chosen is more than the portal takes. */
    tooLarge,
    roomForVideo: all.length < MOST_PHOTOS && !all.some((one) => one.video),
    add: async () => {
      await keep(await choosePhotos(MOST_PHOTOS - all.length, () => setAdding(true)))
    },
    addVideo: async () => {
      const chosen = await chooseVideo()
      setTooLarge(chosen === 'too-large')
      if (chosen !== undefined && chosen !== 'too-large') await keep([chosen])
    },
    retry: (key: string) => send(key, latest.current.find((one) => one.key === key)?.video),
    remove(key: string) {
      onlyHere.delete(key)
      void dropFile(key)
      change(({ photos }) => ({ photos: photos.filter((one) => one.key !== key) }))
    },
    clear: () => {
      for (const { key } of latest.current) void dropFile(key)
      setDoing({})
    },
  }
}
export type Photos = ReturnType<typeof usePhotos>
