import { View } from '@tarojs/components'
import { call } from '../../../api/client'
import { useRemote } from '../../../api/useRemote'
import { commonWords } from '../../../words/common'
import { knowledgeWords as words } from '../../../words/knowledge'
import { sayAudience } from '../audience'

export const appliesTo = (audience: readonly string[]): string => commonWords.list(audience.map(sayAudience))

/** The districts by name, once they are known. */
export const AppliesIn = ({ city, districts }: { city: string; districts: readonly string[] }) => {
  const { data } = useRemote(`city:${city}`, () => call('getCity', { params: { city } }), { keep: true })
  if (data === undefined) return null
  const names = districts.map((id) => data.districts.find((one) => one.id === id)?.name ?? id)
  return <View>{commonWords.labelled(words.districts, commonWords.list(names))}</View>
}
