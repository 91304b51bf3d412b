import { runMock } from '../../support/runMock'
import { createDepartments } from './createDepartments'

void runMock('mock departments', {}, () => createDepartments({ now: Date.now }).app)
