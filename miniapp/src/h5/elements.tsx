import {
  createElement,
  forwardRef,
  type ComponentPropsWithoutRef,
  type CSSProperties,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type UIEvent,
} from 'react'
import { spokenLanguage } from '../words/language'

/**
 * Stands in for `@tarojs/components` on the H5: the few components that the app uses, as plain HTML elements, so
 * that buttons, fields and headings are what they claim to be for keyboards and screen readers.
 */
interface TaroProps {
  children?: ReactNode
  className?: string
  style?: CSSProperties
  role?: string
  'aria-level'?: number
  /** Attributes of the mini-program that mean nothing to a browser. */
  hoverClass?: string
  hoverStartTime?: number
  hoverStayTime?: number
  hoverStopPropagation?: boolean
  catchMove?: boolean
}

const ELEMENT_OF_ROLE: Record<string, string> = {
  navigation: 'nav',
  main: 'main',
  banner: 'header',
  contentinfo: 'footer',
  list: 'ul',
  listitem: 'li',
}

const elementFor = (role: string | undefined, level: number | undefined, otherwise: string) => {
  if (role === 'heading') return { tag: `h${level ?? 2}`, role: undefined }
  const tag = role === undefined ? undefined : ELEMENT_OF_ROLE[role]
  // A list without bullets is no list to VoiceOver unless it says so.
  return { tag: tag ?? otherwise, role: tag === undefined || tag === 'ul' ? role : undefined }
}

const CHINESE = /[\u3400-\u9fff]/

/** What has no English yet, and what people wrote in Chinese, is told to screen readers as Chinese. */
const languageOf = (children: ReactNode): { lang?: string } =>
  spokenLanguage() === 'en' && typeof children === 'string' && CHINESE.test(children) ? { lang: 'zh-CN' } : {}

const plain = (otherwise: 'div' | 'span') =>
  forwardRef<HTMLElement, TaroProps>((props, ref) => {
    const {
      role,
      'aria-level': level,
      hoverClass: _class,
      hoverStartTime: _start,
      hoverStayTime: _stay,
      hoverStopPropagation: _stop,
      catchMove: _move,
      ...rest
    } = props
    const element = elementFor(role, level, otherwise)
    return createElement(element.tag, {
      ...rest,
      ...(element.role === undefined ? {} : { role: element.role }),
      ...languageOf(props.children),
      ref,
    })
  })

export const View = plain('div')
View.displayName = 'View'
export const Text = plain('span')
Text.displayName = 'Text'

interface ButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'type'> {
  hoverClass?: string
  formType?: 'submit' | 'reset'
}
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(
  ({ hoverClass: _class, formType, ...rest }, ref) => (
    <button type={formType ?? 'button'} {...languageOf(rest.children)} {...rest} ref={ref} />
  ),
)
Button.displayName = 'Button'

/** The mini-program's events carry what was typed in `detail.value`. */
const withDetail = <E extends { currentTarget: { value: string } }>(event: E): E =>
  Object.assign(event, { detail: { value: event.currentTarget.value } })

interface EntryProps {
  maxlength?: number
  focus?: boolean
  onInput?: (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) => void
  onConfirm?: (event: KeyboardEvent<HTMLInputElement>) => void
  placeholderClass?: string
  cursorSpacing?: number
  adjustPosition?: boolean
  autoHeight?: boolean
}
const cleanEntry = <P extends EntryProps>({
  maxlength: _max,
  focus: _focus,
  onInput: _input,
  onConfirm: _confirm,
  placeholderClass: _class,
  cursorSpacing: _spacing,
  adjustPosition: _adjust,
  autoHeight: _auto,
  ...rest
}: P) => rest

const limit = (maxlength: number | undefined) =>
  maxlength === undefined || maxlength < 0 ? {} : { maxLength: maxlength }

