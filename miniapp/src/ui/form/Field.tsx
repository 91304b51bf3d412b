import { Input, Label, Textarea, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { commonWords } from '../../words/common'
import styles from './field.module.scss'

interface FrameProps {
  /** Id of the control that the label belongs to; its hint and error are `<id>-hint` and `<id>-error`. */
  id: string
  label: string
  hint?: string
  error?: string
  optional?: boolean
  children: ReactNode
}

/** Label above, control, then what helps or what is not right yet. */
export const FieldFrame = ({ id, label, hint, error, optional = false, children }: FrameProps) => (
  <View className={styles.field}>
    <Label for={id} className={styles.label}>
      {label}
      {optional ? <View className={styles.optional}>{commonWords.optional}</View> : null}
    </Label>
    {children}
    {hint === undefined ? null : (
      <View id={`${id}-hint`} className={styles.hint}>
        {hint}
      </View>
    )}
    <FieldError id={id} error={error} />
  </View>
)

/** The place where a finding of validation stands; always there, so that screen readers notice what appears. */
export const FieldError = ({ id, error }: { id: string; error: string | undefined }) => (
  <View id={`${id}-error`} className={styles.error} aria-live="polite">
    {error ?? ''}
  </View>
)

/** What ties a control to its hint and error for assistive technology. */
export const describedBy = (id: string, hint: string | undefined, error: string | undefined) => ({
  'aria-invalid': error !== undefined,
  'aria-describedby': [hint === undefined ? '' : `${id}-hint`, `${id}-error`].filter(Boolean).join(' '),
})

interface TextFieldProps extends Omit<FrameProps, 'children'> {
  value: string
  onChange: (value: string) => void
  /** The keyboard that helps; `number` keeps leading zeros. */
  keyboard?: 'text' | 'number' | 'tel'
  password?: boolean
  placeholder?: string
  maxlength?: number
  /** Pressed 完成/Enter. */
  onConfirm?: () => void
  onBlur?: () => void
  /** What the browser may fill in, e.g. `tel`, `name`, `one-time-code`. */
  autoComplete?: string
}

export const TextField = (props: TextFieldProps) => {
  const { id, hint, error, value, onChange, keyboard = 'text', placeholder = '', maxlength = 200 } = props
  return (
    <FieldFrame {...props}>
      <Input
        id={id}
        className={`${styles.entry} ${error === undefined ? '' : styles.wrong}`}
        value={value}
        // The H5's input takes `tel` as well; WeChat's number pad is the same thing there.
        type={(keyboard === 'tel' && process.env.TARO_ENV !== 'h5' ? 'number' : keyboard) as 'text'}
        password={props.password === true}
        placeholder={placeholder}
        placeholderClass={styles.placeholder}
        maxlength={maxlength}
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={() => props.onConfirm?.()}
        onBlur={() => props.onBlur?.()}
        autoComplete={props.autoComplete}
        {...describedBy(id, hint, error)}
      />
    </FieldFrame>
  )
}

interface TextAreaProps extends Omit<FrameProps, 'children'> {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** Characters; how many are left is said when fewer than a tenth remain. */
  maxlength: number
  /** Lines shown at first. */
  rows?: number
}

export const TextArea = (props: TextAreaProps) => {
  const { id, hint, error, value, onChange, placeholder = '', maxlength, rows = 5 } = props
  const left = maxlength - value.length
  return (
    <FieldFrame {...props}>
      <Textarea
        id={id}
        className={`${styles.entry} ${styles.area} ${error === undefined ? '' : styles.wrong}`}
        style={{ minHeight: `calc(${rows * 1.5}em + 24px)` }}
        value={value}
        placeholder={placeholder}
        placeholderClass={styles.placeholder}
        maxlength={maxlength}
        autoHeight
        onInput={(event) => onChange(event.detail.value)}
        {...describedBy(id, hint, error)}
      />
      {left < maxlength / 10 ? <View className={styles.left}>{commonWords.charactersLeft(left)}</View> : null}
    </FieldFrame>
  )
}
