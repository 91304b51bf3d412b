import { SOLVED_ANSWERS } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Star } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, localProblem, type ApiProblem } from '../../../api/problem'
import { useRemote } from '../../../api/useRemote'
import { goBack, useQuery } from '../../../navigate'
import { focusOn } from '../../../platform/focus'
import { say } from '../../../platform/toast'
import { useCommandDraft } from '../../../stores/commandDraft'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { Choices } from '../../../ui/form/Choices'
import { TextArea } from '../../../ui/form/Field'
import { BottomBar } from '../../../ui/layout/BottomBar'
import { Card } from '../../../ui/layout/Card'
import { Fold } from '../../../ui/layout/Fold'
import { Stack } from '../../../ui/layout/Section'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { rateWords as words } from '../../../words/rate'
import { afterwards, offersRedo, type RatingDraft } from './afterwards'
import { Faces } from './Faces'
import { SOLVED_WORDS } from '../../../words/vocabulary'
import { useLanguage } from '../../../words/useLanguage'
import styles from './rate.module.scss'

const REASON_LIMIT = 500
const FIELDS = ['solved', 'satisfaction', 'reason'] as const
type Errors = Partial<Record<(typeof FIELDS)[number], string>>

const emptyRating = (): RatingDraft => ({
  commandId: '',
  solved: '',
  satisfaction: '',
  reason: '',
  asksRedo: '',
})

const toInput = ({ commandId, solved, satisfaction, reason, asksRedo }: RatingDraft, redo: boolean) => ({
  commandId,
  // Empty means not chosen yet: the contract then says so.
  solved: solved as Exclude<typeof solved, ''>,
  satisfaction: satisfaction as Exclude<typeof satisfaction, ''>,
  reason,
  asksRedo: redo && asksRedo === true,
})

const errorsOf = (problems: readonly { path: string; message: string }[]): Errors =>
  Object.fromEntries(
    FIELDS.flatMap((field) => {
      const found = problems.find((problem) => problem.path === `/${field}`)
      return found === undefined ? [] : [[field, found.message]]
    }),
  )

const checkRating = async (draft: RatingDraft, redo: boolean): Promise<Errors> => {
  const [contracts, { checkInput }] = await Promise.all([
    import('../../../api/contracts'),
    import('../../../api/checkInput'),
  ]).catch(() => {
    throw localProblem('offline')
  })
  return errorsOf(checkInput(contracts.RateInput, toInput(draft, redo)))
}

export default function RatePage() {
  useLanguage()
  const number = useQuery().number ?? ''
  const order = useRemote(
    number === '' ? null : `order:${number}`,
    () => call('getOrder', { params: { number } }),
    {
      keep: true,
    },
  )
  const draft = useCommandDraft(`rating:${number}`, emptyRating)
  const { value, change } = draft
  const [errors, setErrors] = useState<Errors>({})
  const [problem, setProblem] = useState<ApiProblem>()
  const [busy, setBusy] = useState(false)
  const view = order.data
  const mayRate = view?.allowed.includes('rate') === true
  const redo = offersRedo(value)

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
      bottom={
        mayRate ? (
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
      {view === undefined ? (
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
              {afterwards(value, view)}
            </View>
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
