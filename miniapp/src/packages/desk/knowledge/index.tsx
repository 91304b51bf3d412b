import type { StaffIdentity } from '@jiesu/shared-types'
import { worksOnKnowledge } from '@jiesu/shared-types/vocabulary'
import { useQuery } from '../../../navigate'
import { useWide } from '../../../platform/wide'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { DeskGate } from '../parts/DeskGate'
import { Seat } from '../parts/Seat'
import { ToOwnPage } from '../parts/ToOwnPage'
import { ownPageOf } from '../parts/useStaff'
import { KnowledgeDesk } from './KnowledgeDesk'

const KnowledgeFrame = ({ staff }: { staff: StaffIdentity }) => {
  const wide = useWide()
  const { id } = useQuery()
  const own = ownPageOf(staff)
  // From what is open back to the lists, from these to where the work of the role begins.
  const backTo = id !== undefined ? 'deskKnowledge' : own === 'deskKnowledge' ? undefined : own
  const seat = <Seat staff={staff} here="deskKnowledge" />
  return (
    <Page
      title={appWords.titles.deskKnowledge}
      {...(backTo === undefined ? {} : { backTo })}
      wide
      site={wide ? seat : undefined}
    >
      {wide ? null : seat}
      <KnowledgeDesk staff={staff} open={id} />
    </Page>
  )
}

/** The knowledge base for those who write, review and supervise it. */
export default function DeskKnowledgePage() {
  return (
    <DeskGate>
      {(staff) =>
        worksOnKnowledge(staff.role) ? <KnowledgeFrame staff={staff} /> : <ToOwnPage staff={staff} />
      }
    </DeskGate>
  )
}