interface InputProps extends EntryProps, Omit<ComponentPropsWithoutRef<'input'>, 'onInput' | 'type'> {
  type?: string
  password?: boolean
  confirmType?: string
}
/** WeChat's keyboards as HTML input modes; `type=number` itself would swallow leading zeros. */
const INPUT_MODES: Record<string, 'numeric' | 'decimal' | 'text'> = { number: 'numeric', digit: 'decimal' }

export const Input = forwardRef<HTMLInputElement, InputProps>((props, ref) => {
  const { type, password, confirmType, ...rest } = props
  const mode = type === undefined ? undefined : INPUT_MODES[type]
  return (
    <input
      {...cleanEntry(rest)}
      {...limit(props.maxlength)}
      {...(mode === undefined ? {} : { inputMode: mode })}
      type={password === true ? 'password' : type === 'tel' ? 'tel' : 'text'}
      enterKeyHint={confirmType === 'search' ? 'search' : 'done'}
      autoFocus={props.focus === true}
      onInput={(event) => props.onInput?.(withDetail(event))}
      onKeyDown={(event) => {
        props.onKeyDown?.(event)
        if (event.defaultPrevented) return
        // Enter that closes the candidates of a Chinese input method is not a confirmation.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) props.onConfirm?.(withDetail(event))
      }}
      // React asks for it on controlled inputs; `onInput` above does the work.
      onChange={() => undefined}
      ref={ref}
    />
  )
})
Input.displayName = 'Input'

type TextareaProps = EntryProps & Omit<ComponentPropsWithoutRef<'textarea'>, 'onInput'>
export const Textarea = forwardRef<HTMLTextAreaElement, TextareaProps>((props, ref) => (
  <textarea
    {...cleanEntry(props)}
    {...limit(props.maxlength)}
    onInput={(event) => props.onInput?.(withDetail(event))}
    onChange={() => undefined}
    ref={ref}
  />
))
Textarea.displayName = 'Textarea'

interface LabelProps extends TaroProps {
  for?: string
}
export const Label = ({ for: field, ...rest }: LabelProps) => <label {...rest} htmlFor={field} />

interface ImageProps extends Omit<ComponentPropsWithoutRef<'img'>, 'alt'> {
  mode?: 'aspectFill' | 'aspectFit' | 'widthFix' | 'scaleToFill'
  lazyLoad?: boolean
  'aria-label'?: string
}
export const Image = ({ mode, lazyLoad, style, 'aria-label': label, ...rest }: ImageProps) => (
  <img
    {...rest}
    alt={label ?? ''}
    loading={lazyLoad === true ? 'lazy' : 'eager'}
    style={{
      objectFit: mode === 'aspectFill' ? 'cover' : mode === 'aspectFit' ? 'contain' : 'fill',
      ...style,
    }}
  />
)

interface VideoProps {
  className?: string
  src: string
  'aria-label'?: string
}
/** With the browser's own controls; its first picture is fetched, the rest when it is played. */
export const Video = (props: VideoProps) => <video {...props} controls playsInline preload="metadata" />

interface ScrollViewProps extends TaroProps {
  scrollY?: boolean
  scrollX?: boolean
  scrollIntoView?: string
  lowerThreshold?: number
  onScrollToLower?: () => void
}
export const ScrollView = ({
  scrollX,
  scrollY,
  scrollIntoView: _into,
  lowerThreshold = 50,
  onScrollToLower,
  style,
  ...rest
}: ScrollViewProps) => (
  <div
    {...rest}
    style={{
      overflowX: scrollX === true ? 'auto' : 'hidden',
      overflowY: scrollY === true ? 'auto' : 'hidden',
      ...style,
    }}
    onScroll={(event: UIEvent<HTMLDivElement>) => {
      const { scrollHeight, scrollTop, clientHeight } = event.currentTarget
      if (scrollHeight - scrollTop - clientHeight <= lowerThreshold) onScrollToLower?.()
    }}
  />
)
