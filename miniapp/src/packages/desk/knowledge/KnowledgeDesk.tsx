import type { KnowledgeChoices, KnowledgeDeskList, KnowledgeRow, StaffIdentity } from '@jiesu/shared-types'
import {
  KNOWLEDGE_QUEUES,
  KNOWLEDGE_STAGE_WORDS,
  exportsKnowledge,
  importsKnowledge,
  type KnowledgeQueue,
} from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Order } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { call } from '../../../api/client'
import { type Remote, useRemote } from '../../../api/useRemote'
import { go, goBack, replaceWith } from '../../../navigate'
import { choosesFiles } from '../../../platform/sendFile'
import { useReturn } from '../../../platform/useReturn'
import { useWide } from '../../../platform/wide'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Tag } from '../../../ui/feedback/Tag'
import { Button } from '../../../ui/form/Button'
import { Choices } from '../../../ui/form/Choices'
import { SearchBox } from '../../../ui/form/SearchBox'
import { useSettled } from '../../../ui/form/useSettled'
import { PressRow, Rows } from '../../../ui/layout/ListRow'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import { deskKnowledgeFilesWords as filesWords } from '../../../words/zh/deskKnowledgeFiles'
import { deskOf } from '../parts/useStaff'
import { EntryDesk } from './EntryDesk'
import { KnowledgeFiles } from './KnowledgeFiles'
import { NewEntry } from './NewEntry'
import { Proposals } from './Proposals'
import { Due } from './TaskList'
import styles from './knowledge.module.scss'

const NEW = 'new'
const PROPOSALS = 'proposals'
type Shown = KnowledgeQueue | typeof PROPOSALS
const FILES = 'files'

const openPage = (id: string): void => go('deskKnowledge', { id })

interface KnowledgeDeskProps {
  staff: StaffIdentity
  /** An entry, or what else is open; the lists otherwise. A page of its own, so that one can go back, reload and send the address. */
  open: string | undefined
}

/** The lists of entries, or what was opened from them. */
export const KnowledgeDesk = ({ staff, open }: KnowledgeDeskProps) => {
  const desk = `${deskOf(staff)}:${staff.role}`
  const wide = useWide()
  const choices = useRemote(`knowledge choices ${desk}`, () => call('getKnowledgeChoices', {}))
  if (choices.data === undefined)
    return choices.problem === undefined ? (
      <Skeleton cards={2} lines={4} />
    ) : (
      <ErrorState problem={choices.problem} onRetry={() => void choices.reload()} busy={choices.busy} />
    )
  if (open === undefined) return <Lists staff={staff} desk={desk} choices={choices.data} />
  return (
    <View className={styles.desk}>
      {wide ? (
        <View>
          <Button id="knowledge-back" kind="quiet" onPress={() => goBack('deskKnowledge')}>
            {words.back}
          </Button>
        </View>
      ) : null}
      {open === NEW ? (
        <NewEntry
          desk={desk}
          city={staff.city}
          choices={choices.data}
          onMade={(id) => replaceWith('deskKnowledge', { id })}
          onDropped={() => goBack('deskKnowledge')}
        />
      ) : open === FILES ? (
        <KnowledgeFiles staff={staff} />
      ) : (
        <EntryDesk key={open} id={open} desk={desk} choices={choices.data} />
      )}
    </View>
  )
}

interface ListProps {
  staff: StaffIdentity
  desk: string
  choices: KnowledgeChoices
}

const Lists = ({ staff, desk, choices }: ListProps) => {
  const [shown, setShown] = useState<Shown>('mine')
  const queue = shown === PROPOSALS ? 'mine' : shown
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim(), '')
  const list = useRemote(`knowledge ${desk} ${queue} ${q}`, () =>
    call('listKnowledgeDesk', { query: { queue, q } }),
  )
  const { data } = list
  useReturn(() => void list.reload())
  return (
    <View className={styles.desk}>
      <Choices
        id="knowledge-queue"
        label={words.list}
        choices={[
          ...KNOWLEDGE_QUEUES.map((id) => ({
            id,
            name: data === undefined ? words.queues[id] : words.queueWith(words.queues[id], data.counts[id]),
          })),
          { id: PROPOSALS, name: words.proposals.name },
        ]}
        chosen={shown}
        onChoose={setShown}
      />
      {shown === PROPOSALS ? (
        <Proposals desk={desk} choices={choices} onOpen={openPage} />
      ) : (
        <EntryList staff={staff} list={list} choices={choices} typed={typed} onType={setTyped} />
      )}
    </View>
  )
}

interface EntryListProps extends Pick<ListProps, 'staff' | 'choices'> {
  list: Remote<KnowledgeDeskList>
  typed: string
  onType: (typed: string) => void
}

const EntryList = ({ staff, list, choices, typed, onType }: EntryListProps) => {
  const { data } = list
  return (
    <>
      <SearchBox
        id="knowledge-find"
        label={words.search}
        hint={words.search}
        clearLabel={words.clear}
        value={typed}
        onChange={onType}
      />
      {choices.unit === undefined ? null : (
        <View>
          <Button id="knowledge-new" kind="primary" onPress={() => openPage(NEW)}>
            {words.create}
          </Button>
        </View>
      )}
      {choosesFiles && exportsKnowledge(staff.role) ? (
        <View>
          <Button id="knowledge-files" onPress={() => openPage(FILES)}>
            {importsKnowledge(staff.role) ? filesWords.open : filesWords.exportTitle}
          </Button>
        </View>
      ) : null}
      {list.problem === undefined ? null : (
        <ErrorState problem={list.problem} onRetry={() => void list.reload()} busy={list.busy} />
      )}
      {data === undefined && list.problem === undefined ? <Skeleton cards={2} lines={4} /> : null}
      {data?.entries.length === 0 ? (
        <EmptyState icon={<Order size={28} />} title={words.empty}>
          {words.emptyHelp}
        </EmptyState>
      ) : null}
      {data === undefined || data.entries.length === 0 ? null : (
        <Rows>
          {data.entries.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </Rows>
      )}
      {data?.more === true ? <View className={styles.muted}>{words.more}</View> : null}
    </>
  )
}

const Row = ({ row }: { row: KnowledgeRow }) => (
  <PressRow
    id={`knowledge-${row.id}`}
    title={row.title === '' ? words.untitled : row.title}
    detail={
      <View className={styles.tags}>
        <View>{row.unitName}</View>
        <Tag look={row.live ? 'good' : 'plain'}>
          {row.live ? words.live : row.withdrawn ? words.withdrawn : words.notLive}
        </Tag>
        {row.stage === 'none' ? null : <Tag look="info">{KNOWLEDGE_STAGE_WORDS[row.stage]}</Tag>}
        {row.tasks === 0 ? null : <View>{words.tasks(row.tasks)}</View>}
        {row.urged ? <Tag look="late">{words.urged}</Tag> : null}
        {row.due === undefined ? null : <Due task={{ due: row.due, late: row.late }} />}
      </View>
    }
    onPress={() => openPage(row.id)}
  />
)
