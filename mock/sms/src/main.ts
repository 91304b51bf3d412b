import { runMock } from '../../support/runMock'
import { createSms } from './createSms'

void runMock('mock sms', { key: { default: 'demo-key' } }, ({ key }) => createSms({ key, now: Date.now }).app)
