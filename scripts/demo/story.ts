import { impostor, jane, maria, type Player, ravi } from './people.ts';

/** One mail that a person writes, and the mails that follow from it. */
export type Act = {
  title: string;
  who: Player;
  /** Of a first mail; left out, it answers what its writer read last. */
  subject?: string;
  /** Added to the subject of an answer. */
  command?: string;
  text: string;
  /** The same, where it is formatted. */
  html?: string;
  /** In the order they are shown. `quietly`: awaited, told of in one line. */
  brings: readonly { to: Player; text: RegExp; quietly?: true }[];
};

export const story: readonly Act[] = [
  {
    title: 'Jane Roe of Globex, a customer, writes to the desk.',
    who: jane,
    subject: 'Printer on fire',
    text: 'Hello,\n\nthe printer on the second floor is smoking. Can somebody come?\n\nJane',
    brings: [
      { to: jane, text: /we have your message/i },
      { to: maria, text: /New ticket HD-1001/ },
      { to: ravi, text: /New ticket HD-1001/, quietly: true },
    ],
  },
  {
    title: 'Maria answers from her mail client. One word in the subject makes the ticket hers.',
    who: maria,
    command: '[take]',
    text: 'Hello Jane,\n\nplease unplug it. Then\n\n1. open a window,\n2. leave the paper where it is.\n\nSomebody will be with you at noon.',
    html: `<p>Hello Jane,</p>
<p>please <b>unplug it</b>. Then</p>
<ol><li>open a window,</li><li>leave the paper where it is.</li></ol>
<p>Somebody will be with you <b>at noon</b>.</p>`,
    brings: [
      { to: maria, text: /take/ },
      { to: jane, text: /please unplug it/ },
    ],
  },
  {
    title: 'Jane replies. From now on only Maria hears of it: the ticket is hers.',
    who: jane,
    text: 'Unplugged. It still smells a little.',
    brings: [{ to: maria, text: /still smells/ }],
  },
  {
    title: 'Maria hands over to Ravi, and mistypes his name. Nothing is done; the desk says what it did not understand.',
    who: maria,
    text: '!assign rvai\n\nThe fuser again, I think. You know this model.',
    brings: [{ to: maria, text: /Nothing was applied.*assign ravi/ }],
  },
  {
    title: 'She sends what the desk proposed. Her text is a note: the customer never sees it.',
    who: maria,
    text: '!assign ravi\n!note\n\nThe fuser again, I think. You know this model.',
    brings: [
      { to: ravi, text: /gave you HD-1001/ },
      { to: maria, text: /assign ravi/ },
    ],
  },
  {
    title:
      'Somebody else writes under Maria’s address, without her password, to close the ticket. It waits: she is asked whether it is hers.',
    who: impostor,
    command: '[close]',
    text: 'No longer needed.',
    brings: [
      { to: ravi, text: /nothing proves that they sent it/ },
      { to: maria, text: /waits for your word/ },
    ],
  },
  {
    title: 'Ravi repairs it and closes the ticket, with a line for the customer.',
    who: ravi,
    text: '!close\n\nHello Jane,\n\nI have replaced the fuser; the printer is back at work.',
    brings: [
      { to: ravi, text: /close/ },
      { to: jane, text: /replaced the fuser/ },
    ],
  },
  {
    title: 'Later Jane replies. That opens the ticket again; nobody need remember its number.',
    who: jane,
    text: 'Good morning, it smokes again!',
    brings: [
      { to: jane, text: /is open again/ },
      { to: ravi, text: /it smokes again/ },
    ],
  },
  {
    title: 'Ravi brings another printer, and closes again.',
    who: ravi,
    text: '!close\n\nI have left you a new printer. Sorry for the trouble!',
    brings: [
      { to: ravi, text: /close/ },
      { to: jane, text: /left you a new printer/ },
    ],
  },
];
