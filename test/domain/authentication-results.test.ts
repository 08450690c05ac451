import { describe, expect, test } from 'vitest';
import { believedResults } from '../../src/domain/authenticate/authentication-results.ts';
import type { TrustedSource } from '../../src/domain/settings.ts';
import { header } from './parts.ts';

const acme: TrustedSource = { id: 'mx.acme.example', border: ['mx.acme.example'], instances: 1 };
const google: TrustedSource = { id: 'mx.google.com', border: ['mx.google.com', '2002:a05::/32'], instances: 1 };

/** Header lines as they stand in a mail, top first. */
const lines = (...all: string[]) =>
  all.map((line) => header(line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()));

const believed = (headers: string[], ...sources: TrustedSource[]) => {
  const found = believedResults(lines(...headers), sources.length === 0 ? [acme] : sources);
  if (found === null) return null;
  const short = ({ method, result }: { method: string; result: string }) => `${method}=${result}`;
  return { by: found.by, results: found.results.map(short), worsened: found.worsened.map(short) };
};

const pass = 'Authentication-Results: mx.acme.example; dmarc=pass header.from=acme.example';
const fail = 'Authentication-Results: mx.acme.example; dmarc=fail header.from=acme.example';
const ours =
  'Received: from relay.example (relay.example [192.0.2.1]) by mx.acme.example with ESMTPS id 1; Mon, 2 Mar 2026 09:00:00 +0000';
const theirs = 'Received: from [10.0.0.1] by relay.example with ESMTP id 2; Mon, 2 Mar 2026 08:59:59 +0000';

describe('which Authentication-Results are believed', () => {
  test('8601-1: the border writes its header above its Received line, or below it', () => {
    expect(believed([pass, ours, theirs])).toEqual({ by: 'mx.acme.example', results: ['dmarc=pass'], worsened: [] });
    expect(believed([ours, pass, theirs])?.results).toEqual(['dmarc=pass']);
  });

  test('8601-1: a header below a Received line that is not ours was there before: forged', () => {
    expect(believed([ours, theirs, pass])).toBeNull();
    expect(believed([theirs, pass])).toBeNull();
  });

  test('8601-1: a forged header below the true one adds nothing and cannot mend it', () => {
    expect(believed([fail, ours, theirs, pass])).toEqual({
      by: 'mx.acme.example',
      results: ['dmarc=fail'],
      worsened: ['dmarc=pass'],
    });
    expect(believed([fail, ours, pass])).toMatchObject({ results: ['dmarc=fail'], worsened: ['dmarc=pass'] });
  });

  test('8601-2: as many instances as the admin says; the rest only worsen', () => {
    expect(believed([pass, fail, ours])).toMatchObject({ results: ['dmarc=pass'], worsened: ['dmarc=fail'] });
    expect(believed([pass, fail, ours], { ...acme, instances: 2 })).toMatchObject({
      results: ['dmarc=pass', 'dmarc=fail'],
      worsened: [],
    });
  });

  test('8601-1: Google writes its inner hops as addresses of its own network, above the header', () => {
    const hop = 'Received: by 2002:a05:6504:1b92:b0:2a1:f0e8:1 with SMTP id d18csp1; Mon, 2 Mar 2026 01:00:00 -0800 (PST)';
    const border = 'Received: from mail.acme.example by mx.google.com with ESMTPS id x; Mon, 2 Mar 2026 01:00:00 -0800 (PST)';
    const verdict =
      'Authentication-Results: mx.google.com; dkim=pass header.i=@acme.example; dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=acme.example';
    expect(believed([hop, border, verdict], google)?.results).toEqual(['dkim=pass', 'dmarc=pass']);
    const foreign = hop.replace('2002:a05:', '2002:a06:');
    expect(believed([foreign, border, verdict], google)).toBeNull();
  });

  test.each([
    ['the id in other letters', 'Authentication-Results: MX.Acme.EXAMPLE; dmarc=pass', true],
    ['a version behind it', 'Authentication-Results: mx.acme.example 1; dmarc=pass', true],
    ['the id in quotes', 'Authentication-Results: "mx.acme.example"; dmarc=pass', true],
    ['comments around it', 'Authentication-Results: (a) mx.acme.example (b) 1 (c); (d) dmarc (e) = (f) pass (g)', true],
    ['a version of the method', 'Authentication-Results: mx.acme.example; dmarc/1=pass', true],
    ['an id that only begins like ours', 'Authentication-Results: mx.acme.example.evil.example; dmarc=pass', false],
    ['an id that only ends like ours', 'Authentication-Results: evil-mx.acme.example; dmarc=pass', false],
    ['no id', 'Authentication-Results: dmarc=pass', false],
    ['nothing', 'Authentication-Results:', false],
    ['another field', 'X-Authentication-Results: mx.acme.example; dmarc=pass', false],
    ['the sealed copy of a stranger', 'ARC-Authentication-Results: i=1; mx.acme.example; dmarc=pass', false],
  ])('8601-1: %s', (_, line, isOurs) => {
    expect(believed([line, ours])?.results.includes('dmarc=pass') ?? false).toBe(isOurs);
  });
});

describe('what a header says', () => {
  const methods = (rest: string) =>
    believedResults(lines(`Authentication-Results: mx.acme.example; ${rest}`), [acme])?.results ?? [];
  const said = (rest: string) =>
    methods(rest).map(({ method, result, properties }) => [`${method}=${result}`, Object.fromEntries(properties)]);

  test('methods with their properties', () => {
    expect(
      said('dkim=pass (2048-bit key) header.d=acme.example header.s=s1 header.b="ab/c="; spf=none smtp.mailfrom=<>; dmarc=pass'),
    ).toEqual([
      ['dkim=pass', { 'header.d': 'acme.example', 'header.s': 's1', 'header.b': 'ab/c=' }],
      ['spf=none', { 'smtp.mailfrom': '<>' }],
      ['dmarc=pass', {}],
    ]);
  });

  test.each([
    ['a result within a comment', 'spf=fail (dmarc=pass; dmarc=pass) smtp.mailfrom=x@y.example'],
    ['a result within nested comments', 'spf=fail (a (b; dmarc=pass) c; dmarc=pass) smtp.mailfrom=x@y.example'],
    ['a result behind an escaped bracket', 'spf=fail (a \\) ; dmarc=pass; ) smtp.mailfrom=x@y.example'],
    ['a result within a quoted reason', 'spf=fail reason="x; dmarc=pass header.from=acme.example" smtp.mailfrom=x@y.example'],
    ['a result within a quoted local part', 'spf=fail smtp.mailfrom="x; dmarc=pass header.from=acme.example; "@evil.example'],
    ['a result behind an escaped quote', 'spf=fail smtp.mailfrom="x\\"; dmarc=pass header.from=acme.example; y"@evil.example'],
    ['a result in an unclosed comment', 'spf=fail (open; dmarc=pass'],
  ])('8601-1: %s is none', (_, rest) => {
    expect(methods(rest).map(({ method, result }) => `${method}=${result}`)).toEqual(['spf=fail']);
  });

  test.each([
    ['stray text behind a pass', 'dmarc=pass header.from=acme.example " header.from=evil.example', []],
    ['a property twice', 'dkim=pass header.d=evil.example header.d=acme.example', []],
    ['stray text behind a failure: still a failure', 'dmarc=fail (x) ?? header.from=acme.example', ['dmarc=fail']],
  ])('8601-1: %s', (_, rest, expected) => {
    expect(methods(rest).map(({ method, result }) => `${method}=${result}`)).toEqual(expected);
  });
});
