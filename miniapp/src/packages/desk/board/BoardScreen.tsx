import type { Board, StaffIdentity } from '@jiesu/shared-types'
import { sayMoment } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Order } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { serverClock } from '../../../api/serverClock'
import { useRemote } from '../../../api/useRemote'
import { saveTable } from '../../../platform/saveTable'
import { say } from '../../../platform/toast'
import { useWide } from '../../../platform/wide'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { Choices } from '../../../ui/form/Choices'
import { boardWords as words } from '../../../words/zh/board'
import { deskOf } from '../parts/useStaff'
import { AskingCard } from './AskingCard'
import { BoardCards } from './BoardCards'
import { BoardTable } from './BoardTable'
import { Formula } from './Formula'
import { KnowledgeCard } from './KnowledgeCard'
import { type Period, periodOf, PERIODS, type PeriodName } from './periods'
import { TasksCard } from './TasksCard'
import styles from './board.module.scss'

/** A period, its figures, and below them how they are made. */
export const BoardScreen = ({ staff }: { staff: StaffIdentity }) => {
  const [name, setName] = useState<PeriodName>('thisMonth')
  const period = periodOf(name, serverClock.now())
  const board = useRemote(`board ${deskOf(staff)} ${period.from} ${period.to}`, () =>
    call('getBoard', { query: { ...period } }),
  )
  return (
    <View className={styles.board}>
      <Choices
        id="board-period"
        label={words.period}
        choices={PERIODS.map((id) => ({ id, name: words.periods[id] }))}
        chosen={name}
        onChoose={setName}
      />
      <View className={styles.head}>
        <View id="board-span" className={styles.span}>
          {words.span(period.from, period.to)}
          {board.data === undefined ? null : (
            <View className={styles.asOf}>{words.asOf(sayMoment(new Date(board.data.serverTime)))}</View>
          )}
        </View>
        {board.data === undefined || board.data.rows.length === 0 ? null : (
          <Export period={period} city={staff.cityName} />
        )}
      </View>
      {board.problem === undefined ? null : (
        <ErrorState problem={board.problem} onRetry={() => void board.reload()} busy={board.busy} />
      )}
      {board.data === undefined && board.problem === undefined ? <Skeleton cards={4} lines={3} /> : null}
      {board.data === undefined ? null : <Rows board={board.data} />}
      {board.data?.knowledge === undefined ? null : <KnowledgeCard figures={board.data.knowledge} />}
      {board.data?.asking === undefined ? null : <AskingCard asking={board.data.asking} />}
      {board.data === undefined || board.data.tasks.length === 0 ? null : (
        <TasksCard tasks={board.data.tasks} />
      )}
      {board.data === undefined ? null : <Formula board={board.data} />}
    </View>
  )
}

const Rows = ({ board }: { board: Board }) => {
  const wide = useWide()
  if (board.rows.length === 0)
    return (
      <EmptyState icon={<Order size={28} />} title={words.empty}>
        {words.emptyHelp}
      </EmptyState>
    )
  return wide ? <BoardTable board={board} /> : <BoardCards board={board} />
}

/** The same figures as a table for spreadsheets. */
const Export = ({ period, city }: { period: Period; city: string }) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | 'failed'>()
  const save = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const table = await call('exportBoard', { query: { ...period } })
      const outcome = await saveTable(
        `${city}${words.title} ${words.span(period.from, period.to)}.csv`,
        table,
      )
      if (outcome === 'failed') setProblem('failed')
      else say(words.exported[outcome])
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      setBusy(false)
    }
  }
  return (
    <View className={styles.export}>
      <Button id="board-export" small busy={busy} onPress={() => void save()}>
        {words.export}
      </Button>
      {problem === 'failed' ? (
        <Notice tone="soon" title={words.exportFailed}>
          {words.exportFailedHelp}
        </Notice>
      ) : problem === undefined ? null : (
        <ErrorState problem={problem} />
      )}
    </View>
  )
}
