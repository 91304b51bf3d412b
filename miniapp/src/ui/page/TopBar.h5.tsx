import { ArrowLeft, Location } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { goBack } from '../../navigate'
import { PAGES, type PageName } from '../../routes'
import { useCityProfile } from '../../stores/cityProfile'
import { appWords } from '../../words/app'
import { ElderSwitch } from './ElderSwitch'
import { LanguageLink } from './LanguageLink'
import { LinkTo } from './LinkTo'
import type { TopBarProps } from './TopBar'
import styles from './bars.module.scss'

const DESKTOP_LINKS: readonly PageName[] = ['home', 'submit', 'progress', 'knowledge', 'hotlines', 'me']

const skip = (event: { preventDefault: () => void }): void => {
  event.preventDefault()
  const pages = document.querySelectorAll<HTMLElement>('.taro_page_show [role=main], .taro_page_show main')
  const main = pages[pages.length - 1]
  main?.setAttribute('tabindex', '-1')
  main?.focus()
}

/** Phone: a bar with 返回 and the page's name. From 1024 px: the site's navigation. */
export const TopBar = ({ title, tab, backTo, site }: TopBarProps) => {
  // The desk speaks Chinese alone.
  const [atDesk] = useState(() => location.pathname.startsWith(PAGES.deskOrders.web))
  return (
    <header className={`${styles.top} ${tab === 'home' ? styles.bare : ''}`}>
      <a href="#main" className={styles.skip} onClick={skip}>
        {appWords.skip}
      </a>
      {tab === 'home' ? null : (
        <div className={styles.phoneBar}>
          {tab === undefined ? (
            <button
              type="button"
              className={styles.back}
              aria-label={appWords.back}
              onClick={() => goBack(backTo)}
            >
              <ArrowLeft />
            </button>
          ) : null}
          <h1 className={styles.phoneTitle}>{title}</h1>
          {atDesk ? null : <LanguageLink id="language" />}
        </div>
      )}
      <div className={`${styles.siteBar} ${site === undefined ? '' : styles.wideBar}`}>
        <LinkTo page="home" className={styles.brand}>
          <span className={styles.mark} aria-hidden="true">
            {appWords.mark}
          </span>
          <span>{appWords.fullName}</span>
        </LinkTo>
        {site ?? <CitizenLinks title={title} tab={tab} />}
      </div>
    </header>
  )
}

const CitizenLinks = ({ title, tab }: Pick<TopBarProps, 'title' | 'tab'>) => {
  const { data, problem } = useCityProfile()
  return (
    <>
      <nav className={styles.siteLinks} aria-label={appWords.mainNavigation}>
        {DESKTOP_LINKS.map((page) => (
          <LinkTo
            key={page}
            page={page}
            className={styles.siteLink}
            current={page === tab || appWords.titles[page] === title}
          >
            {page === 'home' ? appWords.tabs.home : appWords.titles[page]}
          </LinkTo>
        ))}
      </nav>
      <LinkTo page="cities" className={styles.city} label={appWords.switchCityFrom(data?.name ?? '')}>
        <Location />
        <span className={styles.cityName}>
          {data?.name ?? (problem === undefined ? '' : appWords.titles.cities)}
        </span>
      </LinkTo>
      <ElderSwitch id="site-elder" />
      <LanguageLink id="language-wide" />
    </>
  )
}
