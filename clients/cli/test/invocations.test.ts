import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../../../test/harness/eventually.js";
import { startReceiver } from "../../../test/harness/receiver.js";
import {
  call,
  processKey,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from "../../../test/harness/server-process.js";
import { atTerminal, type Environment, hasTerminals, inPipe, settled, startListening, withoutProgress } from "./run.js";

/** The built program against a real server, which it starts itself. Dates lie in 2027, so that everything else that looks like one is new each time. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: ServerProcess;
let env: Environment;

beforeAll(async () => {
  folder = await temporaryFolder();
  const settings = { KALENDS_DATA_DIR: join(folder.path, "data"), KALENDS_ALLOW_PRIVATE_WEBHOOKS: "true" };
  server = await startServer(settings, undefined, ["clients/cli/dist/main.js", "serve"]);
  const body = { email: "ann@example.com", name: "Ann", username: "ann", timeZone: "UTC" };
  const ann = await call(server, "POST", "/v2/admin/users", { key: processKey, body });
  env = {
    CAL_API_URL: server.url,
    CAL_API_KEY: ann.body.data.apiKey,
    KALENDS_CONFIG: join(folder.path, "config.json"),
  };
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await folder.remove();
});

const book =
  "bookings create --event-type 2 --attendee-name Eve --attendee-email eve@example.com --attendee-time-zone UTC";

/** In order: later ones see what earlier ones did. Each is what a person types after `kalends`. */
const invocations: [line: string, code: number][] = [
  ["--version", 0],
  ["--help", 0],
  ["slots list --help", 0],
  ["schedules create --help", 0],
  ["whoami", 0],
  ["doctor", 0],
  ["me get", 0],
  ["timezones list --quiet --url http://127.0.0.1:2", 6],
  ["versions list", 0],
  ["schedules list", 0],
  ["schedules create --name Mornings --time-zone Europe/Rome --is-default false", 0],
  ["event-types list", 0],
  ["event-types create --title Intro --slug intro --length-in-minutes 30", 0],
  ["event-types list --take 1 --quiet", 0],
  ["schedules list --json", 0],
  ["slots list --event-type 2 --from 2027-03-01 --to 2027-03-02 --time-zone Europe/Rome", 0],
  ["slots list --event-type 2 --start 2027-03-06 --end 2027-03-06", 0],
  [`${book} --start 2027-03-01T09:00:00Z`, 0],
  [`${book} --start 2027-03-01T09:00:00Z`, 3],
  [`${book} --start soon`, 3],
  [`${book} --start soon --json`, 3],
  ["bookings create --event-type 2 --start 2027-03-01T10:00:00Z", 2],
  ["bookings create --data nonsense", 2],
  ["bookings list", 0],
  ["bookings list --quiet", 0],
  ["bookings list --status past", 0],
  ["bookings list --take many", 2],
  ["bookings get no-such-uid", 5],
  ["bookings get", 2],
  ["bookings creat", 2],
  [
    "webhooks create --subscriber-url https://example.com/hook --triggers BOOKING_CREATED,BOOKING_CANCELLED --secret s",
    0,
  ],
  ["webhooks list", 0],
  ["webhooks verify --signature 00 --secret s --body package.json", 1],
  ["admin create-user --email x@example.com --name X --time-zone UTC", 4],
  ["completion bash", 0],
  ["__complete -- book", 0],
  ["__complete -- bookings create --attendee", 0],
  ["__complete -- slots list --format t", 0],
  ["backup", 2],
  ["nonsense", 2],
];

/** Help lists whatever groups there are; that is the table's own business. */
const withoutGroups = (text: string): string => text.replace(/^ {2}(admin|api-keys) [\s\S]*?(?=^ {2}help )/m, "  …\n");

const words = (line: string): string[] => line.split(" ");

describe("in a pipe", () => {
  test.each(invocations)(
    "kalends %s",
    async (line, code) => {
      const ran = await inPipe(words(line), env);
      const said = `${ran.stdout}${ran.stderr && `--- stderr\n${ran.stderr}`}`;
      expect(withoutGroups(settled(said))).toMatchSnapshot();
      expect(ran.code).toBe(code);
    },
    120_000,
  );
});

describe.runIf(hasTerminals)("at a terminal", () => {
  /** What would do something twice is left to the pipe. */
  const lookers = invocations.filter(([line]) => !/ create /.test(line) || /--help|soon|nonsense/.test(line));

  test.each(lookers)(
    "kalends %s",
    async (line, code) => {
      const ran = await atTerminal(words(line), env);
      expect(withoutGroups(settled(withoutProgress(ran.screen)))).toMatchSnapshot();
      expect(ran.code).toBe(code);
    },
    120_000,
  );
});

describe("a delivery of the server's own", () => {
  const secret = "whsec";
  const subscribe = async (subscriberUrl: string): Promise<void> => {
    const triggers = "BOOKING_CREATED";
    const args = ["webhooks", "create", "--subscriber-url", subscriberUrl, "--triggers", triggers, "--secret", secret];
    expect((await inPipe(args, env)).code).toBe(0);
  };
  const bookAt = async (start: string): Promise<void> => {
    expect((await inPipe([...words(book), "--start", start], env)).code).toBe(0);
  };

  test("listen receives it, finds it genuine and prints it", async () => {
    const listening = startListening(["--port", "0", "--secret", secret, "--count", "1"], env);
    await subscribe(await listening.url);
    await bookAt("2027-03-02T09:00:00Z");
    const { code, stdout } = await listening.ended;
    expect(stdout).toMatch(
      /^genuine {2}BOOKING_CREATED {2}\w{22} {2}Intro between Ann and Eve {2}2027-03-02 09:00Z\n$/,
    );
    expect(code).toBe(0);
  }, 60_000);

  test("verify finds the same bytes genuine, and others not", async () => {
    const receiver = await startReceiver();
    try {
      await subscribe(receiver.url);
      await bookAt("2027-03-03T09:00:00Z");
      await eventually(() => expect(receiver.received).toHaveLength(1));
      const { raw = "", headers = {} } = receiver.received[0] ?? {};
      const args = ["webhooks", "verify", "--signature", String(headers["x-cal-signature-256"]), "--secret", secret];
      expect(await inPipe(args, env, raw)).toMatchObject({ code: 0, stdout: "Genuine.\n" });
      expect((await inPipe(args, env, raw.replace("Eve", "Eva"))).code).toBe(1);
    } finally {
      await receiver.close();
    }
  }, 60_000);
});

describe("what is read from elsewhere", () => {
  test("the body from a file, with options over it", async () => {
    const file = join(folder.path, "type.json");
    writeFileSync(file, JSON.stringify({ title: "From a file", slug: "filed", lengthInMinutes: 15 }));
    const ran = await inPipe(
      ["event-types", "create", "--data", `@${file}`, "--length-in-minutes", "45", "--json"],
      env,
    );
    expect(JSON.parse(ran.stdout)).toMatchObject({ title: "From a file", lengthInMinutes: 45 });
  });

  test("the body from standard input; ids for the next command", async () => {
    const ran = await inPipe(
      ["schedules", "create", "--data", "-", "--quiet"],
      env,
      '{"name":"Piped","timeZone":"UTC","isDefault":false}',
    );
    expect(ran.stdout).toMatch(/^\d+\n$/);
    expect((await inPipe(["schedules", "get", ran.stdout.trim(), "--json"], env)).stdout).toContain('"Piped"');
  });
});

describe("configuration", () => {
  const file = (): string => join(folder.path, "own.json");
  const bare = (): Environment => ({ KALENDS_CONFIG: file() });

  test("login keeps a key that works, for its owner only; whoami and other commands use it", async () => {
    const init = await inPipe(["init", "--url", server.url, "--key-stdin"], bare(), `${env.CAL_API_KEY}\n`);
    expect([init.code, init.stdout]).toEqual([0, expect.stringContaining("Ann <ann@example.com>")]);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect((await inPipe(["whoami", "--quiet"], bare())).code).toBe(0);
    expect((await inPipe(["event-types", "list", "--quiet"], bare())).stdout).toContain("2");
  });

  test("a stored key is never sent to another server", async () => {
    const elsewhere = { ...bare(), CAL_API_URL: `${server.url.replace("127.0.0.1", "localhost")}` };
    expect((await inPipe(["whoami"], elsewhere)).stderr).toContain("There is no key for");
  });

  test("a key that the server refuses is not kept", async () => {
    const before = readFileSync(file(), "utf8");
    const ran = await inPipe(["login", "--key-stdin"], bare(), "cal_live_00000000000000000000000000000bad");
    expect(ran.code).toBe(4);
    expect(ran.stderr).toContain("kalends login");
    expect(readFileSync(file(), "utf8")).toBe(before);
  });

  test("without a terminal to ask on it says what to do", async () => {
    const ran = await inPipe(["login"], bare());
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining("--key-stdin")]);
  });

  test("logout forgets the key and keeps the server", async () => {
    await inPipe(["logout"], bare());
    expect(JSON.parse(readFileSync(file(), "utf8"))).toEqual({ url: `${server.url}/v2` });
  });
});
