import type { KnowledgeEntry } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Ask } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { call } from '../../../api/client'
import { useRemote } from '../../../api/useRemote'
import { go, goBack, useQuery } from '../../../navigate'
import { handQuestion } from '../../../stores/handedQuestion'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { StaleNote } from '../../../ui/feedback/StaleNote'
import { Button } from '../../../ui/form/Button'
import { SearchBox } from '../../../ui/form/SearchBox'
import { BottomBar } from '../../../ui/layout/BottomBar'
import { Stack } from '../../../ui/layout/Section'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { knowledgeWords as words } from '../../../words/knowledge'
import { useLanguage } from '../../../words/useLanguage'
import { Entry, Related } from './Entry'
import { Solved } from './Solved'
import { Wrong } from './Wrong'
import styles from './entry.module.scss'

const Gone = () => (
  <EmptyState
    icon={<Ask size={28} />}
    title={words.gone}
    action={
      <Button id="knowledge-back" kind="primary" onPress={() => go('knowledge')}>
        {words.backToSearch}
      </Button>
    }
  >
    {words.goneHelp}
  </EmptyState>
)

/** On wide screens: the way to another answer without going back. */
const Beside = ({ related }: { related: KnowledgeEntry['related'] }) => {
  const [typed, setTyped] = useState('')
  return (
    <Stack>
      <SearchBox
        id="entry-search"
        label={words.searchLabel}
        hint={words.searchAgain}
        clearLabel={words.clear}
        value={typed}
        onChange={setTyped}
        onConfirm={() => {
          handQuestion(typed.trim())
          go('knowledge')
        }}
      />
      {related.length === 0 ? null : <Related entries={related} />}
    </Stack>
  )
}

export default function KnowledgeEntryPage() {
  useLanguage()
  const { id, from } = useQuery()
  const read = useRemote(
    id === undefined ? null : `entry:${id}`,
    () => call('getKnowledge', { params: { id: id ?? '' } }),
    { keep: true },
  )
  const entry = read.data
  const gone = id === undefined || read.problem?.code === 'not-found'

  return (
    <Page
      title={appWords.titles.knowledgeEntry}
      backTo="knowledge"
      aside={<Beside related={entry?.related ?? []} />}
      bottom={
        <BottomBar>
          <View className={styles.bar}>
            <Button
              id="entry-submit"
              kind="primary"
              block
              onPress={() => (from === 'submit' ? goBack('submit') : go('submit'))}
            >
              {words.stillUnsolved}
            </Button>
          </View>
        </BottomBar>
      }
    >
      {gone ? <Gone /> : null}
      {gone || read.problem === undefined ? null : (
        <View className={styles.problem}>
          <ErrorState problem={read.problem} onRetry={() => void read.reload()} busy={read.busy} />
          <StaleNote of={read} />
        </View>
      )}
      {gone || entry === undefined ? null : (
        <Entry entry={entry}>
          <Solved key={entry.id} entry={entry} whileWriting={from === 'submit'} />
          <Wrong key={`wrong-${entry.id}`} entry={entry} />
        </Entry>
      )}
      {gone || entry !== undefined || read.problem !== undefined ? null : <Skeleton cards={3} lines={4} />}
    </Page>
  )
}
