import { migration0001 } from './0001-first.ts';
import { migration0002 } from './0002-real-mail.ts';
import { migration0003 } from './0003-working-by-mail.ts';
import { migration0004 } from './0004-evidence.ts';
import { migration0005 } from './0005-erasing.ts';
import { migration0006 } from './0006-borders.ts';
import { migration0007 } from './0007-mails-by-id.ts';
import { migration0008 } from './0008-one-mail.ts';
import { migration0009 } from './0009-digests.ts';
import { migration0010 } from './0010-workflows.ts';
import { migration0011 } from './0011-asks.ts';
import { migration0012 } from './0012-quotes.ts';
import { migration0013 } from './0013-people.ts';
import { migration0014 } from './0014-due.ts';
import { migration0015 } from './0015-jobs.ts';
import { migration0016 } from './0016-joint-offers.ts';
import { migration0017 } from './0017-clocks.ts';
import { migration0018 } from './0018-sent-copies.ts';
import { migration0019 } from './0019-taken.ts';
import { migration0020 } from './0020-talks.ts';
import { migration0021 } from './0021-attention.ts';
import { migration0022 } from './0022-closed-of-customer.ts';
import { migration0023 } from './0023-handed-over.ts';
import { migration0024 } from './0024-answers-undone.ts';
import type { Migration } from './migration.ts';

/** Every step there is, in order; its place is its number, so that steps that are not released yet may stand before others. */
export const migrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
  migration0016,
  migration0017,
  migration0018,
  migration0019,
  migration0020,
  migration0021,
  migration0022,
  migration0023,
  migration0024,
].map((step, before) => ({ ...step, number: before + 1 }));
