/** Without an access policy nobody has to say who it is, so that nothing but this machine's own programs may ask. */
import { describe, expect, test } from 'vitest';
import { createClient } from './client.ts';

describe('an API that asks nobody who it is', () => {
  const local = createClient({ corsOrigins: ['https://console.example'] });
  const pause = (headers: Readonly<Record<string, string>>, origin = 'http://127.0.0.1:8080') =>
    local.send('POST', `${origin}/v1/rollouts/edge/pause`, undefined, headers);

  test.each([
    ['a page of somewhere else', 'http://127.0.0.1:8080', { origin: 'https://evil.example' }],
    ['a page that hides where it is from', 'http://127.0.0.1:8080', { origin: 'null' }],
    ['a name that somebody has pointed here', 'http://evil.example:8080', {}],
    ['a page of that name', 'http://evil.example:8080', { origin: 'http://evil.example:8080' }],
  ])('does nothing for %s', async (_, address, headers) => {
    expect((await pause(headers, address)).status).toBe(401);
  });

  test.each([
    ['a program', 'http://127.0.0.1:8080', {}],
    ['its own page', 'http://localhost:8080', { origin: 'http://localhost:8080' }],
    ['its own page', 'http://[::1]:8080', { origin: 'http://[::1]:8080' }],
    ['a page that it was told of', 'http://127.0.0.1:8080', { origin: 'https://console.example' }],
  ])('answers %s', async (_, address, headers) => {
    expect((await pause(headers, address)).status).toBe(404);
  });
});
