import type { TabName } from '../../routes'

/** WeChat draws the tabs itself; see the twin for the H5. */
export const TabBar = (_: { tab: TabName }) => null
