import { DeskGate } from '../parts/DeskGate'
import { Workbench } from '../parts/Workbench'

export default function DeskOrdersPage() {
  return <DeskGate>{(staff) => <Workbench staff={staff} number={undefined} />}</DeskGate>
}
