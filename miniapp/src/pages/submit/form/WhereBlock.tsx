import type { CityProfile } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { TextField } from '../../../ui/form/Field'
import { PickOne } from '../../../ui/form/PickOne'
import { Card } from '../../../ui/layout/Card'
import { submitWords as words } from '../../../words/submit'
import type { BlockProps } from './blocks'
import styles from './submit.module.scss'

/** Where it is: district, street or town, and words that lead somebody there. */
export const WhereBlock = ({ draft, sending, profile }: BlockProps & { profile: CityProfile }) => {
  const { value, change } = draft
  const streets = profile.districts.find((district) => district.id === value.district)?.streets ?? []
  return (
    <Card title={words.where}>
      <PickOne
        id="submit-district"
        label={words.district}
        ask={words.districtPick}
        searchHint={words.districtSearch}
        nothingFound={words.nothingFound}
        groups={[{ id: 'districts', name: '', options: profile.districts }]}
        chosen={value.district === '' ? undefined : value.district}
        error={sending.errors['submit-district']}
        onChoose={(district) => {
          change({ district, street: '' })
          sending.forgive('submit-district', 'submit-street')
        }}
      />
      {streets.length === 0 ? null : (
        <View className={styles.next}>
          <PickOne
            id="submit-street"
            label={words.street}
            ask={words.streetPick}
            searchHint={words.streetSearch}
            nothingFound={words.nothingFound}
            groups={[{ id: 'streets', name: '', options: streets }]}
            chosen={value.street === '' ? undefined : value.street}
            optional
            error={sending.errors['submit-street']}
            onChoose={(street) => {
              change({ street })
              sending.forgive('submit-street')
            }}
          />
        </View>
      )}
      <View className={styles.next}>
        <TextField
          id="submit-detail"
          label={words.detail}
          hint={words.detailHint}
          optional
          maxlength={200}
          value={value.detail}
          error={sending.errors['submit-detail']}
          autoComplete="off"
          onChange={(detail) => {
            change({ detail })
            sending.forgive('submit-detail')
          }}
        />
      </View>
    </Card>
  )
}
