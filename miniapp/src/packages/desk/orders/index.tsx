import { DeskPage } from '../parts/DeskPage'

export default function DeskOrdersPage() {
  return <DeskPage number={undefined} />
}
