import type { ApiProblem } from '../../api/problem'
import { commonWords } from '../../words/common'
import { Button } from '../form/Button'
import { Notice } from './Notice'

interface ErrorStateProps {
  problem: ApiProblem
  onRetry?: () => void
  busy?: boolean
}

/** What happened, what is safe, what to do next; with a way to try again where one helps. */
export const ErrorState = ({ problem, onRetry, busy = false }: ErrorStateProps) => (
  <Notice
    id="problem"
    tone={problem.isConnection ? 'soon' : 'late'}
    title={problem.title}
    actions={
      onRetry === undefined ? undefined : (
        <Button id="retry" small busy={busy} onPress={onRetry}>
          {commonWords.retry}
        </Button>
      )
    }
  >
    {problem.detail}
    {problem.retryAfter === undefined ? null : commonWords.retryIn(problem.retryAfter)}
  </Notice>
)
