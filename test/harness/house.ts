import type { FastifyInstance } from "fastify";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { Context } from "../../server/context.js";
import { findNews } from "../../server/domains/events/index.js";
import { ensureOperator } from "../../server/domains/operator/index.js";
import { deliverDue } from "../../server/domains/webhooks/index.js";
import { buildApp } from "../../server/http/app.js";
import { chores, doChore } from "../../server/jobs/chores.js";
import { createPulse } from "../../server/jobs/pulse.js";
import { tasks, tellListeners } from "../../server/jobs/tasks.js";
import { runDueJobs } from "../../server/jobs/worker.js";
import type { MailSender, OutgoingPost, PostOutcome, SmsSender } from "../../server/outside/ports.js";
import type { Store } from "../../server/store/store.js";
import { holdAgainstContract } from "../contract/uses.js";
import { emptyStore, testStore } from "./store.js";

export const operatorKey = "cal_live_0000000000000000000000000operator";

/** An account made for a test. */
export interface TestUser {
  id: number;
  email: string;
  username: string;
  apiKey: string;
}

export interface Answer {
  status: number;
  // Answers are read as a client reads them: whatever JSON came back.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the test asserts
  body: any;
  headers: Record<string, unknown>;
}

export interface RequestOptions {
  as?: TestUser | string;
  version?: string;
  headers?: Record<string, string>;
}

const usualSettings = {
  publicUrl: "http://localhost:3000",
  allowPrivateWebhooks: false,
  holdsAreStrict: false,
  blockedEmails: [],
};

/** A whole server in process, on the store of this worker, with a clock that stands still until it is set. */
export class House {
  now = Date.parse("2026-11-23T06:00:00Z");
  /** Everything that was posted to the world outside; nothing leaves the process. */
  posts: OutgoingPost[] = [];
  /** How the world outside answers. */
  answerPost: (post: OutgoingPost) => PostOutcome | Promise<PostOutcome> = () => ({
    kind: "answered",
    status: 200,
    durationMs: 1,
  });
  /** The mail server; null: mail stays in the outbox. */
  mail: MailSender | null = null;
  /** The gateway for text messages; null: there is none. */
  sms: SmsSender | null = null;
  settings: Context["settings"] = { ...usualSettings };
  store!: Store;
  /** Looks for news far more often than a server, so that no test has to wait for it. */
  private pulse = createPulse((after) => findNews(this.store.db, after), 20);
  private app!: FastifyInstance;
  private eventsSeen = 0;
  private userCount = 0;

  async open(): Promise<void> {
    this.store = await testStore();
    this.app = await buildApp({ ctx: this.contextOfDoor(), checksAnswers: true, tell: tellListeners });
    await this.app.ready();
  }

  async close(): Promise<void> {
    this.pulse.stop();
    await this.app.close();
  }

  async reset(): Promise<void> {
    await emptyStore(this.store);
    this.now = Date.parse("2026-11-23T06:00:00Z");
    this.settings.holdsAreStrict = usualSettings.holdsAreStrict;
    this.settings.blockedEmails = usualSettings.blockedEmails;
    this.mail = null;
    this.sms = null;
    this.posts = [];
    this.answerPost = () => ({ kind: "answered", status: 200, durationMs: 1 });
    this.eventsSeen = 0;
    this.userCount = 0;
    await ensureOperator(this.store, operatorKey, "UTC");
  }

  /** Sets the clock to an ISO timestamp. */
  at(time: string): void {
    this.now = Date.parse(time);
  }

  /** A new account with the default schedule. */
  async user(fields: Record<string, unknown> = {}): Promise<TestUser> {
    const number = ++this.userCount;
    const body = { email: `user${number}@example.com`, name: `User ${number}`, timeZone: "UTC", ...fields };
    const answer = await this.post("/v2/admin/users", body, { as: operatorKey });
    expect(answer.status).toBe(201);
    return answer.body.data;
  }

