import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function MePage() {
  return (
    <Page title={appWords.titles.me} tab="me">
      <Skeleton cards={2} />
    </Page>
  )
}
