import type { CityProfile } from '@jiesu/shared-types'
import { useCallback, useEffect, useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, localProblem, type ApiProblem, type ProblemCode } from '../../../api/problem'
import { replaceWith } from '../../../navigate'
import { focusOn } from '../../../platform/focus'
import type { CommandDraft } from '../../../stores/commandDraft'
import { orderAccess } from '../../../stores/orderAccess'
import { keepReceipt } from '../../../stores/receipt'
import { submitWords as words } from '../../../words/submit'
import type { Photos } from './usePhotos'
import type { ScopeFindings } from './useScope'
import { openPoints } from './openPoints'
import { errorsByField, firstOf, toInput, type Errors, type Submission } from './submission'

interface Parts {
  draft: CommandDraft<Submission>
  profile: CityProfile | undefined
  photos: Photos
  scope: ScopeFindings
}

/** The portal found something in the text that the person has not been asked about. */
const ABOUT_SCOPE: readonly ProblemCode[] = ['out-of-scope', 'call-first']

const loadContracts = () =>
  Promise.all([import('../../../api/contracts'), import('../../../api/checkInput')]).catch(() => {
    // The code for checking is a file of its own: without a network it may not be there yet.
    throw localProblem('offline')
  })

/**
 * From pressing 提交 to the receipt. Nothing is cleared before the portal has said that the order exists; the same
 * command id makes a second try safe.
 */
export const useSending = ({ draft, profile, photos, scope }: Parts) => {
  const [errors, setErrors] = useState<Errors>({})
  const [problem, setProblem] = useState<ApiProblem>()
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
  useEffect(() => forgive('submit-photos'), [forgive, uploading, failed, count])

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

  const findErrors = async (): Promise<Errors> => {
    const [contracts, { checkInput }] = await loadContracts()
    const input = toInput(draft.value, profile?.id ?? '', insist)
    const found = errorsByField(checkInput(contracts.SubmitOrderInput, input))
    const photo = photoError()
    if (photo !== undefined) found['submit-photos'] ??= photo
    if (unanswered) found['submit-findings'] ??= question
    return found
  }

  const submit = async (city: string) => {
    const commandId = await draft.idToSend()
    const body = toInput({ ...draft.value, commandId }, city, insist)
    const receipt = await call('submitOrder', { body })
    const { order, queryCode, accessToken, news } = receipt
    orderAccess.keep(order.number, accessToken)
    // A try whose answer was lost (or another tab) may have been the one that counted, with the words as they were
    // then. What was written since is in no order: it stays in the form, to be sent as one of its own.
    const changedSince = order.text !== draft.value.text.trim()
    keepReceipt({ order, queryCode, changedSince, news })
    if (changedSince) draft.change({ commandId: '' })
    else draft.clear()
    photos.clear()
    replaceWith('sent')
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
