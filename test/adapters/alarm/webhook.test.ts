import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { postAlarm } from '../../../src/adapters/alarm/webhook.ts';
import { webhook } from '../../support/webhook.ts';

const alarm = { secret: 's3cret', key: 'HD-1042 alarm 1', body: '{"ticket":"HD-1042"}', now: 1_772_442_000_500 };

test('an alarm is posted as JSON, signed, under the same name each time', async () => {
  await using machine = await webhook();
  expect(await postAlarm({ ...alarm, url: machine.url })).toEqual({ kind: 'taken' });
  const [post] = machine.posts;
  expect(post).toMatchObject({ path: '/alarm', body: alarm.body });
  expect(post?.headers).toMatchObject({
    'content-type': 'application/json',
    'x-maildesk-delivery': alarm.key,
    'x-maildesk-timestamp': '1772442000',
    'x-maildesk-signature': `sha256=${createHmac('sha256', 's3cret').update(`1772442000.${alarm.body}`).digest('hex')}`,
  });
  await postAlarm({ ...alarm, secret: null, url: machine.url });
  expect(machine.posts[1]?.headers).not.toHaveProperty('x-maildesk-signature');
});

test.each([
  [503, 'deferred', 'it answers 503'],
  [429, 'deferred', 'it answers 429'],
  [404, 'refused', 'it answers 404'],
])('an answer %i: %s', async (status, kind, why) => {
  await using machine = await webhook();
  machine.answersNext(status);
  expect(await postAlarm({ ...alarm, url: machine.url })).toEqual({ kind, why });
});

test('a redirect is not followed: what is signed for one machine goes to no other', async () => {
  await using machine = await webhook();
  await using other = await webhook();
  machine.answersNext(307, other.url);
  expect(await postAlarm({ ...alarm, url: machine.url })).toMatchObject({
    kind: 'refused',
    why: expect.stringContaining('redirect'),
  });
  expect(other.posts).toEqual([]);
});

test('nobody there: it is tried again', async () => {
  const url = await (async () => {
    await using machine = await webhook();
    return machine.url;
  })();
  expect(await postAlarm({ ...alarm, url })).toEqual({ kind: 'deferred', why: 'ECONNREFUSED' });
});
