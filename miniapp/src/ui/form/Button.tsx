import { Button as Control } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './button.module.scss'

interface ButtonProps {
  id?: string
  /** `primary`: the one thing to do here. `quiet`: looks like a link. `danger`: cannot be taken back. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** Takes the whole width. */
  block?: boolean
  small?: boolean
  disabled?: boolean
  /** Something is under way: the button keeps its words and takes no second press. */
  busy?: boolean
  /** For buttons that stay pressed. */
  pressed?: boolean
  /** Named for screen readers where the words alone would not do. */
  label?: string
  onPress: () => void
  children: ReactNode
}

export const Button = ({
  id,
  kind = 'secondary',
  block,
  small,
  disabled,
  busy,
  label,
  pressed,
  onPress,
  children,
}: ButtonProps) => (
  <Control
    id={id}
    className={[
      styles.button,
      styles[kind],
      block === true ? styles.block : '',
      small === true ? styles.small : '',
    ]
      .filter(Boolean)
      .join(' ')}
    hoverClass={styles.pressed}
    disabled={disabled === true || busy === true}
    aria-label={label}
    aria-busy={busy}
    aria-pressed={pressed}
    onClick={onPress}
  >
    {children}
  </Control>
)
