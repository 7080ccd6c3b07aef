import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

test.each([
  ['no body at all', '{ type: buffer, maximumSize: 0 }', ['out-of-range /maximumSize']],
  ['a body of more than 32 bits', '{ type: buffer, maximumSize: 4GiB }', ['invalid-format /maximumSize']],
  ['the largest body', '{ type: buffer, maximumSize: 4294967295 }', []],
  ['parts of a KiB', '{ type: bandwidth-limit, perSecond: 1025 }', ['invalid-format /perSecond']],
  ['no bandwidth', '{ type: bandwidth-limit, perSecond: 0 }', ['invalid-format /perSecond']],
  [
    'filling too often',
    '{ type: bandwidth-limit, perSecond: 1KiB, fillInterval: 19ms }',
    ['invalid-format /fillInterval'],
  ],
  [
    'filling too seldom',
    '{ type: bandwidth-limit, perSecond: 1KiB, fillInterval: 1001ms }',
    ['invalid-format /fillInterval'],
  ],
  ['filling at the ends', '{ type: bandwidth-limit, perSecond: 1KiB, fillInterval: 1s }', []],
  ['a window of parts of seconds', '{ type: admission-control, window: 1500ms }', ['invalid-format /window']],
  ['no window', '{ type: admission-control, window: 0s }', ['invalid-format /window']],
  [
    'a reversed range',
    '{ type: admission-control, successStatuses: [{ from: 200, to: 299 }, { from: 300, to: 299 }] }',
    ['reversed-range /successStatuses/1/from'],
  ],
  ['reversed limits', '{ type: adaptive-concurrency, maximumConcurrency: 2 }', ['reversed-range /minimumConcurrency']],
  ['no time between updates', '{ type: adaptive-concurrency, updateInterval: 0s }', ['invalid-format /updateInterval']],
  ['no fixed time', '{ type: adaptive-concurrency, idleTime: { fixed: 0s } }', ['invalid-format /idleTime/fixed']],
  [
    'no time between measurements',
    '{ type: adaptive-concurrency, idleTime: { measured: { interval: 0s } } }',
    ['invalid-format /idleTime/measured/interval'],
  ],
  [
    'a time that is fixed and measured',
    '{ type: adaptive-concurrency, idleTime: { fixed: 1s, measured: {} } }',
    ['mutually-exclusive /idleTime/fixed'],
  ],
])('judges %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
