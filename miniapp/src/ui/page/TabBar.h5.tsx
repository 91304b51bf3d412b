import { Ask, AskF, Feedback, FeedbackF, Home, HomeF, User, UserF } from '@nutui/icons-react-taro'
import { TABS, type TabName } from '../../routes'
import { appWords } from '../../words/app'
import { LinkTo } from './LinkTo'
import styles from './bars.module.scss'

const ICONS = {
  home: [Home, HomeF],
  progress: [Feedback, FeedbackF],
  knowledge: [Ask, AskF],
  me: [User, UserF],
} as const

/** The tabs at the thumb; wide screens have the site's navigation instead. */
export const TabBar = ({ tab }: { tab: TabName }) => (
  <nav className={styles.tabs} aria-label={appWords.mainNavigation}>
    {TABS.map((one) => {
      const [Resting, Chosen] = ICONS[one]
      return (
        <LinkTo key={one} page={one} className={styles.tab} current={one === tab}>
          {one === tab ? <Chosen size={24} /> : <Resting size={24} />}
          <span>{appWords.tabs[one]}</span>
        </LinkTo>
      )
    })}
  </nav>
)
