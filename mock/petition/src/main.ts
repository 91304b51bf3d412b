import { runMock } from '../../support/runMock'
import { createPetition } from './createPetition'
import { EXAMPLES } from './petitions'

void runMock(
  'mock petition',
  { key: { default: 'demo-petition-key' } },
  ({ key }) => createPetition({ key, petitions: EXAMPLES }).app,
)
