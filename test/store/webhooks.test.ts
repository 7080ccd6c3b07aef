/** Signed as Standard Webhooks has it, which its own library judges. */
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { createSeenMessages, readWebhookSecrets, signWebhook, verifyWebhook } from '../../store/webhooks.ts';

const OLD = `whsec_${btoa('o'.repeat(24))}`;
const NEW = `whsec_${btoa('n'.repeat(64))}`;
const BODY = '{"gateway":"default/edge","note":"é"}';
const now = Date.now();
const keys = (...secrets: readonly string[]) => readWebhookSecrets(secrets.join('\n'));
const verify = (headers: Readonly<Record<string, string>>, body = BODY, secrets = keys(OLD), at = now) =>
  verifyWebhook(new Headers(headers), body, secrets, at);

/** What somebody else's program sends. */
const sentBy = (secret: string, seconds = 0) => {
  const time = new Date(now + seconds * 1000);
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('msg_1', time, BODY),
  };
};

test('what we sign, the standard’s library verifies, with each of the secrets', async () => {
  const headers = { ...(await signWebhook({ id: 'msg_1', body: BODY }, keys(OLD, NEW), now)) };
  for (const secret of [OLD, NEW]) expect(new Webhook(secret).verify(BODY, headers)).toEqual(JSON.parse(BODY));
  expect(() => new Webhook(`whsec_${btoa('x'.repeat(32))}`).verify(BODY, headers)).toThrow('No matching signature');
});

test('what the standard’s library signs, is genuine', async () => {
  expect(await verify(sentBy(OLD))).toEqual({ status: 'genuine', id: 'msg_1' });
});

test('while a secret is replaced, those who know either understand each other', async () => {
  for (const secret of [OLD, NEW])
    expect(await verify(sentBy(secret), BODY, keys(NEW, OLD))).toMatchObject({ status: 'genuine' });
  const both = await signWebhook({ id: 'msg_1', body: BODY }, keys(OLD, NEW), now);
  for (const secret of [OLD, NEW]) expect(await verify(both, BODY, keys(secret))).toMatchObject({ status: 'genuine' });
});

describe('a message is refused', () => {
  const genuine = sentBy(OLD);
  const { 'webhook-signature': signature } = genuine;
  test.each<[string, Record<string, string>, string?]>([
    ['with another body', genuine, '{}'],
    ['with another id', { ...genuine, 'webhook-id': 'msg_2' }],
    ['with another time', { ...genuine, 'webhook-timestamp': String(Number(genuine['webhook-timestamp']) + 1) }],
    ['whose id and time are cut elsewhere', { ...genuine, 'webhook-id': `msg_1.${genuine['webhook-timestamp']}` }],
    ['with the beginning of a signature', { ...genuine, 'webhook-signature': signature.slice(0, -8) }],
    ['with a signature of another version', { ...genuine, 'webhook-signature': signature.replace('v1,', 'v2,') }],
    ['with no base64', { ...genuine, 'webhook-signature': 'v1,***' }],
    ['with an empty signature', { ...genuine, 'webhook-signature': 'v1,' }],
    ['of whoever does not know the secret', sentBy(NEW)],
    ['without any header', {}],
    ['with a time that is none', { ...genuine, 'webhook-timestamp': '1e9' }],
    ['from too long ago', sentBy(OLD, -301)],
    ['from too far ahead', sentBy(OLD, 302)],
  ])('%s', async (_, headers, body) => {
    expect(await verify(headers, body)).toEqual({ status: 'refused', reason: expect.any(String) });
  });

  test('but not for a clock that differs a little, or for signatures of others beside', async () => {
    for (const seconds of [-298, 298]) expect(await verify(sentBy(OLD, seconds))).toMatchObject({ status: 'genuine' });
    const several = { ...genuine, 'webhook-signature': `v2,AAAA v1,AAAA ${signature}` };
    expect(await verify(several)).toMatchObject({ status: 'genuine' });
  });
});

test.each(['', ' ,\n', OLD, `${OLD},${NEW}`, `${OLD}\n ${NEW}\n`])('%j holds secrets', (text) => {
  expect(readWebhookSecrets(text)).toHaveLength(text.match(/whsec_/g)?.length ?? 0);
});

test.each([
  'hunter2-hunter2-hunter2',
  btoa('o'.repeat(32)),
  `whsec_${btoa('o'.repeat(23))}`,
  `whsec_${btoa('o'.repeat(65))}`,
  `${OLD} x`,
])('%j is refused, and not repeated', (text) => {
  expect(() => readWebhookSecrets(text)).toThrow(/^a secret of webhooks is "whsec_" and base64 of 24 to 64 bytes$/);
});

test('a secret is not printed', () => expect(JSON.stringify(keys(OLD))).toBe('["[redacted]"]'));

test('a message that comes again is known for as long as it would be genuine, and not longer', () => {
  const { isNew } = createSeenMessages();
  expect([isNew('a', 0), isNew('b', 1), isNew('a', 599_999), isNew('a', 600_001), isNew('a', 600_002)]).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});

test('messages without end are not all remembered', () => {
  const { isNew } = createSeenMessages();
  for (let count = 0; count <= 10_000; count += 1) isNew(`m${count}`, 0);
  expect([isNew('m10000', 0), isNew('m0', 0)]).toEqual([false, true]);
});
