import { SOLVED_ANSWERS } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Star } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { serverClock } from '../../../api/serverClock'
import { goBack, useQuery } from '../../../navigate'
import { focusOn } from '../../../platform/focus'
import { say } from '../../../platform/toast'
import { useCommandDraft } from '../../../stores/commandDraft'
import { useOrderView } from '../../../stores/orderView'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { Choices } from '../../../ui/form/Choices'
import { TextArea } from '../../../ui/form/Field'
import { Ticks } from '../../../ui/form/Ticks'
import { BottomBar } from '../../../ui/layout/BottomBar'
import { Card } from '../../../ui/layout/Card'
import { Fold } from '../../../ui/layout/Fold'
import { Stack } from '../../../ui/layout/Section'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { rateWords as words } from '../../../words/rate'
import { Aside } from '../view/Aside'
import { isLocked, staysInSight } from '../view/locks'
import { Unlock } from '../view/Unlock'
import { afterwards, offersRedo, type RatingDraft } from './afterwards'
import { Faces } from './Faces'
import { HowItGoes } from './HowItGoes'
import { checkRating, emptyRating, type Errors, errorsOf, FIELDS, REASON_LIMIT, toInput } from './ratingInput'
import { reasonsFor } from './reasons'
import { sayDue, SOLVED_WORDS } from '../../../words/vocabulary'
import { useLanguage } from '../../../words/useLanguage'
import styles from './rate.module.scss'

export default function RatePage() {
  useLanguage()
  const number = useQuery().number ?? ''
  const order = useOrderView(number)
  const draft = useCommandDraft(`rating:${number}`, emptyRating)
  const { value, change } = draft
  const [errors, setErrors] = useState<Errors>({})
  const [problem, setProblem] = useState<ApiProblem>()
  const [busy, setBusy] = useState(false)
  const view = order.data
  const mayRate = view?.allowed.includes('rate') === true
  const lock = [problem, order.problem].find((one) => one !== undefined && isLocked(one))
  const hidden = lock !== undefined && (view === undefined || !staysInSight(lock, number))
  const unlock = (
    <Unlock
      number={number}
      again={!hidden}
      onOpened={() => {
        setProblem(undefined)
        void order.reload()
      }}
    />
  )
  const redo = offersRedo(value)
  const offered = reasonsFor(value)

  const showErrors = (found: Errors) => {
    setErrors(found)
    const first = FIELDS.find((field) => field in found)
    if (first !== undefined) focusOn(`rate-${first}`)
  }
  const send = async () => {
    setProblem(undefined)
    setBusy(true)
    try {
      const found = await checkRating(value, redo)
      showErrors(found)
      if (Object.keys(found).length > 0) return
      const commandId = await draft.idToSend()
      order.replace(
        await call('rateOrder', { params: { number }, body: toInput({ ...value, commandId }, redo) }),
      )
      draft.clear()
      say(words.thanks)
      goBack('progress')
    } catch (caught) {
      const refusal = asProblem(caught)
      setProblem(refusal)
      showErrors(errorsOf(refusal.fields))
      if (isLocked(refusal)) setTimeout(() => focusOn('lookup-code'))
    } finally {
      setBusy(false)
    }
  }
  const answer = (patch: Partial<RatingDraft>, field?: keyof Errors) => {
    change(patch)
    if (field !== undefined) setErrors(({ [field]: _, ...rest }) => rest)
  }

  return (
    <Page
      title={appWords.titles.rate}
      backTo="progress"
      aside={
        hidden || number === '' ? undefined : view === undefined ? (
          <Skeleton lines={4} />
        ) : (
          <Aside view={view} />
        )
      }
      bottom={
        mayRate && lock === undefined ? (
          <BottomBar
            above={
              problem === undefined ? undefined : (
                <View role="alert">
                  <ErrorState problem={problem} />
                </View>
              )
            }
          >
            <View className={styles.grow}>
              <Button id="rate-send" kind="primary" block busy={busy} onPress={() => void send()}>
                {words.send}
              </Button>
            </View>
          </BottomBar>
        ) : undefined
      }
    >
      {hidden ? (
        unlock
      ) : view === undefined ? (
        order.problem === undefined && number !== '' ? (
          <Skeleton cards={2} lines={4} />
        ) : order.problem === undefined ? (
          <NotNow />
        ) : (
          <ErrorState problem={order.problem} onRetry={() => void order.reload()} busy={order.busy} />
        )
      ) : !mayRate ? (
        <NotNow />
      ) : (
        <Stack>
          {lock === undefined ? null : unlock}
          {view.reply === undefined ? null : (
            <Card>
              <Fold id="rate-reply" title={`${words.reply} · ${view.reply.unitName}`}>
                <View className={styles.text}>{view.reply.text}</View>
              </Fold>
            </Card>
          )}
          <Card>
            <Choices
              id="rate-solved"
              label={words.solved}
              choices={SOLVED_ANSWERS.map((id) => ({ id, name: SOLVED_WORDS[id] }))}
              chosen={value.solved === '' ? undefined : value.solved}
              error={errors.solved}
              onChoose={(solved) => answer({ solved }, 'solved')}
            />
          </Card>
          <Card>
            <Faces
              label={words.satisfaction}
              chosen={value.satisfaction}
              error={errors.satisfaction}
              onChoose={(satisfaction) => answer({ satisfaction }, 'satisfaction')}
            />
          </Card>
          {redo ? (
            <Card>
              <Choices
                id="rate-redo"
                label={words.redo}
                stacked
                choices={[
                  { id: 'yes', name: words.redoYes, explanation: words.redoYesDetail },
                  { id: 'no', name: words.redoNo, explanation: words.redoNoDetail },
                ]}
                chosen={value.asksRedo === '' ? undefined : value.asksRedo ? 'yes' : 'no'}
                onChoose={(choice) => answer({ asksRedo: choice === 'yes' }, 'reason')}
              />
            </Card>
          ) : null}
          <Card>
            {offered.kind === 'none' ? null : (
              <View className={styles.ticks}>
                <Ticks
                  id="rate-why"
                  label={offered.kind === 'bad' ? words.ticksBad : words.ticksGood}
                  hint={words.ticksHint}
                  choices={offered.reasons}
                  ticked={value.ticked}
                  onChange={(ticked) => answer({ ticked }, 'reason')}
                />
              </View>
            )}
            <TextArea
              id="rate-reason"
              label={redo && value.asksRedo === true ? words.reasonRedo : words.reason}
              hint={redo && value.asksRedo === true ? words.reasonRedoHint : words.reasonHint}
              optional={!(redo && value.asksRedo === true)}
              maxlength={REASON_LIMIT}
              rows={3}
              value={value.reason}
              error={errors.reason}
              onChange={(reason) => answer({ reason }, 'reason')}
            />
          </Card>
          <Card title={words.after}>
            <View id="rate-after" aria-live="polite">
              {afterwards(value, { ...view, nature: view.reply?.nature ?? 'ordinary' })}
            </View>
            {view.ratingOpenUntil === undefined ? null : (
              <View className={styles.until}>
                {words.until(sayDue(new Date(view.ratingOpenUntil), serverClock.now()))}
              </View>
            )}
            <HowItGoes round={view.round} maxRounds={view.maxRounds} />
          </Card>
        </Stack>
      )}
    </Page>
  )
}

const NotNow = () => (
  <EmptyState
    icon={<Star size={28} />}
    title={words.notNow}
    action={<Button onPress={() => goBack('progress')}>{words.back}</Button>}
  >
    {words.notNowDetail}
  </EmptyState>
)
