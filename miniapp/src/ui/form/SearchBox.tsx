import { Button, Input, View } from '@tarojs/components'
import { Close, Search } from '@nutui/icons-react-taro'
import { isComposing } from '../../platform/composing'
import styles from './searchBox.module.scss'

interface SearchBoxProps {
  id: string
  label: string
  hint: string
  clearLabel: string
  value: string
  /** `composing`: an input method is still at work, so this is not yet what is meant. */
  onChange: (value: string, composing: boolean) => void
  /** Pressed 搜索/Enter. */
  onConfirm?: () => void
  maxlength?: number
  /** Further attributes of the entry, for what opens below it. */
  entry?: object
}

/** The box of a page that searches: answers come while typing, Enter only hurries them. */
export const SearchBox = (props: SearchBoxProps) => {
  const { id, label, hint, clearLabel, value, onChange, onConfirm, maxlength = 200, entry } = props
  // The H5 also tells when an input method has finished; WeChat's inputs know no such event.
  const finished = {
    onCompositionEnd: (event: { currentTarget: { value: string } }) =>
      onChange(event.currentTarget.value, false),
  }
  return (
    <View className={styles.box} role="search">
      <Search size={20} />
      <Input
        id={id}
        className={styles.entry}
        value={value}
        type="text"
        confirmType="search"
        placeholder={hint}
        placeholderClass={styles.placeholder}
        aria-label={label}
        maxlength={maxlength}
        autoComplete="off"
        onInput={(event) => onChange(event.detail.value, isComposing(event))}
        onConfirm={() => onConfirm?.()}
        {...finished}
        {...entry}
      />
      {value === '' ? null : (
        <Button
          id={`${id}-clear`}
          className={styles.clear}
          aria-label={clearLabel}
          onClick={() => onChange('', false)}
        >
          <Close size={16} />
        </Button>
      )}
    </View>
  )
}
