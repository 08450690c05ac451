import { beforeEach, describe, expect, test } from 'vitest';
import { ticketNo } from '../../../src/domain/ids.ts';
import * as given from '../../support/store-facts.ts';
import { applied, opening } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const t1 = ticketNo(1);
const jane = 'jane@globex.example';

/** Search. */
export function searchContract(open: OpenStore): void {
  describe('search', () => {
    const desk = useStore(open);
    const found = async (search: string) =>
      (await desk.store.read((at) => at.tickets({ search }))).map(({ number }) => number).sort();
    beforeEach(() =>
      applied(desk.store, [
        ...opening(
          1,
          {},
          { subject: 'Café printer', text: 'Tray "two" jams: É, naïve AND odd', from: { name: 'Zoë', address: jane } },
        ),
        ...opening(2, {}, { subject: 'प्रिंटर', text: 'हिन्दी में समस्या, cafe\u0301' }),
        { act: 'add-message', ticket: t1, message: given.message({ text: 'later word' }) },
      ]),
    );

    test.each([
      ['tray', [1]],
      ['TRAY jam', [1]],
      ['tray later', [1]],
      ['tray missing', []],
      ['cafe', [1, 2]],
      ['CAFÉ', [1, 2]],
      ['zoe', [1]],
      ['jane@globex.example', [1, 2]],
      ['हिन्दी', [2]],
      ['समस्', [2]],
      ['ह', [2]],
      ['न्दी', []],
      ['"two"', [1]],
      ['"tray" two"', [1]],
      ['AND', [1]],
      ['OR', []],
      ['NOT tray', []],
      ['NEAR(tray, 2)', []],
      ['text:tray', []],
      ['-tray', [1]],
      ['tray*', [1]],
      ['^tray', [1]],
      ['*', []],
      ['-', []],
      ['"', []],
      ["'; drop table tickets; --", []],
      ['{tray} + [later]', [1]],
      ['tray\u0000later', [1]],
      ['\ud800', []],
      ['', [1, 2]],
      [' ', [1, 2]],
    ])('finds %j', async (search, tickets) => {
      expect(await found(search)).toEqual(tickets);
    });
  });
}
