import type { ReactNode } from 'react'
import type { PageName, TabName } from '../../routes'

export interface TopBarProps {
  title: string
  tab?: TabName
  backTo: PageName
  /** In place of the citizens' links. */
  site?: ReactNode
}

/** WeChat draws the navigation bar itself; see the twin for the H5. */
export const TopBar = (_: TopBarProps) => null
