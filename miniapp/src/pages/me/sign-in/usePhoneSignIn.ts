import type { Session } from '@jiesu/shared-types'
import { useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { focusOn } from '../../../platform/focus'
import { signInWords as words } from '../../../words/me'
import { groupPhone, isMobile, phoneDigits, typePhone } from './phoneTyping'
import { useResend } from './useResend'

interface Errors {
  phone?: string
  code?: string
}

const atField = (problem: ApiProblem): Errors => {
  const of = (path: string) => problem.fields.find((field) => field.path === path)?.message
  const errors: Errors = {}
  const phone = of('/phone')
  const code = of('/code')
  if (phone !== undefined) errors.phone = phone
  if (code !== undefined) errors.code = code
  return errors
}

/** Signing in by phone: a code is sent, then given back. Nothing that was typed is lost when a step fails. */
export const usePhoneSignIn = (onSession: (session: Session) => void) => {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [validMinutes, setValidMinutes] = useState<number>()
  const [busy, setBusy] = useState<'code' | 'sign-in'>()
  const [errors, setErrors] = useState<Errors>({})
  const [problem, setProblem] = useState<ApiProblem>()
  const resend = useResend()

  const run = async (what: 'code' | 'sign-in', step: () => Promise<void>) => {
    setBusy(what)
    setProblem(undefined)
    setErrors({})
    try {
      await step()
    } catch (caught) {
      const failed = asProblem(caught)
      const found = atField(failed)
      setErrors(found)
      if (Object.keys(found).length === 0) setProblem(failed)
      if (what === 'code' && failed.retryAfter !== undefined) resend.start(failed.retryAfter)
    } finally {
      setBusy(undefined)
    }
  }
  const refuse = (field: keyof Errors, message: string) => {
    setProblem(undefined)
    setErrors({ [field]: message })
    focusOn(`sign-in-${field}`)
  }

  const getCode = async () => {
    if (!isMobile(phone)) {
      refuse('phone', words.phoneWrong)
      return
    }
    await run('code', async () => {
      const sent = await call('sendSmsCode', { body: { phone: phoneDigits(phone) } })
      setValidMinutes(sent.validMinutes)
      resend.start(sent.resendAfterSeconds)
      focusOn('sign-in-code')
    })
  }

  const signIn = async () => {
    const digits = code.normalize('NFKC').trim()
    const codeError = digits === '' && validMinutes === undefined ? words.codeFirst : words.codeWrong
    if (!isMobile(phone)) {
      refuse('phone', words.phoneWrong)
      return
    }
    if (!/^\d{6}$/.test(digits)) {
      refuse('code', codeError)
      return
    }
    await run('sign-in', async () =>
      onSession(await call('signInByPhone', { body: { phone: phoneDigits(phone), code: digits } })),
    )
  }

  return {
    phone,
    code,
    errors,
    problem,
    busy,
    validMinutes,
    secondsLeft: resend.left,
    typePhone: (typed: string) => {
      setPhone(typePhone(phone, typed))
      setErrors(({ phone: _, ...rest }) => rest)
    },
    tidyPhone: () => setPhone(groupPhone(phoneDigits(phone))),
    typeCode: (typed: string) => {
      setCode(typed)
      setErrors(({ code: _, ...rest }) => rest)
    },
    getCode,
    signIn,
  }
}
