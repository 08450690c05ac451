// An SMTP server as a process of its own that tells its parent of every mail it took, just before its 250:
//   fork('test/bench/sink-process.ts')
import { startSink } from '../support/smtp-sink.ts';
import { instant } from './measure.ts';
import type { SinkNews } from './sink.ts';

const tell = (news: SinkNews): void => void process.send?.(news);

const sink = await startSink({
  parse: false,
  beforeAnswer: ({ raw, recipients }) => {
    const head = raw.subarray(0, raw.indexOf('\r\n\r\n')).toString('latin1');
    const isAcknowledgement = /^auto-submitted: auto-replied/im.test(head);
    const answers = /^in-reply-to:\s*(<[^>]*>)/im.exec(head)?.[1] ?? '';
    tell({ kind: 'mail', at: instant(), to: recipients[0] ?? '', isAcknowledgement, answers });
    sink.records.length = 0; // 50 MB mails are not to be kept
  },
});
tell({ kind: 'ready', port: sink.port });
process.once('disconnect', () => process.exit(0));
