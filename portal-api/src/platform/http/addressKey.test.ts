import { addressKey } from './addressKey'

test.each([
  ['an IPv4 address', '203.0.113.7', '203.0.113.7'],
  ['IPv4 written as IPv6', '::ffff:203.0.113.7', '203.0.113.7'],
  ['two addresses of one line, the first', '2001:db8:0:1::1', '2001:db8:0:1::/64'],
  ['two addresses of one line, the second', '2001:0db8:0000:0001:ffff:ffff:ffff:ffff', '2001:db8:0:1::/64'],
  ['another line', '2001:db8:0:2::1', '2001:db8:0:2::/64'],
  ['the loopback address', '::1', '0:0:0:0::/64'],
  ['a link-local address with its zone', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['nothing that can be read', 'unknown', 'unknown'],
])('%s', (_what, address, key) => {
  expect(addressKey(address)).toBe(key)
})
