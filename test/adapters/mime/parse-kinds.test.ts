import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { classify } from '../../../src/domain/classify/classify.ts';
import { mailOf } from './parse.ts';

/**
 * What mail systems, programs and people write, as tables: `=== NAME | KIND | ADDRESS STATUS, …` and below it the mail.
 * A status may end in `.*` where only its class is stated.
 */
const folder = join(import.meta.dirname, 'kinds');
const desk = { isOurLoop: false, via: [] };

for (const file of readdirSync(folder)) {
  describe(file, () => {
    test.each(casesIn(readFileSync(join(folder, file), 'utf8')))('$kind: $name', async ({ kind, recipients, raw }) => {
      const mail = await mailOf(raw);
      const found = classify(mail, desk);
      const bounced = found.kind === 'bounce' || found.kind === 'delivery-status' ? (mail.report?.recipients ?? []) : [];
      const shown = bounced.map(({ address, status }, at) => `${address} ${likeThe(recipients[at] ?? '', status)}`);
      expect([found.kind, ...shown]).toEqual([kind, ...recipients]);
      expect(found.why.length > 0).toBe(kind !== 'human');
      expect(bounced.every(({ permanent }) => permanent === (kind === 'bounce'))).toBe(true);
    });
  });
}

function casesIn(text: string): { name: string; kind: string; recipients: string[]; raw: string }[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const end = block.indexOf('\n');
      const [name = '', kind = '', about = ''] = block.slice(0, end).split(' | ');
      const recipients = about.split(', ').filter((one) => one !== '');
      return { name, kind, recipients, raw: Buffer.from(block.slice(end + 1)).toString('latin1') };
    });
}

/** `5.*` stands for any status of that class. */
const likeThe = (expected: string, status: string): string =>
  expected.endsWith('.*') && expected.endsWith(` ${status[0]}.*`) ? `${status[0]}.*` : status;
