import { Button, Input, View } from '@tarojs/components'
import { ArrowRight, Checked, Search } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { Sheet } from '../layout/Sheet'
import { describedBy, FieldFrame } from './Field'
import { filterGroups, type PickGroup } from './filterGroups'
import { commonWords } from '../../words/common'
import styles from './pick.module.scss'

interface PickOneProps {
  id: string
  label: string
  /** Title of the sheet, and what the field says while nothing is chosen. */
  ask: string
  searchHint: string
  nothingFound: string
  groups: readonly PickGroup[]
  chosen: string | undefined
  onChoose: (id: string) => void
  hint?: string
  error?: string
  optional?: boolean
}

/**
 * One of many: a field that opens a searchable list. Ids: the field `<id>`, the search box `<id>-search`, each
 * option `<id>-option-<option with / as _>`.
 */
export const PickOne = (props: PickOneProps) => {
  const { id, label, ask, searchHint, nothingFound, groups, chosen, onChoose, hint, error } = props
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState('')
  const name = groups.flatMap((group) => group.options).find((option) => option.id === chosen)?.name
  const shown = open ? filterGroups(groups, wanted) : []
  const close = () => {
    setOpen(false)
    setWanted('')
  }
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={props.optional ?? false}>
      <Button
        id={id}
        className={`${styles.field} ${error === undefined ? '' : styles.wrong} ${name === undefined ? styles.unset : ''}`}
        aria-label={commonWords.labelled(label, name ?? ask)}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        {...describedBy(id, hint, error)}
      >
        <View>{name ?? ask}</View>
        <ArrowRight size={16} />
      </Button>
      {open ? (
        <Sheet
          id={`${id}-sheet`}
          title={ask}
          onClose={close}
          head={
            <View className={styles.search}>
              <Search size={18} />
              <Input
                id={`${id}-search`}
                className={styles.searchBox}
                value={wanted}
                placeholder={searchHint}
                aria-label={searchHint}
                confirmType="search"
                onInput={(event) => setWanted(event.detail.value)}
              />
            </View>
          }
        >
          {shown.length === 0 ? <View className={styles.nothing}>{nothingFound}</View> : null}
          {shown.map((group) => (
            <View key={group.id}>
              {group.name === '' ? null : <View className={styles.group}>{group.name}</View>}
              {group.options.map((option) => (
                <Button
                  key={option.id}
                  id={`${id}-option-${option.id.replace(/\//g, '_')}`}
                  className={`${styles.option} ${option.id === chosen ? styles.on : ''}`}
                  hoverClass={styles.pressed}
                  aria-pressed={option.id === chosen}
                  onClick={() => {
                    onChoose(option.id)
                    close()
                  }}
                >
                  <View className={styles.optionName}>{option.name}</View>
                  {option.id === chosen ? <Checked size={18} /> : null}
                </Button>
              ))}
            </View>
          ))}
        </Sheet>
      ) : null}
    </FieldFrame>
  )
}
