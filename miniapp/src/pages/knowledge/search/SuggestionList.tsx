import { View } from '@tarojs/components'
import { Highlight } from '../../../ui/feedback/Highlight'
import { knowledgeWords as words } from '../../../words/knowledge'
import styles from './suggestions.module.scss'
import { SUGGESTION_LIST, suggestionId, type Suggestions } from './useSuggestions'

// The focus stays in the entry, where the arrow keys are heard.
const keepFocus = { onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault() }

/** The list below the search box. */
export const SuggestionList = ({ of }: { of: Suggestions }) =>
  of.questions.length === 0 ? null : (
    <View
      id={SUGGESTION_LIST}
      className={styles.list}
      role="listbox"
      aria-label={words.suggestions}
      {...keepFocus}
    >
      {of.questions.map((question, i) => (
        <View
          key={question}
          id={suggestionId(i)}
          className={`${styles.one} ${i === of.active ? styles.active : ''}`}
          role="option"
          aria-selected={i === of.active}
          onClick={() => of.pick(question)}
        >
          <Highlight text={question} marks={[of.typed]} />
        </View>
      ))}
    </View>
  )
