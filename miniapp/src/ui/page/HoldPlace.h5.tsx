import { Component, createRef, type ReactNode } from 'react'

interface HoldPlaceProps {
  /** What is shown; when it becomes another one, the reader stays where they are. */
  of: unknown
  children: ReactNode
}

/** What the reader looks at, and how far below the window's top it stood. */
interface Snapshot {
  anchor: Element
  top: number
}

const isField = (element: Element): boolean => element.matches('input, textarea, select')

const isInWindow = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

const scrollerOf = (element: Element): Element => {
  for (let one = element.parentElement; one !== null; one = one.parentElement)
    if (one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY)) return one
  return document.documentElement
}

const anchorIn = (root: Element): Element | undefined => {
  const active = document.activeElement
  if (active !== null && root.contains(active) && isField(active) && isInWindow(active)) return active
  // At the very beginning of the page the reader sees by themselves what comes in on top.
  if (scrollerOf(root).scrollTop === 0) return undefined
  const { left, width } = root.getBoundingClientRect()
  const middle = document.elementFromPoint(left + width / 2, window.innerHeight / 2)
  return middle !== null && middle !== root && root.contains(middle) ? middle : undefined
}

/**
 * Content that changes by itself must not push away what somebody reads or writes: the field they write in, or else
 * what stands in the middle of the window, stays where it was. (The focus is React's care.)
 */
export class HoldPlace extends Component<HoldPlaceProps> {
  private readonly root = createRef<HTMLDivElement>()

  override getSnapshotBeforeUpdate(before: HoldPlaceProps): Snapshot | null {
    const root = this.root.current
    if (before.of === this.props.of || root === null) return null
    const anchor = anchorIn(root)
    return anchor === undefined ? null : { anchor, top: anchor.getBoundingClientRect().top }
  }

  override componentDidUpdate(_props: HoldPlaceProps, _state: unknown, before: Snapshot | null): void {
    const root = this.root.current
    if (before === null || root === null || !before.anchor.isConnected) return
    const moved = before.anchor.getBoundingClientRect().top - before.top
    if (moved !== 0) scrollerOf(root).scrollTop += moved
  }

  override render(): ReactNode {
    return <div ref={this.root}>{this.props.children}</div>
  }
}
