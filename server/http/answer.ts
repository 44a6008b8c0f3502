/** What goes back to the caller of an operation. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** The success envelope, or its JSON text; properties that are undefined are left out. */
  body: object | string;
  /** What is still to be asked of the world outside, after the commit; a refusal takes the answer's place. */
  settle?: () => Promise<void>;
}
