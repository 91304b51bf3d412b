import { Search } from '@nutui/icons-react-taro'
import { replaceWith } from '../../../navigate'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { Button } from '../../../ui/form/Button'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { useLanguage } from '../../../words/useLanguage'

/** Where an address leads that no page has. */
export default function LostPage() {
  useLanguage()
  return (
    <Page title={appWords.titles.lost} ownHeading="unseen">
      <EmptyState
        icon={<Search size={28} />}
        title={appWords.lost.title}
        action={
          <Button id="lost-home" kind="primary" onPress={() => replaceWith('home')}>
            {appWords.lost.home}
          </Button>
        }
      >
        {appWords.lost.help}
      </EmptyState>
    </Page>
  )
}
