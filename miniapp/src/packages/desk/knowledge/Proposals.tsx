import type { KnowledgeChoices, KnowledgeProposal } from '@jiesu/shared-types'
import { type ProposalAction, sayDay } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Order } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { useRemote } from '../../../api/useRemote'
import { say } from '../../../platform/toast'
import { useCommandDraft } from '../../../stores/commandDraft'
import { useReturn } from '../../../platform/useReturn'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Tag } from '../../../ui/feedback/Tag'
import { Button } from '../../../ui/form/Button'
import { TextArea } from '../../../ui/form/Field'
import { PickOne } from '../../../ui/form/PickOne'
import { Card } from '../../../ui/layout/Card'
import { Fold } from '../../../ui/layout/Fold'
import { Stack } from '../../../ui/layout/Section'
import { LinkTo } from '../../../ui/page/LinkTo'
import { deskKnowledgeWords } from '../../../words/zh/deskKnowledge'
import styles from './knowledge.module.scss'

const words = deskKnowledgeWords.proposals

interface Move {
  action: ProposalAction
  entry?: string
  unit?: string
  why?: string
}

interface ProposalsProps {
  desk: string
  choices: KnowledgeChoices
  onOpen: (entry: string) => void
}

/** 建议: what many asked in vain, and what the hotline answers itself again and again. */
export const Proposals = ({ desk, choices, onOpen }: ProposalsProps) => {
  const list = useRemote(`knowledge proposals ${desk}`, () => call('listKnowledgeProposals', {}))
  useReturn(() => void list.reload())
  const { data } = list
  return (
    <>
      {list.problem === undefined ? null : (
        <ErrorState problem={list.problem} onRetry={() => void list.reload()} busy={list.busy} />
      )}
      {data === undefined && list.problem === undefined ? <Skeleton cards={2} lines={4} /> : null}
      {data === undefined ? null : <View className={styles.muted}>{words.help(data.askersNeeded)}</View>}
      {data?.proposals.length === 0 ? (
        <EmptyState icon={<Order size={28} />} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : null}
      <View role="list" aria-label={words.title} className={styles.desk}>
        {data?.proposals.map((one) => (
          <View key={one.id} role="listitem">
            <ProposalCard
              proposal={one}
              desk={desk}
              choices={choices}
              onOpen={onOpen}
              onMoved={() => void list.reload()}
            />
          </View>
        ))}
      </View>
      {data?.more === true ? <View className={styles.muted}>{words.more}</View> : null}
    </>
  )
}

interface CardProps extends ProposalsProps {
  proposal: KnowledgeProposal
  onMoved: () => void
}

const ProposalCard = ({ proposal, desk, choices, onOpen, onMoved }: CardProps) => {
  const { id, kind, askers, times, since, last, nearest, entry, actions } = proposal
  const command = useCommandDraft(`${desk}:knowledge-proposal:${id}`, () => ({ why: '', commandId: '' }))
  const [dismissing, setDismissing] = useState(command.value.why !== '')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()

  const move = async (what: Move) => {
    setBusy(true)
    setProblem(undefined)
    try {
      const commandId = await command.idToSend()
      const moved = await call('moveKnowledgeProposal', { params: { id }, body: { commandId, ...what } })
      command.clear()
      say(words.done[what.action])
      if (moved.entry === undefined) onMoved()
      else onOpen(moved.entry)
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      setBusy(false)
    }
  }

  const mayAdd = actions.includes('add-phrasing')
  return (
    <Card id={`proposal-${id}`} title={proposal.words}>
      <Stack>
        <View className={styles.tags}>
          <Tag look="info">{words.kinds[kind]}</Tag>
          {entry === undefined ? null : <Tag look="soon">{words.taken}</Tag>}
          <View>{kind === 'question' ? words.asked(askers, times) : words.answered(askers)}</View>
          <View className={styles.muted}>{words.span(sayDay(since), sayDay(last))}</View>
          {proposal.unitName === undefined ? null : (
            <View>
              {proposal.assigned ? words.assigned(proposal.unitName) : words.matterOf(proposal.unitName)}
            </View>
          )}
        </View>
        {proposal.otherWords.length === 0 ? null : (
          <View>{`${words.otherWords}${proposal.otherWords.join('、')}`}</View>
        )}
        {proposal.replies.length === 0 ? null : (
          <Fold id={`proposal-replies-${id}`} title={words.replies} quiet>
            {proposal.replies.map((reply) => (
              <View key={reply} className={styles.report}>
                {reply}
              </View>
            ))}
          </Fold>
        )}
        {proposal.orders.length === 0 ? null : (
          <View className={styles.tags}>
            <View className={styles.muted}>{words.orders}</View>
            {proposal.orders.map((number) => (
              <LinkTo key={number} page="deskOrder" query={{ number }} className={styles.orderLink}>
                {number}
              </LinkTo>
            ))}
          </View>
        )}
        {nearest.length === 0 ? null : (
          <View>
            <View className={styles.muted}>{words.near}</View>
            {nearest.map(({ id: near, title, unitName, own }) => (
              <View key={near} className={styles.nearest}>
                <View>{words.nearLine(title, unitName)}</View>
                {mayAdd && own ? (
                  <Button
                    id={`proposal-add-${near}`}
                    small
                    busy={busy}
                    label={words.addToLabel(title)}
                    onPress={() => void move({ action: 'add-phrasing', entry: near })}
                  >
                    {words.addTo}
                  </Button>
                ) : null}
              </View>
            ))}
          </View>
        )}
        {actions.includes('assign') ? (
          <PickOne
            id={`proposal-assign-${id}`}
            label={words.assign}
            ask={deskKnowledgeWords.pickUnit}
            searchHint={deskKnowledgeWords.searchHint}
            nothingFound={deskKnowledgeWords.nothingFound}
            groups={[{ id: 'all', name: '', options: choices.units }]}
            chosen={proposal.unit}
            onChoose={(unit) => void move({ action: 'assign', unit })}
          />
        ) : null}
        {problem === undefined ? null : <ErrorState problem={problem} />}
        {dismissing && actions.includes('dismiss') ? (
          <>
            <TextArea
              id={`proposal-why-${id}`}
              label={words.why}
              hint={words.whyHint}
              rows={2}
              maxlength={200}
              value={command.value.why}
              onChange={(why) => command.change({ why })}
            />
            <View className={styles.buttons}>
              <Button
                id={`proposal-dismiss-sure-${id}`}
                kind="danger"
                busy={busy}
                disabled={command.value.why.trim() === ''}
                onPress={() => void move({ action: 'dismiss', why: command.value.why })}
              >
                {words.sureDismiss}
              </Button>
              <Button kind="quiet" onPress={() => setDismissing(false)}>
                {words.cancel}
              </Button>
            </View>
          </>
        ) : (
          <View className={styles.buttons}>
            {actions.includes('begin') ? (
              <Button
                id={`proposal-begin-${id}`}
                kind="primary"
                busy={busy}
                onPress={() => void move({ action: 'begin' })}
              >
                {words.begin}
              </Button>
            ) : null}
            {entry === undefined ? null : (
              <Button id={`proposal-open-${id}`} onPress={() => onOpen(entry)}>
                {words.open}
              </Button>
            )}
            {actions.includes('dismiss') ? (
              <Button id={`proposal-dismiss-${id}`} kind="quiet" onPress={() => setDismissing(true)}>
                {words.dismiss}
              </Button>
            ) : null}
          </View>
        )}
      </Stack>
    </Card>
  )
}
