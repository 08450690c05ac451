/** A header value that could change the mail's structure. The mail must not leave; `header` names the field. */
export class UnsafeHeader extends Error {
  override name = 'UnsafeHeader';
  readonly header: string;

  constructor(header: string, why: string) {
    super(`The mail cannot be written: its header ${header} ${why}.`);
    this.header = header;
  }
}
