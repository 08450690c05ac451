import { describe, expect, test } from 'vitest';
import { withoutOwnGroup } from '../../src/domain/classify/own-group.ts';
import { mailWith } from './mail.ts';

const via = ['help@acme.example'];
const group = { name: "'Jane Roe' via Help", address: 'help@acme.example' };
const jane = { name: 'Jane Roe', address: 'jane@globex.example' };
const fields = 'List-Id: <help.acme.example>\nPrecedence: list\nReturn-Path: <help+bncBCD@acme.example>';

describe('2369-1: our own group in front of the mailbox', () => {
  test('the author stands in X-Original-From', () => {
    const mail = mailWith(`X-Original-From: Jane Roe <jane@globex.example>\n${fields}`, { from: group, replyTo: [group] });
    const found = withoutOwnGroup(mail, via);
    expect(found).toMatchObject({ rewritten: true, mail: { from: jane, replyTo: [] } });
    expect(found.mail.headers.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'x-original-from: Jane Roe <jane@globex.example>',
      'return-path: <jane@globex.example>',
    ]);
  });
  test('else in Reply-To', () => {
    const mail = mailWith(fields, { from: group, replyTo: [{ name: '', address: 'jane@globex.example' }] });
    expect(withoutOwnGroup(mail, via)).toMatchObject({ rewritten: true, mail: { from: jane, replyTo: [] } });
  });
  test('an encoded name is read from From', () => {
    const mail = mailWith(`X-Original-From: =?utf-8?Q?Jane?= <jane@globex.example>\n${fields}`, { from: group });
    expect(withoutOwnGroup(mail, via).mail.from).toEqual(jane);
  });
  test('From that was not rewritten stays, and stays provable', () => {
    expect(withoutOwnGroup(mailWith(fields, { from: jane }), via)).toMatchObject({ rewritten: false, mail: { from: jane } });
  });
  test.each([
    ['[Help] Printer', 'Printer'],
    ['Re: [help] Printer', 'Re: Printer'],
    ['[HD-1001] Printer', '[HD-1001] Printer'],
    ['[Other] Printer', '[Other] Printer'],
  ])('subject %s', (subject, expected) => {
    expect(withoutOwnGroup(mailWith(fields, { subject }), via).mail.subject).toBe(expected);
  });
  test('its footer is not the author’s words', () => {
    const visibleText = 'It smokes.\n\n________________________\nHelp mailing list\nhelp@acme.example';
    expect(withoutOwnGroup(mailWith(fields, { visibleText }), via).mail.visibleText).toBe('It smokes.');
  });
  test.each([
    ['a list that is not ours', mailWith('List-Id: <news.evil.example>', { from: jane }), via],
    ['a mailbox without groups', mailWith(fields, { from: group }), []],
    ['a mail that never saw a list', mailWith('', { from: jane }), via],
  ])('%s is left as it came', (_, mail, ours) => {
    expect(withoutOwnGroup(mail, ours)).toEqual({ mail, rewritten: false });
  });
});
