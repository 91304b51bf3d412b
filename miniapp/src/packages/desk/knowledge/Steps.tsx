import type { KnowledgeDeskEntry } from '@jiesu/shared-types'
import type { ChangedField } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import type { ApiProblem } from '../../../api/problem'
import { useDraft } from '../../../stores/drafts'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { TextArea } from '../../../ui/form/Field'
import { SureButton } from '../../../ui/form/SureButton'
import { Card } from '../../../ui/layout/Card'
import { Stack } from '../../../ui/layout/Section'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import { Changes } from './EntryParts'
import { settleable } from './settleable'
import { Settling } from './Settling'
import styles from './knowledge.module.scss'
import { TaskList } from './TaskList'
import type { Urging } from './Urge'

export interface Move {
  action: 'submit' | 'discard' | 'approve' | 'return' | 'withdraw' | 'roll-back' | 'confirm' | 'close-task'
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
  /** Tasks that the version answers, as the reviewer ticked them, and the sentence for whoever reported them. */
  settles: string[]
  settled: string
}
const nothing = (): Written => ({ why: '', settles: [], settled: '' })
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
  const { why, settles, settled } = draft.value
  const move = async (what: Move) => {
    if (await onMove(what)) draft.clear()
  }
  const steps = SIMPLE.filter((action) => entry.actions.includes(action))
  const older = entry.actions.includes('roll-back')
    ? entry.versions.filter(({ number }) => number !== entry.live)
    : []
  const settling = entry.stage === 'to-publish' && steps.includes('approve') ? settleable(entry) : []
  const ticked = settling.filter(({ id }) => settles.includes(id)).map(({ id }) => id)
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
                ticked={ticked}
                outcome={settled}
                error={settleError}
                onTick={(now) => draft.change({ settles: now })}
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
              {entry.actions.includes('discard') ? (
                <SureButton
                  id="knowledge-do-discard"
                  ask={entry.versions.length === 0 ? words.discard.never : words.discard.public}
                  yes={words.actions.discard}
                  no={words.discard.no}
                  disabled={blocked || busy}
                  onSure={() => void move({ action: 'discard' })}
                >
                  {words.actions.discard}
                </SureButton>
              ) : null}
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
      <TaskList
        entry={entry}
        busy={busy}
        blocked={blocked}
        onClose={(task, outcome) => onMove({ action: 'close-task', task, why: outcome })}
        onUrge={onUrge}
      />
    </>
  )
}
