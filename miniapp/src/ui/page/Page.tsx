import { View } from '@tarojs/components'
import { useEffect, type ReactNode } from 'react'
import { namePage, nameTabs } from '../../platform/pageLanguage'
import { useShown } from '../../platform/useShown'
import type { PageName, TabName } from '../../routes'
import { useElderView } from '../../stores/display'
import { appWords } from '../../words/app'
import { useSpokenLanguage } from '../../words/language'
import { OfflineBar } from '../feedback/OfflineBar'
import { PageTitle } from './PageTitle'
import { SideColumn } from './SideColumn'
import { TabBar } from './TabBar'
import { frameStyle } from './textScale'
import { TopBar } from './TopBar'
import styles from './page.module.scss'

interface PageProps {
  /** The page's name in the header and, on wide screens, in its heading. */
  title: string
  /** Set on the pages of the tab bar. */
  tab?: TabName
  /** Where 返回 leads when the page was opened by its address. */
  backTo?: PageName
  /** Context beside the reading column; shown on wide screens only, so nothing may live here alone. */
  aside?: ReactNode
  /** Actions at the thumb: a `BottomBar`. */
  bottom?: ReactNode
  /** In place of the citizens' links in the header of wide screens. */
  site?: ReactNode
  /** Uses the full width on desktops (the workbench's two columns). */
  wide?: boolean
  /** As wide as the site's bar on desktops, for content in two `Columns`. */
  broad?: boolean
  /** The content has a heading of the first level itself, or none that is `unseen` where the site's bar says enough. */
  ownHeading?: boolean | 'unseen'
  children: ReactNode
}

/** The frame of every page: header, reading column of at most 720 px, tabs, and the offline bar. */
export const Page = ({
  title,
  tab,
  backTo = 'home',
  aside,
  bottom,
  site,
  wide = false,
  broad = false,
  ownHeading = false,
  children,
}: PageProps) => {
  const elder = useElderView()
  const language = useSpokenLanguage()
  const shown = useShown()
  useEffect(() => {
    if (!shown) return
    namePage(title)
    if (tab !== undefined) nameTabs(appWords.tabs)
  }, [shown, title, tab, language])
  return (
    <View
      className={`frame ${styles.frame} ${aside === undefined ? '' : styles.besideAside} ${elder ? 'elder' : ''}`}
      {...frameStyle(elder)}
    >
      <TopBar title={title} tab={tab} backTo={backTo} site={site} />
      <OfflineBar />
      <View
        className={`${styles.columns} ${aside === undefined ? '' : styles.withAside} ${wide ? styles.wide : ''} ${broad ? styles.broad : ''}`}
      >
        {aside === undefined ? null : <SideColumn>{aside}</SideColumn>}
        <View id="main" role="main" className={styles.main}>
          {ownHeading === true ? null : <PageTitle title={title} unseen={ownHeading === 'unseen'} />}
          {children}
        </View>
      </View>
      {bottom}
      {tab === undefined ? null : <TabBar tab={tab} />}
    </View>
  )
}
