import { runMock } from '../../support/runMock'
import { createOpensearch } from './createOpensearch'

void runMock(
  'mock opensearch',
  { user: { default: '' }, password: { default: '' } },
  (settings) => createOpensearch(settings).app,
)
