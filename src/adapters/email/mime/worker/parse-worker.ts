import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { parseMail } from '../parse-mail.ts';
import { serve } from './serve.ts';

// The thread in which mails are read.
if (parentPort !== null) serve(parentPort, parseMail);

flushCompileCache(); // a thread that ends with its process would keep nothing
