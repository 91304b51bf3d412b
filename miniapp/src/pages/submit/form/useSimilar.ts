import type { CityProfile, FollowedMatter, PublicMatter } from '@jiesu/shared-types'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { go } from '../../../navigate'
import { sessions } from '../../../stores/session'
import type { Submission } from './submission'

/** Long enough that a sentence is asked about once; the place and the category ask at once. */
const PAUSE_MS = 1200
const ENOUGH_CHARACTERS = 6

export interface Similar {
  matters: readonly PublicMatter[]
  /** What was followed from this form. */
  followed: FollowedMatter | undefined
  /** Key of the matter that is being followed just now. */
  busy: string | undefined
  problem: ApiProblem | undefined
  follow: (key: string) => void
}

/**
 * Public matters of others that may be the same. Asked only for categories of which others may read, and only when
 * there is a district and a street or some words; without a network there are none, and nothing is in the way.
 */
export const useSimilar = (submission: Submission, profile: CityProfile): Similar => {
  const { category, district, street } = submission
  const isPublic = profile.categories
    .flatMap((group) => group.categories)
    .some(({ id, publicAs }) => id === category && publicAs !== undefined)
  const text = submission.text.trim().length < ENOUGH_CHARACTERS ? '' : submission.text.trim()
  const city = profile.id
  const asks = isPublic && district !== '' && (street !== '' || text !== '')
  const [matters, setMatters] = useState<readonly PublicMatter[]>([])
  const [followed, setFollowed] = useState<FollowedMatter>()
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<ApiProblem>()
  const runs = useRef(0)
  /** Chosen before signing in: done when the person is back. */
  const wanted = useRef<string>(undefined)

  useEffect(() => {
    const run = ++runs.current
    if (!asks) {
      setMatters([])
      return
    }
    const timer = setTimeout(() => {
      const body = { city, category, district, text, ...(street === '' ? {} : { street }) }
      void call('findSimilar', { body }, { as: 'requester' }).then(
        (found) => {
          if (runs.current === run) setMatters(found.matters)
        },
        () => undefined,
      )
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [asks, city, category, district, street, text])

  const follow = (key: string) => {
    setProblem(undefined)
    if (sessions.requester.token() === undefined) {
      wanted.current = key
      go('signIn')
      return
    }
    wanted.current = undefined
    setBusy(key)
    void call('followMatter', { body: { key } })
      .then(setFollowed, (caught: unknown) => setProblem(asProblem(caught)))
      .finally(() => setBusy(undefined))
  }
  // This part of the form may have come after the page was shown first, so every showing counts.
  useDidShow(() => {
    if (wanted.current !== undefined && sessions.requester.token() !== undefined) follow(wanted.current)
    else wanted.current = undefined
  })

  return { matters, followed, busy, problem, follow }
}
