import type { CityProfile, FoundPlace, PlaceAnswer } from '@jiesu/shared-types'
import { ELSEWHERE } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { dial } from '../../../platform/phone'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { TextField } from '../../../ui/form/Field'
import { PickOne } from '../../../ui/form/PickOne'
import { Card } from '../../../ui/layout/Card'
import { submitWords as words } from '../../../words/submit'
import type { BlockProps } from './blocks'
import { Here } from './Here'
import { chosenPlace } from './submission'
import styles from './submit.module.scss'

interface WhereBlockProps extends BlockProps {
  profile: CityProfile
  /** What the words of the place say. */
  found: PlaceAnswer
}

/** Where it is: words that lead somebody there, and the district and street that they speak of. */
export const WhereBlock = ({ draft, sending, profile, found }: WhereBlockProps) => {
  const { value, change } = draft
  const { places, elsewhere } = found
  const district = profile.districts.find(({ id }) => id === value.district)
  const streets = district?.streets ?? []
  const isElsewhere = value.district === ELSEWHERE
  const taken = places.find((place) => place.district === value.district && place.sure)
  const choose = (place: Pick<FoundPlace, 'district' | 'street'>) => {
    change((latest) => chosenPlace(latest, place))
    sending.forgive('submit-district', 'submit-street', 'submit-detail')
  }
  return (
    <Card title={words.where}>
      <TextField
        id="submit-detail"
        label={words.detail}
        hint={profile.placesAskOutside === true ? words.detailHintOutside : words.detailHint}
        placeholder={words.detailPlaceholder}
        optional={!isElsewhere}
        maxlength={200}
        value={value.detail}
        error={sending.errors['submit-detail']}
        autoComplete="off"
        onChange={(detail) => {
          change({ detail })
          sending.forgive('submit-detail')
        }}
      />
      <View id="submit-places" aria-live="polite">
        <Proposals places={places} draft={draft} onChoose={choose} />
        {elsewhere === undefined ? null : (
          <View className={styles.elsewhere}>
            <Notice
              id="submit-elsewhere"
              title={words.elsewhere.title(elsewhere.city)}
              actions={
                <Button id="submit-elsewhere-call" small onPress={() => dial(elsewhere.dial)}>
                  {words.emergencyCall(elsewhere.dial)}
                </Button>
              }
            >
              {words.elsewhere.text(profile.name, elsewhere.city, elsewhere.dial)}
            </Notice>
          </View>
        )}
      </View>
      <Here profile={profile} onChoose={choose} />
      <View className={styles.next}>
        <PickOne
          id="submit-district"
          label={words.district}
          ask={words.districtPick}
          searchHint={words.districtSearch}
          nothingFound={words.nothingFound}
          groups={[
            {
              id: 'districts',
              name: '',
              options: [...profile.districts, { id: ELSEWHERE, name: words.elsewhere.name }],
            },
          ]}
          chosen={value.district === '' ? undefined : value.district}
          hint={
            isElsewhere
              ? words.elsewhere.hint
              : taken !== undefined && !value.placeChosen
                ? words.placeSuggested(taken.matched)
                : undefined
          }
          error={sending.errors['submit-district']}
          onChoose={(id) => choose({ district: id })}
        />
      </View>
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
            onChoose={(street) => choose({ district: value.district, street })}
          />
        </View>
      )}
    </Card>
  )
}

interface ProposalsProps extends Pick<BlockProps, 'draft'> {
  places: readonly FoundPlace[]
  onChoose: (place: FoundPlace) => void
}

const MOST_PROPOSALS = 3

/** What the words may mean besides what is chosen already. */
const Proposals = ({ places, draft: { value }, onChoose }: ProposalsProps) => {
  const open = places
    .filter(
      ({ district, street }) =>
        district !== value.district || (street !== undefined && street !== value.street),
    )
    .slice(0, MOST_PROPOSALS)
  return open.length === 0 ? null : (
    <View className={styles.also}>
      <View className={styles.muted}>{words.placeAsk}</View>
      {open.map((place) => (
        <Button
          key={place.name}
          id={`submit-place-${place.district}-${place.street ?? ''}`}
          small
          onPress={() => onChoose(place)}
        >
          {place.landmark === undefined ? place.name : words.placeNear(place.name, place.landmark)}
        </Button>
      ))}
    </View>
  )
}
