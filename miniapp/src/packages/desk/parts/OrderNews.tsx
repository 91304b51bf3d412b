import { View } from '@tarojs/components'
import { Notice } from '../../../ui/feedback/Notice'
import { StayingNotice } from '../../../ui/feedback/StayingNotice'
import { Button } from '../../../ui/form/Button'
import { deskWords } from '../../../words/zh/desk'
import type { LiveOrder } from './useLiveOrder'

const words = deskWords.news
const SHOWN = 3

interface OrderNewsProps {
  of: LiveOrder
  onSeen: () => void
}

/** What others did with the open order meanwhile, above what one is writing oneself. */
export const OrderNews = ({ of: { news, gone, outdated, writing }, onSeen }: OrderNewsProps) => (
  <StayingNotice>
    {gone ? (
      <Notice id="desk-gone" tone="soon" title={words.gone}>
        {words.goneHelp}
      </Notice>
    ) : news.length === 0 ? null : (
      <Notice
        id="desk-news"
        tone={writing ? 'soon' : 'info'}
        title={words.title}
        actions={
          <Button id="desk-news-seen" small onPress={onSeen}>
            {outdated ? words.toLatest : words.seen}
          </Button>
        }
      >
        {news.slice(0, SHOWN).map(({ id, title }) => (
          <View key={id}>{title}</View>
        ))}
        {news.length > SHOWN ? <View>{words.more(news.length - SHOWN)}</View> : null}
        {outdated ? <View>{words.outdated}</View> : writing ? <View>{words.kept}</View> : null}
      </Notice>
    )}
  </StayingNotice>
)
