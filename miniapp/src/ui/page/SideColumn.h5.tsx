import type { ReactNode } from 'react'
import styles from './bars.module.scss'

/** Context beside the reading column, from 1024 px. */
export const SideColumn = ({ children }: { children: ReactNode }) => (
  <aside className={styles.side}>{children}</aside>
)
