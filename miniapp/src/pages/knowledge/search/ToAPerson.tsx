import { go } from '../../../navigate'
import { dial } from '../../../platform/phone'
import { Button } from '../../../ui/form/Button'
import { knowledgeWords as words } from '../../../words/knowledge'

/** The two ways to a person, for whom no answer was enough. */
export const ToAPerson = ({ onLeave }: { onLeave: () => void }) => {
  const leave = (way: () => void) => () => {
    onLeave()
    way()
  }
  return (
    <>
      <Button id="knowledge-submit" kind="primary" onPress={leave(() => go('submit'))}>
        {words.submit}
      </Button>
      <Button id="knowledge-call" onPress={leave(() => dial('12345'))}>
        {words.call}
      </Button>
    </>
  )
}
