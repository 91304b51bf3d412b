import { runMock } from '../../support/runMock'
import { createPlaces } from './createPlaces'
import { EXAMPLES } from './spots'

void runMock(
  'mock places',
  { key: { default: 'demo-places-key' } },
  ({ key }) => createPlaces({ key, spots: EXAMPLES }).app,
)
