import type { KnowledgeSearchAnswer } from '@jiesu/shared-types'
import { KNOWLEDGE_AUDIENCES } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useCityProfile } from '../../../stores/cityProfile'
import { Button } from '../../../ui/form/Button'
import { Choices } from '../../../ui/form/Choices'
import { Fold } from '../../../ui/layout/Fold'
import { Stack } from '../../../ui/layout/Section'
import { commonWords } from '../../../words/common'
import { knowledgeWords as words } from '../../../words/knowledge'
import { sayAudience } from '../audience'
import styles from './search.module.scss'

export interface Chosen {
  audience: string | undefined
  district: string | undefined
}

interface FiltersProps {
  named: KnowledgeSearchAnswer['named']
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}

const ANY = ''

/** For whom and where answers are: only what the city's answers name can be chosen. */
export const Filters = ({ named, chosen, onChoose }: FiltersProps) => {
  const { data: city } = useCityProfile()
  const { audience, district } = chosen
  const districts = (city?.districts ?? []).filter(
    ({ id }) => named?.districts.includes(id) || id === district,
  )
  // Everybody but enterprises is a person: who can choose some of them can choose all of them.
  const some = new Set<string>(named?.audience)
  if ([...some].some((one) => one !== 'enterprise')) some.add('person')
  if (audience !== undefined) some.add(audience)
  const known = KNOWLEDGE_AUDIENCES.filter((id) => some.has(id))
  const audiences = [...new Set([...known, ...some])].map((id) => ({ id, name: sayAudience(id) }))
  const said = [
    ...(audience === undefined ? [] : [sayAudience(audience)]),
    ...districts.flatMap(({ id, name }) => (id === district ? name : [])),
  ]
  if (named === undefined && said.length === 0) return <View className={styles.filters} aria-hidden />
  if (audiences.length === 0 && districts.length === 0) return null
  const options = (from: readonly { id: string; name: string }[]) => [{ id: ANY, name: words.any }, ...from]
  return (
    <View className={styles.filters}>
      <Fold id="knowledge-filters" title={words.filters} quiet startOpen={said.length > 0}>
        <Stack>
          {audiences.length === 0 ? null : (
            <Choices
              id="knowledge-audience"
              label={words.audience}
              choices={options(audiences)}
              chosen={audience ?? ANY}
              onChoose={(id) => onChoose({ ...chosen, audience: id === ANY ? undefined : id })}
            />
          )}
          {districts.length === 0 ? null : (
            <Choices
              id="knowledge-district"
              label={words.districts}
              choices={options(districts)}
              chosen={district ?? ANY}
              onChoose={(id) => onChoose({ ...chosen, district: id === ANY ? undefined : id })}
            />
          )}
        </Stack>
      </Fold>
      <View className={styles.filtered}>
        <View id="knowledge-filtered" role="status">
          {said.length === 0 ? '' : words.filtered(commonWords.list(said))}
        </View>
        {said.length === 0 ? null : (
          <Button
            id="knowledge-filters-clear"
            kind="quiet"
            small
            onPress={() => onChoose({ audience: undefined, district: undefined })}
          >
            {words.unfilter}
          </Button>
        )}
      </View>
    </View>
  )
}
