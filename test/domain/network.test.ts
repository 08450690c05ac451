import { expect, test } from 'vitest';
import { isInNetwork } from '../../src/domain/authenticate/network.ts';

test.each([
  ['2002:a05:6504:1b92:b0:2a1:f0e8:1', '2002:a05::/32', true],
  ['2002:a06:6504:1b92:b0:2a1:f0e8:1', '2002:a05::/32', false],
  ['[IPv6:2002:a05::1]', '2002:a05::/32', true],
  ['[10.1.2.3]', '10.0.0.0/8', true],
  ['11.1.2.3', '10.0.0.0/8', false],
  ['192.168.1.77', '192.168.1.64/26', true],
  ['192.168.1.128', '192.168.1.64/26', false],
  ['::1', '::1/128', true],
  ['::2', '::1/128', false],
  ['1.2.3.4', '0.0.0.0/0', true],
  ['::ffff', '0.0.0.0/0', false],
  ['mx.acme.example', '10.0.0.0/8', false],
  ['10.0.0.1', '10.0.0.0', false],
  ['10.0.0.1', '10.0.0.0/33', false],
  ['10.0.0.256', '10.0.0.0/8', false],
  ['1::2::3', '1::/16', false],
  ['2002:a05:1:2:3:4:5:6:7', '2002:a05::/32', false],
])('8601-1: %s in %s: %s', (address, network, inside) => {
  expect(isInNetwork(address, network)).toBe(inside);
});
