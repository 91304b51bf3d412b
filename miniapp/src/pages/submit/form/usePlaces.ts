import type { PlaceAnswer } from '@jiesu/shared-types'
import { useEffect, useState } from 'react'
import { call } from '../../../api/client'
import { useSettled } from '../../../ui/form/useSettled'
import type { Draft } from '../../../stores/drafts'
import { afterWords, type Submission } from './submission'

const PAUSE_MS = 450
const ENOUGH_CHARACTERS = 2
const NOTHING: PlaceAnswer = { places: [] }

/**
 * What the words of the place say of district and street. What is certain is filled in, as long as the person has not
 * chosen; the rest is proposed. Without a network there is nothing, and nothing is in the way.
 */
export const usePlaces = (draft: Draft<Submission>, city: string | undefined): PlaceAnswer => {
  const { value, change } = draft
  const words = useSettled(value.detail.trim(), value.detail.trim(), PAUSE_MS)
  const [found, setFound] = useState(NOTHING)

  useEffect(() => {
    if (city === undefined || words.length < ENOUGH_CHARACTERS) {
      setFound(NOTHING)
      return
    }
    let wanted = true
    call('searchPlaces', { query: { city, q: words } }).then(
      (answer) => {
        if (!wanted) return
        setFound(answer)
        change((latest) => afterWords(latest, answer))
      },
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [words, city, change])

  return found
}
