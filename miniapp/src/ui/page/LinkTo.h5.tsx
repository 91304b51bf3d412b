import type { MouseEvent } from 'react'
import { addressOf, go } from '../../navigate'
import type { LinkToProps } from './LinkTo'

const opensElsewhere = (event: MouseEvent): boolean =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0

/** A way to another page: a real link that stays inside the app when it is simply clicked. */
export const LinkTo = ({ page, query = {}, id, className, current, label, children }: LinkToProps) => (
  <a
    id={id}
    href={addressOf(page, query)}
    className={className}
    aria-label={label}
    aria-current={current === true ? 'page' : undefined}
    onClick={(event) => {
      if (opensElsewhere(event)) return
      event.preventDefault()
      go(page, query)
    }}
  >
    {children}
  </a>
)
