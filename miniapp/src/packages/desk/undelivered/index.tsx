import type { StaffIdentity } from '@jiesu/shared-types'
import { keepsNews } from '@jiesu/shared-types/vocabulary'
import { useWide } from '../../../platform/wide'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { DeskGate } from '../parts/DeskGate'
import { Seat } from '../parts/Seat'
import { ToOwnPage } from '../parts/ToOwnPage'
import { deskOf, ownPageOf } from '../parts/useStaff'
import { Undelivered } from './Undelivered'

const UndeliveredFrame = ({ staff }: { staff: StaffIdentity }) => {
  const wide = useWide()
  const seat = <Seat staff={staff} here="deskUndelivered" />
  return (
    <Page
      title={appWords.titles.deskUndelivered}
      backTo={ownPageOf(staff)}
      wide
      site={wide ? seat : undefined}
    >
      {wide ? null : seat}
      <Undelivered desk={deskOf(staff)} />
    </Page>
  )
}

/** News that did not arrive, for whoever looks after it. */
export default function DeskUndeliveredPage() {
  return (
    <DeskGate>
      {(staff) => (keepsNews(staff.role) ? <UndeliveredFrame staff={staff} /> : <ToOwnPage staff={staff} />)}
    </DeskGate>
  )
}
