/** One template in one language with one sample: as it would go out, or why it cannot. */
export type PreviewMail = {
  template: string;
  /** The one asked for; a missing template goes out in another, see `written`. */
  language: string;
  /** Which of the template's samples, from 1, of how many, and what is different in it. */
  sample: { at: number; of: number; differs: string };
  /** `en/reply.hbs`, from the folder of templates: what to edit. */
  place: string;
  /** Whether that file is the admin's own, not the shipped one. */
  own: boolean;
  shown: ShownMail;
};

export type ShownMail =
  | {
      kind: 'mail';
      written: string;
      subject: string;
      firstWords: string;
      text: string;
      html: string;
      bytes: number;
      /** Which checks of mails it does not hold, and where. */
      faults: readonly { check: string; fault: string }[];
    }
  | { kind: 'broken'; problem: string };

/** All that the page of mails shows. */
export type Preview = {
  desk: string;
  /** The one it opens with. */
  language: string;
  mails: readonly PreviewMail[];
  /** Who gets each template's mail, and when. */
  purposes: Readonly<Record<string, string>>;
  /** What stands for pictures that go with a mail: `cid:…` to `data:…`. */
  pictures: Readonly<Record<string, string>>;
  /** What is wrong with configuration and templates, a line each with file, line and column. */
  complaints: readonly string[];
};
