import type { KnowledgeDeskEntry } from '@jiesu/shared-types'
import { type ChangedField, KNOWLEDGE_TASK_WORDS, sayDue, sayMoment } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import type { ApiProblem } from '../../../api/problem'
import { useDraft } from '../../../stores/drafts'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Tag } from '../../../ui/feedback/Tag'
import { Button } from '../../../ui/form/Button'
import { TextArea } from '../../../ui/form/Field'
import { Card } from '../../../ui/layout/Card'
import { Stack } from '../../../ui/layout/Section'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import { Changes } from './EntryParts'
import { settleable } from './settleable'
import { Settling } from './Settling'
import styles from './knowledge.module.scss'
import { Urge, type Urging } from './Urge'

export interface Move {
  action: 'submit' | 'approve' | 'return' | 'withdraw' | 'roll-back' | 'confirm' | 'close-task'
  why?: string
  to?: number
  task?: string
  settles?: { tasks: string[]; outcome: string }
}

interface StepsProps {
  entry: KnowledgeDeskEntry
  busy: boolean
  /** Something is not saved yet. */
  blocked: boolean
  problem: ApiProblem | undefined
  /** Somebody was faster: what changed since this person looked. */
  meanwhile: readonly ChangedField[] | undefined
  onMove: (move: Move) => Promise<boolean>
  /** 督办 of an overdue task. */
  onUrge: Urging
}

const SIMPLE = ['submit', 'approve', 'return', 'confirm', 'withdraw'] as const
interface Written extends Record<string, unknown> {
  why: string
  outcome: string
  /** Tasks that the version does not answer, and the sentence for those whose tasks it does. */
  unsettled: string[]
  settled: string
}
const nothing = (): Written => ({ why: '', outcome: '', unsettled: [], settled: words.settledOutcome })
const MOST = 500

/** The step was refused because the entry is no longer what was looked at; what it is now stands on the page already. */
const MovedOn = ({ changes }: { changes: readonly ChangedField[] }) => (
  <View id="knowledge-moved-on">
    <Notice tone="late" title={words.movedOn.title}>
      {words.movedOn.help}
    </Notice>
    {changes.length === 0 ? null : (
      <>
        <View className={styles.change}>{words.movedOn.changed}</View>
        <Changes changes={changes} marks={words.movedOn.marks} />
      </>
    )}
  </View>
)

/** The steps that are this person's now, with the words that go with them; they stay until they were sent. */
export const Steps = ({ entry, busy, blocked, problem, meanwhile, onMove, onUrge }: StepsProps) => {
  const draft = useDraft(`knowledge-step:${entry.id}`, nothing)
  const { why, outcome, unsettled, settled } = draft.value
  const move = async (what: Move) => {
    if (await onMove(what)) draft.clear()
  }
  const steps = SIMPLE.filter((action) => entry.actions.includes(action))
  const older = entry.actions.includes('roll-back')
    ? entry.versions.filter(({ number }) => number !== entry.live)
    : []
  const tasks = entry.tasks.filter(({ closedAt }) => closedAt === undefined)
  const mayClose = entry.actions.includes('close-task')
  const settling = entry.stage === 'to-publish' && steps.includes('approve') ? settleable(entry) : []
  const ticked = settling.filter(({ id }) => !unsettled.includes(id)).map(({ id }) => id)
  const errorAt = (path: string) => problem?.fields.find((one) => one.path.startsWith(path))?.message
  const [whyError, settleError] = [errorAt('/why'), errorAt('/settles')]
  const isSaid = whyError !== undefined || settleError !== undefined
  const said =
    meanwhile !== undefined ? (
      <MovedOn changes={meanwhile} />
    ) : problem === undefined || isSaid ? null : (
      <ErrorState problem={problem} />
    )
  const nameOf = (action: (typeof SIMPLE)[number]) =>
    words.actions[action === 'approve' && entry.stage === 'to-publish' ? 'publish' : action]

  return (
    <>
      <Card id="knowledge-steps" title={words.steps}>
        {steps.length === 0 && older.length === 0 ? (
          <Stack>
            {said}
            <View className={styles.muted}>{words.noSteps}</View>
          </Stack>
        ) : (
          <Stack>
            <TextArea
              id="knowledge-step-why"
              label={words.reason}
              hint={words.reasonHint}
              rows={2}
              maxlength={MOST}
              value={why}
              {...(whyError === undefined ? {} : { error: whyError })}
              onChange={(value) => draft.change({ why: value })}
            />
            {settling.length === 0 ? null : (
              <Settling
                tasks={settling}
                unsettled={unsettled}
                outcome={settled}
                error={settleError}
                onTick={(now) => draft.change({ unsettled: now })}
                onOutcome={(value) => draft.change({ settled: value })}
              />
            )}
            {said}
            {blocked ? <View className={styles.muted}>{words.unsaved}</View> : null}
            <View className={styles.buttons}>
              {steps.map((action) => (
                <Button
                  key={action}
                  id={`knowledge-do-${action}`}
                  kind={
                    action === 'submit' || action === 'approve'
                      ? 'primary'
                      : action === 'withdraw'
                        ? 'danger'
                        : 'secondary'
                  }
                  disabled={blocked}
                  busy={busy}
                  onPress={() =>
                    void move({
                      action,
                      ...(why.trim() === '' ? {} : { why }),
                      ...(action === 'approve' && ticked.length > 0
                        ? { settles: { tasks: ticked, outcome: settled } }
                        : {}),
                    })
                  }
                >
                  {nameOf(action)}
                </Button>
              ))}
              {older.map(({ number }) => (
                <Button
                  key={number}
                  id={`knowledge-roll-back-${number}`}
                  disabled={blocked}
                  busy={busy}
                  onPress={() => void move({ action: 'roll-back', to: number, why })}
                >
                  {`${words.actions['roll-back']} · ${words.version(number)}`}
                </Button>
              ))}
            </View>
          </Stack>
        )}
      </Card>
      {tasks.length === 0 ? null : (
        <Card id="knowledge-tasks" title={words.taskList}>
          <Stack>
            {tasks.map(({ id, kind, due, late, text, told, urged, mayUrge }) => (
              <View key={id} className={styles.change}>
                <View className={styles.tags}>
                  <View className={styles.strong}>{KNOWLEDGE_TASK_WORDS[kind]}</View>
                  {late ? (
                    <Tag look="late">{words.late}</Tag>
                  ) : (
                    <View>{words.due(sayDue(new Date(due)))}</View>
                  )}
                </View>
                {text === undefined ? null : <View className={styles.report}>{text}</View>}
                {told ? <View className={styles.muted}>{words.told}</View> : null}
                {urged === undefined ? null : (
                  <View className={styles.report}>
                    {words.urgedBy(urged.times, sayMoment(new Date(urged.at)), urged.why)}
                  </View>
                )}
                {mayUrge ? <Urge entry={entry.id} task={id} busy={busy} onUrge={onUrge} /> : null}
                {mayClose ? (
                  <Button
                    id={`knowledge-close-${id}`}
                    small
                    disabled={blocked || outcome.trim() === ''}
                    busy={busy}
                    onPress={() => void move({ action: 'close-task', task: id, why: outcome })}
                  >
                    {words.actions['close-task']}
                  </Button>
                ) : null}
              </View>
            ))}
            {mayClose ? (
              <TextArea
                id="knowledge-outcome"
                label={words.outcome}
                hint={words.outcomeHint}
                rows={2}
                maxlength={MOST}
                value={outcome}
                onChange={(value) => draft.change({ outcome: value })}
              />
            ) : null}
          </Stack>
        </Card>
      )}
    </>
  )
}
