import { connect } from './connect.ts';
import { inOurWords } from './vendor-errors.ts';

/** Milliseconds to wait for whoever writes just now. */
const patience = 30_000;

/** Copies a database as of its last commit; whoever works on it meanwhile is not held up. @throws {StoreError} */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const database = await connect(from, 'read', patience);
  try {
    await database.backup(to);
  } catch (error) {
    throw inOurWords(error, to);
  } finally {
    database.close();
  }
}
