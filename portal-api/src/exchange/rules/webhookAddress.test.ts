import { whyNotWebhook } from './webhookAddress'

test.each([
  'https://orders.example.gov.cn/events',
  'https://10.1.2.3:8443/events?unit=water',
  'http://127.0.0.1:4103/events',
  'http://localhost:4103/',
  'http://[::1]:4103/',
])('%s is right', (address) => {
  expect(whyNotWebhook(address)).toBeUndefined()
})

test.each([
  ['events', /no address/],
  ['http://orders.example.gov.cn/events', /this machine/],
  ['http://10.1.2.3/events', /this machine/],
  ['http://localhost.example.com/', /this machine/],
  ['http://127.0.0.1.example.com/', /this machine/],
  ['ftp://127.0.0.1/', /begins with https/],
  ['file:///etc/passwd', /begins with https/],
  ['https://name:password@example.gov.cn/', /name and password/],
  ['https://example.gov.cn/#events', /behind #/],
])('%s is not', (address, why) => {
  expect(whyNotWebhook(address)).toMatch(why)
})
