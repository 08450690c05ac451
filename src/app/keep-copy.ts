import type { Sha256 } from '../domain/ids.ts';
import type { Bytes } from '../domain/ports.ts';
import type { House } from './house.ts';

/** Keeps what left as it left. A disk that does not take it makes no mail leave twice: it is sent, and the log says that no copy is there. */
export const keepCopy =
  ({ blobs, options }: Pick<House, 'blobs' | 'options'>) =>
  async (content: () => Promise<Bytes>): Promise<Sha256 | null> => {
    try {
      const [kept] = await blobs.sent.keep([await content()]);
      return kept?.sha256 ?? null;
    } catch (error) {
      options.log.warn({ step: 'answer', error }, 'no copy of a mail that left could be kept');
      return null;
    }
  };
