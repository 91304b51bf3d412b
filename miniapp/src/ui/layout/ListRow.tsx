import { Button, View } from '@tarojs/components'
import { ArrowRight } from '@nutui/icons-react-taro'
import type { ReactNode } from 'react'
import type { PageName } from '../../routes'
import { LinkTo } from '../page/LinkTo'
import styles from './layout.module.scss'

interface Looks {
  id?: string
  icon?: ReactNode
  title: ReactNode
  detail?: ReactNode
  /** In place of the arrow. */
  end?: ReactNode
}

const RowContent = ({ icon, title, detail, end }: Looks) => (
  <>
    {icon === undefined ? null : <View className={styles.rowIcon}>{icon}</View>}
    <View className={styles.rowWords}>
      <View className={styles.rowTitle}>{title}</View>
      {detail === undefined ? null : <View className={styles.rowDetail}>{detail}</View>}
    </View>
    <View className={styles.rowEnd}>{end ?? <ArrowRight size={16} />}</View>
  </>
)

interface LinkRowProps extends Looks {
  page: PageName
  query?: Readonly<Record<string, string | undefined>>
}
/** A row that leads to another page. */
export const LinkRow = ({ page, query = {}, ...looks }: LinkRowProps) => (
  <LinkTo page={page} query={query} className={styles.row} id={looks.id}>
    <RowContent {...looks} />
  </LinkTo>
)

interface PressRowProps extends Looks {
  label?: string
  /** For rows that switch something on and off. */
  pressed?: boolean
  onPress: () => void
}
/** A row that does something here. */
export const PressRow = ({ label, pressed, onPress, ...looks }: PressRowProps) => (
  <Button
    id={looks.id}
    className={styles.row}
    hoverClass={styles.pressed}
    aria-label={label}
    aria-pressed={pressed}
    onClick={onPress}
  >
    <RowContent {...looks} />
  </Button>
)

/** Rows on one ground, divided by hairlines. */
export const Rows = ({ children }: { children: ReactNode }) => <View className={styles.rows}>{children}</View>
