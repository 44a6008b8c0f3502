/** What a code proves, and to whom: `booker-email` is for people without an account. */
export interface CodeName {
  purpose: "user-email" | "user-phone" | "booker-email";
  userId: number | null;
  /** Addresses in lower case, numbers in E.164. */
  address: string;
}

/** A code as it is sent, and what is kept of it. */
export interface FreshCode {
  text: string;
  salt: string;
  hash: string;
}

/** A code that was right, until it is spent. */
export interface RightCode {
  id: number;
  hash: string;
}
