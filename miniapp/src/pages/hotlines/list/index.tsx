import { View } from '@tarojs/components'
import { PhoneF, Search } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { call } from '../../../api/client'
import { useRemote } from '../../../api/useRemote'
import { focusOn } from '../../../platform/focus'
import { dial } from '../../../platform/phone'
import { useCityId } from '../../../stores/city'
import { useCityProfile } from '../../../stores/cityProfile'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { StaleNote } from '../../../ui/feedback/StaleNote'
import { Button } from '../../../ui/form/Button'
import { SearchBox } from '../../../ui/form/SearchBox'
import { PressRow, Rows } from '../../../ui/layout/ListRow'
import { useGrowing } from '../../../ui/layout/useGrowing'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { commonWords } from '../../../words/common'
import { hotlineWords as words } from '../../../words/hotlines'
import { knowledgeWords } from '../../../words/knowledge'
import { useLanguage } from '../../../words/useLanguage'
import { firstLines, groupHotlines, matchHotlines, type HotlineSection } from './groupHotlines'
import { HotlineGroup } from './HotlineGroup'
import styles from './hotlines.module.scss'

/** A line with its icons is about 5 KB on its way to the mini-program's view. */
const LINES_AT_ONCE = 6

/** Beside the list on wide screens: a press brings a group into view. */
const Jumps = ({ sections }: { sections: readonly HotlineSection[] }) => (
  <Rows>
    {sections.map(({ id, title, hotlines }) => (
      <PressRow
        key={id}
        title={title}
        end={words.count(hotlines.length)}
        onPress={() => focusOn(`hotlines-${id}`)}
      />
    ))}
  </Rows>
)

export default function HotlinesPage() {
  useLanguage()
  const city = useCityId()
  const cityName = useCityProfile().data?.name
  const [typed, setTyped] = useState('')
  const list = useRemote(
    `hotlines:${city}`,
    async () => (await call('listHotlines', { params: { city } })).hotlines,
    { keep: true },
  )
  const matching = matchHotlines(list.data ?? [], typed)
  const sections = firstLines(groupHotlines(matching), useGrowing(matching.length, LINES_AT_ONCE))

  return (
    <Page
      title={appWords.titles.hotlines}
      aside={list.data === undefined ? <Skeleton lines={6} /> : <Jumps sections={groupHotlines(list.data)} />}
    >
      <View className={`${styles.intro} secondary`}>
        {cityName === undefined ? '' : words.intro(cityName)}
      </View>
      <SearchBox
        id="hotline-search"
        label={words.searchLabel}
        hint={words.searchHint}
        clearLabel={knowledgeWords.clear}
        value={typed}
        onChange={setTyped}
        maxlength={30}
      />
      {list.problem === undefined ? null : (
        <View className={styles.gap}>
          <ErrorState problem={list.problem} onRetry={() => void list.reload()} busy={list.busy} />
          <StaleNote of={list} />
        </View>
      )}
      {list.data === undefined && list.problem === undefined ? (
        <View className={styles.gap}>
          <Skeleton cards={4} lines={2} />
        </View>
      ) : null}
      {list.data !== undefined && sections.length === 0 ? (
        <EmptyState
          icon={<Search size={28} />}
          title={words.nothingTitle(typed.trim())}
          action={
            <Button id="hotline-12345" kind="primary" onPress={() => dial('12345')}>
              <PhoneF size={18} />
              {commonWords.call('12345')}
            </Button>
          }
        >
          {words.nothingHelp}
        </EmptyState>
      ) : null}
      {sections.map((section) => (
        <HotlineGroup key={section.id} section={section} />
      ))}
    </Page>
  )
}
