import {
  groupOrderNumber,
  isOrderNumber,
  misreadGroups,
  normaliseOrderNumber,
  ORDER_NUMBER_LENGTH,
} from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { focusOn } from '../../../platform/focus'
import { orderAccess } from '../../../stores/orderAccess'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Button } from '../../../ui/form/Button'
import { TextField } from '../../../ui/form/Field'
import { commonWords } from '../../../words/common'
import { lookupWords as words } from '../../../words/lookup'
import { readSlip, type Slip } from './readSlip'
import { SlipHelp } from './SlipHelp'
import styles from './lookup.module.scss'

interface LookupFormProps {
  /** When it is known already which order is meant. */
  number?: string
  /** Nothing but the query code is missing to go on with that order. */
  codeOnly?: boolean
  onOpened: (number: string) => void
}

const CODE = /^\d{6}$/

/** What is not right with a number so far: which groups were misread, or that it is not complete. */
const numberError = (typed: string, complete: boolean): string | undefined => {
  const groups = misreadGroups(typed)
  if (groups.length > 0) return words.misread(commonWords.list(groups.map(String)))
  return complete && !isOrderNumber(typed) ? words.numberShort : undefined
}

/** Opens an order by its number and query code, and keeps the key to it on this device. */
export const LookupForm = ({ number: known = '', codeOnly = false, onOpened }: LookupFormProps) => {
  const [number, setNumber] = useState(groupOrderNumber(known))
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()

  const digits = normaliseOrderNumber(number)
  const wrongNumber = numberError(number, tried || digits.length > ORDER_NUMBER_LENGTH)
  const wrongCode = tried && !CODE.test(code.trim()) ? words.codeWrong : undefined
  const seen =
    digits.length > 4 && wrongNumber === undefined ? words.numberSeen(groupOrderNumber(digits)) : undefined

  const fill = (slip: Slip) => {
    if (slip.number !== undefined) setNumber(groupOrderNumber(slip.number))
    if (slip.code !== undefined) setCode(slip.code)
  }
  /** The whole text of a receipt may come into the field; what comes digit by digit stays as it is typed. */
  const typeNumber = (typed: string) => {
    const slip = readSlip(typed)
    if (slip.number !== undefined && /\D{3}/.test(typed)) fill(slip)
    else setNumber(typed)
  }

  const open = async () => {
    setTried(true)
    setProblem(undefined)
    const first = !isOrderNumber(number)
      ? 'lookup-number'
      : !CODE.test(code.trim())
        ? 'lookup-code'
        : undefined
    if (first !== undefined) {
      focusOn(first)
      return
    }
    setBusy(true)
    try {
      const answer = await call('lookUpOrder', { body: { number: digits, queryCode: code.trim() } })
      orderAccess.keep(answer.order.number, answer.accessToken)
      setCode('')
      setTried(false)
      onOpened(answer.order.number)
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      setBusy(false)
    }
  }

  return (
    <View>
      {codeOnly ? (
        <View className={styles.lookingAt}>{words.lookingAt(groupOrderNumber(digits))}</View>
      ) : (
        <>
          <SlipHelp onFound={fill} />
          <TextField
            id="lookup-number"
            label={words.number}
            hint={seen ?? words.numberHint}
            error={wrongNumber}
            value={number}
            keyboard="tel"
            maxlength={200}
            autoComplete="off"
            onChange={typeNumber}
          />
        </>
      )}
      <TextField
        id="lookup-code"
        label={words.code}
        hint={words.codeHint}
        error={wrongCode}
        value={code}
        keyboard="number"
        maxlength={6}
        autoComplete="off"
        onChange={setCode}
        onConfirm={() => void open()}
      />
      {problem === undefined ? null : (
        <View className={styles.problem} role="alert">
          <ErrorState problem={problem} />
        </View>
      )}
      <View className={styles.send}>
        <Button id="lookup-open" kind="primary" block busy={busy} onPress={() => void open()}>
          {codeOnly ? words.continue : words.open}
        </Button>
      </View>
      <View className={`${styles.lost} secondary`}>{words.lost}</View>
    </View>
  )
}
