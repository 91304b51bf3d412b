import type { KnowledgeSearchAnswer } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../api/client'
import { useRemote } from '../../../api/useRemote'
import { addressOf, useQuery } from '../../../navigate'
import { useReturn } from '../../../platform/useReturn'
import { useCityId } from '../../../stores/city'
import { takeQuestion } from '../../../stores/handedQuestion'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { StaleNote } from '../../../ui/feedback/StaleNote'
import { SearchBox } from '../../../ui/form/SearchBox'
import { useSettled } from '../../../ui/form/useSettled'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { knowledgeWords as words } from '../../../words/knowledge'
import { useLanguage } from '../../../words/useLanguage'
import { type Chosen, Filters } from './Filters'
import { Hits } from './Hits'
import { Meant } from './Meant'
import { CallInstead } from './CallInstead'
import { NotSolved } from './NotSolved'
import { SuggestionList } from './SuggestionList'
import { useFinished } from './useFinished'
import { useShownAddress } from './useShownAddress'
import { useSuggestions } from './useSuggestions'
import { TopicChips, TopicColumn } from './Topics'
import styles from './search.module.scss'

/** The most asked fit on a few screens; a topic is shown whole. */
const LIMITS = { mostAsked: 10, topic: 30, found: 20 }

interface Question {
  city: string
  asked: string
  topic: string | undefined
  /** Only what is for some people or places. */
  isChosen: boolean
}

/** The latest answer with its question, so that the list does not blink while the next one is on its way. */
const useLatest = (question: Question, answer: KnowledgeSearchAnswer | undefined) => {
  const [latest, setLatest] = useState({ question, answer })
  const isNew = latest.question.city !== question.city || (answer !== undefined && answer !== latest.answer)
  if (isNew) setLatest({ question, answer })
  return isNew ? { question, answer } : latest
}

export default function KnowledgePage() {
  useLanguage()
  return <Search city={useCityId()} />
}

// Apart from the page: React 18 loses track of an external store in a component that sets state while rendering.
const Search = ({ city }: { city: string }) => {
  const { q = '', topic: linked, audience, district } = useQuery()
  const [given] = useState(() => takeQuestion() || q)
  const [typed, setTyped] = useState(given)
  const [composing, setComposing] = useState(false)
  const [topic, setTopic] = useState(linked)
  const [chosen, setChosen] = useState<Chosen>({ audience, district })
  const isChosen = chosen.audience !== undefined || chosen.district !== undefined
  const asked = useSettled(composing ? null : typed.trim(), given.trim())
  const searching = asked !== ''
  const limit = searching ? LIMITS.found : topic === undefined && !isChosen ? LIMITS.mostAsked : LIMITS.topic
  const found = useRemote(
    ['knowledge', city, topic ?? '', chosen.audience ?? '', chosen.district ?? '', asked].join(':'),
    () =>
      call('searchKnowledge', {
        query: { city, q: asked, topic, ...chosen, limit },
      }),
    { keep: !searching },
  )
  const { question, answer } = useLatest({ city, asked, topic, isChosen }, found.data)
  // What belongs to another question is shown only until it is known whether this one can be answered.
  const shown = found.data !== undefined || found.problem === undefined ? answer : undefined
  useReturn(() => {
    const question = takeQuestion()
    if (question !== '') setTyped(question)
    if (found.problem !== undefined) void found.reload()
  })
  const suggestions = useSuggestions(city, composing ? null : typed.trim(), setTyped)
  const finished = useFinished(
    city,
    // What a choice leaves out may be there all the same.
    found.data === undefined || isChosen ? undefined : asked,
    found.data?.hits.length ?? 0,
  )
  // A reload, a copied address or the way back from an answer leads to the same answers.
  useShownAddress(addressOf('knowledge', { q: asked, topic, ...chosen }))
  // A link of another city, or from before, may name a topic that is not there.
  const isStray = topic !== undefined && found.data?.topics.every(({ id }) => id !== topic) === true
  if (isStray) setTopic(undefined)
  const topics = answer?.topics ?? []
  const choose = { topics, chosen: topic, onChoose: setTopic }

  return (
    <Page title={appWords.titles.knowledge} tab="knowledge" aside={<TopicColumn {...choose} />}>
      <View className={styles.asking}>
        <SearchBox
          id="knowledge-search"
          label={words.searchLabel}
          hint={words.searchHint}
          clearLabel={words.clear}
          value={typed}
          onChange={(value, stillComposing) => {
            setTyped(value)
            setComposing(stillComposing)
            suggestions.open()
          }}
          onConfirm={() => {
            suggestions.close()
            finished.confirm(typed.trim())
          }}
          entry={suggestions.entry}
        />
        <SuggestionList of={suggestions} />
      </View>
      <TopicChips {...choose} />
      <Filters named={answer?.named} chosen={chosen} onChoose={setChosen} />
      <View className={styles.results} aria-live="polite" aria-busy={found.busy}>
        {found.problem === undefined ? null : (
          <View className={styles.problem}>
            <ErrorState problem={found.problem} onRetry={() => void found.reload()} busy={found.busy} />
            <StaleNote of={found} />
            {shown === undefined ? <CallInstead /> : null}
          </View>
        )}
        {shown === undefined && found.problem === undefined ? <Skeleton cards={4} lines={3} /> : null}
        {shown?.meant === undefined ? null : <Meant question={shown.meant} onAsk={setTyped} />}
        {shown === undefined ? null : (
          <Hits
            answer={shown}
            asked={question.asked}
            topic={question.topic}
            isChosen={question.isChosen}
            settled={found.data !== undefined}
            onEveryTopic={() => {
              setTopic(undefined)
              setChosen({ audience: undefined, district: undefined })
            }}
            onLeave={finished.leave}
          />
        )}
        {shown?.limited === true ? (
          <View className={styles.limited}>
            <Notice id="knowledge-limited" tone="soon">
              {words.limited}
            </Notice>
          </View>
        ) : null}
      </View>
      {shown !== undefined && shown.hits.length > 0 ? <NotSolved onLeave={finished.leave} /> : null}
    </Page>
  )
}
