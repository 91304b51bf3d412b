import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function HomePage() {
  return (
    <Page title={appWords.titles.home} tab="home">
      <Skeleton cards={2} />
    </Page>
  )
}
