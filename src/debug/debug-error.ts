/** What a request is refused with: a sentence for whoever asked. Anything else that is thrown is a bug of ours. */
export class DebugError extends Error {
  /** The user caused it and should see it, not only the place that asked. */
  readonly showUser: boolean;

  constructor(message: string, showUser = false) {
    super(message);
    this.showUser = showUser;
  }
}
