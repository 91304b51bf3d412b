import { runMock } from '../../support/runMock'
import { createWechat } from './createWechat'

void runMock(
  'mock wechat',
  { appid: { default: 'wx-demo' }, secret: { default: 'demo-secret' } },
  ({ appid, secret }) => createWechat({ appid, secret, now: Date.now }).app,
)
