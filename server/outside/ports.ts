/** What the domains may ask of the world outside. Types only: the implementations are beside this file. */
export interface Outside {
  post: GuardedPost;
}

/** Sends one POST to a foreign address; never throws for what the other side does. */
export type GuardedPost = (request: OutgoingPost) => Promise<PostOutcome>;

export interface OutgoingPost {
  url: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
}

/** Every way in which a request to a stranger can end, in one word each. */
export type PostOutcome =
  | { kind: "answered"; status: number; durationMs: number }
  | { kind: "refused-address" | "timeout" | "unreachable" | "bad-url"; message: string; durationMs: number };
