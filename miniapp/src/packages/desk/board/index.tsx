import type { StaffIdentity } from '@jiesu/shared-types'
import { readsBoard } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Order } from '@nutui/icons-react-taro'
import { replaceWith } from '../../../navigate'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { Button } from '../../../ui/form/Button'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { boardWords as words } from '../../../words/zh/board'
import { DeskGate } from '../parts/DeskGate'
import { Seat } from '../parts/Seat'
import { BoardScreen } from './BoardScreen'

/** Units and their figures, for those who may see them. */
const BoardFrame = ({ staff }: { staff: StaffIdentity }) => (
  <Page
    title={appWords.titles.deskBoard}
    backTo="deskOrders"
    wide
    site={<Seat staff={staff} here="deskBoard" />}
  >
    {readsBoard(staff.role) ? (
      <BoardScreen staff={staff} />
    ) : (
      <EmptyState
        icon={<Order size={28} />}
        title={words.notYours}
        action={<Button onPress={() => replaceWith('deskOrders')}>{words.toDesk}</Button>}
      >
        <View>{words.notYoursHelp}</View>
      </EmptyState>
    )}
  </Page>
)

export default function DeskBoardPage() {
  return <DeskGate>{(staff) => <BoardFrame staff={staff} />}</DeskGate>
}
