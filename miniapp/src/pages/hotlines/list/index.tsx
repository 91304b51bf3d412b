import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function HotlinesPage() {
  return (
    <Page title={appWords.titles.hotlines}>
      <Skeleton cards={2} />
    </Page>
  )
}
