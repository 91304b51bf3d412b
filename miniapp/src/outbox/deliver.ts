import type { Output } from '../api/client'
import { call } from '../api/client'
import { asProblem, localProblem } from '../api/problem'
import { emptySubmission, toInput, type Submission } from '../pages/submit/form/submission'
import { readFile } from '../platform/photoFiles'
import { uploadPhoto } from '../platform/upload'
import type { KeptAppeal } from './kept'
import type { Waiting } from './rules'

type Photo = Submission['photos'][number]

/** Writes down what was reached, so that no photo travels twice. */
type Note = (photos: Photo[]) => void

const uploadMissing = async (photos: readonly Photo[], note: Note): Promise<Photo[]> => {
  const done = [...photos]
  for (const [at, photo] of done.entries()) {
    if (photo.id !== '') continue
    const file = await readFile(photo.key)
    if (file === undefined) throw localProblem('photo-gone')
    const { id } = await uploadPhoto({ ...photo, file }, () => undefined)
    done[at] = { ...photo, id }
    note([...done])
  }
  return done
}

/** The portal forgets uploads that no appeal took within a day; what is still on the device goes once more. */
const uploadAgain = async (photos: readonly Photo[], note: Note): Promise<Photo[]> => {
  for (const { key } of photos) if ((await readFile(key)) === undefined) throw localProblem('photo-gone')
  return uploadMissing(
    photos.map((photo) => ({ ...photo, id: '' })),
    note,
  )
}

/**
 * Brings an appeal to the portal: its photos, then itself. At every try under the same command id, so that it becomes
 * one order however often it is tried.
 * @throws ApiProblem
 */
export const deliver = async (
  { value }: KeptAppeal,
  { city, insist }: Waiting,
  note: Note,
): Promise<Output<'submitOrder'>> => {
  const send = (photos: readonly Photo[]) =>
    // What an older version of the app kept lacks what came since.
    call('submitOrder', {
      body: toInput({ ...emptySubmission(), ...value, photos: [...photos] }, city, insist),
    })
  const photos = await uploadMissing(value.photos, note)
  try {
    return await send(photos)
  } catch (caught) {
    if (asProblem(caught).code !== 'unknown-attachment') throw caught
    return send(await uploadAgain(photos, note))
  }
}