  get = (path: string, options?: RequestOptions): Promise<Answer> => this.request("GET", path, undefined, options);
  post = (path: string, body?: unknown, options?: RequestOptions): Promise<Answer> =>
    this.request("POST", path, body, options);
  patch = (path: string, body?: unknown, options?: RequestOptions): Promise<Answer> =>
    this.request("PATCH", path, body, options);
  delete = (path: string, options?: RequestOptions): Promise<Answer> =>
    this.request("DELETE", path, undefined, options);

  async request(method: string, path: string, sent: unknown, options: RequestOptions = {}): Promise<Answer> {
    const key = typeof options.as === "string" ? options.as : options.as?.apiKey;
    const isText = typeof sent === "string";
    const answer = await this.app.inject({
      method: method as "GET",
      url: path,
      headers: {
        ...(key && { authorization: `Bearer ${key}` }),
        ...(options.version && { "cal-api-version": options.version }),
        ...(sent !== undefined && { "content-type": "application/json" }),
        ...options.headers,
      },
      payload: sent === undefined ? undefined : isText ? sent : JSON.stringify(sent),
    });
    const isJson = String(answer.headers["content-type"]).startsWith("application/json");
    const body = isJson && answer.body ? answer.json() : answer.body;
    const version = answer.headers["cal-api-version"] as string | undefined;
    holdAgainstContract({ method, path, status: answer.statusCode, body, version });
    return { status: answer.statusCode, body, headers: answer.headers };
  }

  /** Events recorded since the last call, in order; a test must ask for exactly those it causes. */
  async events(): Promise<{ kind: string; subject: string | null; userId: number | null }[]> {
    const rows = await this.store.db
      .selectFrom("events")
      .select(["id", "kind", "subject", "user_id as userId"])
      .where("id", ">", this.eventsSeen)
      .orderBy("id")
      .execute();
    this.eventsSeen = rows.at(-1)?.id ?? this.eventsSeen;
    return rows.map(({ id: _, ...event }) => event);
  }

  /** Runs every job that is due, and those that they add, and makes the deliveries. */
  runJobs = async (): Promise<void> => {
    const ctx = this.contextOfClock();
    while ((await runDueJobs(ctx, tasks)) || (await deliverDue(ctx)));
  };

  /** Tidies up. */
  doChores = async (): Promise<void> => {
    for (const chore of chores) await doChore(this.contextOfClock(), chore);
  };

  private contextOfClock(): Context {
    return { ...this.contextOfDoor(), actor: { kind: "clock" } };
  }

  /** Opens the front door on a free port of this machine, for what cannot be tried in process. */
  async listen(): Promise<unknown> {
    if (!this.app.server.listening) await this.app.listen({ port: 0, host: "127.0.0.1" });
    return this.app.server.address();
  }

  /** How many statements `work` sends, BEGIN and COMMIT included. */
  async countStatements(work: () => Promise<unknown>): Promise<number> {
    const before = this.store.statements();
    await work();
    return this.store.statements() - before;
  }

  /** What the front door is built with. */
  contextOfDoor(): Omit<Context, "actor"> {
    const silent = (): void => {};
    const sms = () => this.sms;
    return {
      now: () => this.now,
      store: this.store,
      outside: {
        post: async (post) => {
          this.posts.push(post);
          return this.answerPost(post);
        },
        mail: this.mail,
        get sms() {
          return sms();
        },
      },
      pulse: this.pulse,
      settings: this.settings,
      log: { debug: silent, info: silent, warn: silent, error: silent },
    };
  }
}

/** A house for the tests of one file: emptied before each test, and after it no event may be left unasserted. */
export function useHouse(): House {
  const house = new House();
  beforeAll(() => house.open());
  beforeEach(() => house.reset());
  afterEach(async () => expect(await house.events(), "events that the test did not ask for").toEqual([]));
  afterAll(() => house.close());
  return house;
}
