import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { go } from '../../navigate'
import type { PageName } from '../../routes'

export interface LinkToProps {
  page: PageName
  query?: Readonly<Record<string, string | undefined>>
  id?: string
  className?: string
  /** The page that is open now. */
  current?: boolean
  /** Named for screen readers where the content alone would not say where it leads. */
  label?: string
  children: ReactNode
}

/** A way to another page. On the H5 a real link, so that it can be opened in a new tab. */
export const LinkTo = ({ page, query = {}, id, className = '', label, children }: LinkToProps) => (
  <View
    id={id}
    className={className}
    role="link"
    hoverClass="pressed"
    aria-label={label}
    onClick={() => go(page, query)}
  >
    {children}
  </View>
)
