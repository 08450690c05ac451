import type { Ending } from '../../contract/ending.ts';
import { dayOf, daysBetween } from '../../contract/term.ts';
import type { UsedShare } from '../../contract/used-share.ts';
import type { ContractSettings, CustomerSettings } from '../../settings.ts';
import { dayFor } from '../time-for.ts';

/** What is to be told of a contract. */
export type ContractNews = ({ kind: 'ending' } & Ending) | ({ kind: 'used' } & UsedShare);

/** A contract and whose it is. */
export type Owned = { owner: CustomerSettings; contract: ContractSettings; news: ContractNews };

/** `what`, `used`, `included`: '' and `percent`: 0 where it is about the end. `left`: "in 7 days", as it is when the mail leaves. */
export type ContractNewsData = {
  deskName: string;
  news: 'ends' | 'ended' | 'used' | 'used-up';
  number: string;
  customerName: string;
  ends: string;
  left: string;
  what: 'hours' | 'incidents' | '';
  used: string;
  included: string;
  percent: number;
};

type Reader = { language: string; timezone: string };

/** The news as somebody reads it, on the day the mail leaves. */
export function shownNews({ owner, contract, news }: Owned, reader: Reader, deskName: string, leaves: number): ContractNewsData {
  const daysLeft = daysBetween(dayOf(leaves, reader.timezone), contract.ends);
  const number = new Intl.NumberFormat(reader.language, { maximumFractionDigits: 1 });
  return {
    ...{ deskName, number: contract.number, customerName: owner.name },
    ends: dayFor(Date.parse(contract.ends), reader, reader),
    left: new Intl.RelativeTimeFormat(reader.language, { numeric: 'auto' }).format(daysLeft, 'day'),
    ...(news.kind === 'ending'
      ? { news: daysLeft < 0 ? 'ended' : 'ends', what: '', used: '', included: '', percent: 0 }
      : {
          news: news.percent >= 100 ? 'used-up' : 'used',
          ...{ what: news.what, percent: news.percent },
          ...{ used: number.format(news.used), included: number.format(news.included) },
        }),
  };
}
