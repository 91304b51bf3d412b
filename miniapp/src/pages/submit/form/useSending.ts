import type { CityProfile } from '@jiesu/shared-types'
import { useCallback, useEffect, useState } from 'react'
import { asProblem, type ApiProblem, type ProblemCode } from '../../../api/problem'
import { replaceWith } from '../../../navigate'
import { problemOf } from '../../../outbox/correction'
import { readAppeal, writeAppeal } from '../../../outbox/kept'
import { advance } from '../../../outbox/rules'
import { sendAppeal } from '../../../outbox/send'
import { focusOn } from '../../../platform/focus'
import type { CommandDraft } from '../../../stores/commandDraft'
import { submitWords as words } from '../../../words/submit'
import type { Photos } from './usePhotos'
import type { ScopeFindings } from './useScope'
import { openPoints } from './openPoints'
import { errorsByField, firstOf, missingFields, toInput, type Errors, type Submission } from './submission'

interface Parts {
  /** The appeal's name on this device. */
  id: string
  draft: CommandDraft<Submission>
  profile: CityProfile | undefined
  photos: Photos
  scope: ScopeFindings
}

/** The portal found something in the text that the person has not been asked about. */
const ABOUT_SCOPE: readonly ProblemCode[] = ['out-of-scope', 'call-first']

/** The code for checking is a file of its own: without a network it may not be there yet. */
const loadContracts = () =>
  Promise.all([import('../../../api/contracts'), import('../../../api/checkInput')]).catch(() => undefined)

/** What the portal said when it was sent in the background, shown as if it had been said just now. */
const saidBefore = (id: string): ApiProblem | undefined => {
  const progress = readAppeal(id)?.progress
  return progress?.state === 'to-correct' ? problemOf(progress.correction) : undefined
}

/**
 * From pressing 提交 to the receipt. Nothing is cleared before the portal has said that the order exists; the same
 * command id makes a second try safe.
 */
export const useSending = ({ id, draft, profile, photos, scope }: Parts) => {
  const [before] = useState(() => saidBefore(id))
  const [errors, setErrors] = useState<Errors>(() => errorsByField(before?.fields ?? []))
  const [problem, setProblem] = useState(before)
  const [busy, setBusy] = useState(false)
  /** The findings that the person saw when choosing to insist. */
  const [insistedOn, setInsistedOn] = useState('')
  const insist = scope.blockedBy !== '' && insistedOn === scope.blockedBy
  const unanswered = scope.blockedBy !== '' && !insist
  const question = (scope.callFirst ? words.callFirst : words.insist).ask

  /** A field that is being corrected is not scolded meanwhile. */
  const forgive = useCallback(
    (...fields: (keyof Errors)[]) =>
      setErrors((before) =>
        Object.fromEntries(Object.entries(before).filter(([id]) => !fields.includes(id as keyof Errors))),
      ),
    [],
  )

  // What was said of the photos was said of how they were then.
  const { uploading, failed } = photos
  const count = photos.all.length
  const [seen, setSeen] = useState({ uploading, failed, count })
  if (seen.uploading !== uploading || seen.failed !== failed || seen.count !== count) {
    setSeen({ uploading, failed, count })
    forgive('submit-photos')
  }

  const showErrors = (found: Errors) => {
    setErrors(found)
    const first = firstOf(found)
    if (first !== undefined) focusOn(first)
  }

  const photoError = () => {
    if (photos.uploading) return words.photosWait
    if (photos.refused) return words.photosRefused
    return photos.failed ? words.photosFailed : undefined
  }

  // Fetched while there is a network, so that the form can be checked when there is none.
  const begun = draft.value.text !== ''
  useEffect(() => {
    if (begun) void loadContracts()
  }, [begun])

  const findErrors = async (): Promise<Errors> => {
    const loaded = await loadContracts()
    const input = toInput(draft.value, profile?.id ?? '', insist)
    const found: Errors =
      loaded === undefined
        ? Object.fromEntries(missingFields(draft.value).map((field) => [field, words.fillIn]))
        : errorsByField(loaded[1].checkInput(loaded[0].SubmitOrderInput, input))
    const photo = photoError()
    if (photo !== undefined) found['submit-photos'] ??= photo
    if (unanswered) found['submit-findings'] ??= question
    return found
  }

  const submit = async (city: string) => {
    const commandId = await draft.idToSend()
    const at = Date.now()
    // From here on it is sent by itself, also when the app dies now.
    const progress = advance({ state: 'saved' }, { type: 'pressed', city, insist, at })
    writeAppeal({ id, value: { ...draft.value, commandId }, savedAt: at, progress })
    const outcome = await sendAppeal(id)
    switch (outcome.kind) {
      case 'sent':
        if (!outcome.rest) draft.clear()
        replaceWith('sent', { number: outcome.number })
        break
      case 'waiting':
        replaceWith('submit', { draft: id })
        break
      case 'to-correct':
        throw outcome.problem
      case 'gone':
        break
    }
  }

  const send = async () => {
    if (profile === undefined) return
    setProblem(undefined)
    setBusy(true)
    try {
      const found = await findErrors()
      showErrors(found)
      if (Object.keys(found).length === 0) await submit(profile.id)
    } catch (caught) {
      const refusal = asProblem(caught)
      setProblem(refusal)
      showErrors(errorsByField(refusal.fields))
      if (ABOUT_SCOPE.includes(refusal.code)) await scope.ask()
    } finally {
      setBusy(false)
    }
  }

  // Another category can make findings go away, so the question of them alone decides.
  const { 'submit-findings': _, ...fieldErrors } = errors
  const shown: Errors = unanswered ? errors : fieldErrors
  const wrong: Errors = {
    ...fieldErrors,
    ...(unanswered ? { 'submit-findings': question } : {}),
    ...(photos.failed ? { 'submit-photos': words.photosFailed } : {}),
  }

  return {
    errors: shown,
    open: openPoints(draft.value, wrong, photos.uploading),
    problem,
    busy,
    insist,
    send,
    toggleInsist: () => {
      setInsistedOn(insist ? '' : scope.blockedBy)
      forgive('submit-text', 'submit-findings')
    },
    forgive,
    reset: () => {
      setErrors({})
      setProblem(undefined)
    },
  }
}
export type Sending = ReturnType<typeof useSending>
