import type { KnowledgeHit, ScopeAnswer } from '@jiesu/shared-types'
import { isBlocking } from '@jiesu/shared-types/vocabulary'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, type Input } from '../../../api/client'
import { useSpokenLanguage } from '../../../words/language'

/** Long enough not to ask for every key, short enough to be there when the sentence is done. */
const PAUSE_MS = 450
const ENOUGH_CHARACTERS = 4
const HITS = 3
/** The search goes by the address line, which servers keep short; the first sentences say what it is about. */
const SEARCHED_CHARACTERS = 200

type Question = Input<'checkScope'>['body']

export interface ScopeFindings {
  scope: ScopeAnswer | undefined
  hits: readonly KnowledgeHit[]
  /** The text that they were found in. */
  about: string
  /** Names the findings on the present text that need the person's word; empty when there are none. */
  blockedBy: string
  /** One of them is an emergency: the question is then whether somebody was called. */
  callFirst: boolean
  /** Asks at once, e.g. when the portal refused what was sent. */
  ask: () => Promise<void>
}

interface Found {
  /** The text that was asked about. */
  about: string
  scope: ScopeAnswer | undefined
  hits: readonly KnowledgeHit[]
}

const NOTHING: Found = { about: '', scope: undefined, hits: [] }

/**
 * What the portal says of the text while it is being typed: is it a matter for the hotline, which category, is
 * there an answer already. The former findings stay until new ones come, so that nothing jumps; without a network
 * there are none, and nothing is in the way.
 */
export const useScope = (question: Question): ScopeFindings => {
  const { city, requester, kind, category, text } = question
  const [found, setFound] = useState(NOTHING)
  const language = useSpokenLanguage()
  const runs = useRef(0)

  const ask = useCallback(async () => {
    const run = ++runs.current
    const [scope, knowledge] = await Promise.all([
      call('checkScope', {
        body: { city, requester, text, ...(kind && { kind }), ...(category && { category }) },
      }).catch(() => undefined),
      call('searchKnowledge', { query: { city, q: text.slice(0, SEARCHED_CHARACTERS), limit: HITS } }).catch(
        () => undefined,
      ),
    ])
    if (runs.current !== run) return
    setFound((before) => ({
      about: scope === undefined ? before.about : text,
      scope: scope ?? before.scope,
      hits: knowledge?.hits ?? before.hits,
    }))
  }, [city, requester, kind, category, text])

  useEffect(() => {
    if (text.trim().length < ENOUGH_CHARACTERS) {
      runs.current++
      setFound(NOTHING)
      return
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [ask, text, language])

  // What was found in an earlier wording must not hold back the present one; the portal checks it once more anyway.
  const findings = found.about === text ? (found.scope?.findings ?? []) : []
  const blocking = findings.filter((finding) => isBlocking(finding.kind))
  return {
    scope: found.scope,
    hits: found.hits,
    about: found.about,
    blockedBy: blocking.map((finding) => finding.rule).join(),
    callFirst: blocking.some((finding) => finding.kind === 'emergency'),
    ask,
  }
}
