import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function CitiesPage() {
  return (
    <Page title={appWords.titles.cities}>
      <Skeleton cards={2} />
    </Page>
  )
}
