import type { Dice } from "../engine/random-case.js";

/** Stand for what JSON can write and JavaScript cannot: a number beyond all bounds, and depths in which a stack ends. */
const beyondNumbers = "@beyond-numbers@";
const deepLists = "@deep-lists@";
const deepObjects = "@deep-objects@";
const depths = [150, 1_500, 3_000, 6_000, 12_000];

/** The text of a body, with what the stand-ins stand for. */
export function written(dice: Dice, value: unknown): string {
  const depth = dice.pick(depths);
  return (JSON.stringify(value) ?? "")
    .replaceAll(`"${beyondNumbers}"`, "1e999")
    .replace(`"${deepLists}"`, "[".repeat(depth) + "]".repeat(depth))
    .replace(`"${deepObjects}"`, `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);
}

export const texts: readonly string[] = [
  ..."|' '|\0|a\0b|\u0001\u001f\u007f|\ud800|x\udfffy|\udc00\ud800|\ufffe\uffff|\u202egnp.exe|\u0000\ud800".split("|"),
  "Z̸͉͠a̷l̶g̵o̷".repeat(40),
  "👩‍👩‍👧‍👦".repeat(60),
  "ﷺ".repeat(200),
  "İıſK",
  "A".repeat(300),
  "A".repeat(30_000),
  ..."__proto__|constructor|prototype|toString|hasOwnProperty|valueOf|then|length|__defineGetter__".split("|"),
  "'; drop table users; --",
  "' or '1'='1",
  "\\'; select pg_sleep(20); --",
  "%' and 1=(select 1 from pg_sleep(20))--",
  "%_\\%",
  "$1",
  "{1,2}",
  "\\x00",
  "%00%0d%0aX-Injected: yes",
  "a\r\nX-Injected: yes\r\n\r\n",
  "victim@example.com\r\nBcc: all@example.com",
  "../../../etc/passwd",
  "{{constructor.constructor('return process')()}}",
  "{{ 7*7 }}",
  `$\{7*7}`,
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "BEGIN:VCALENDAR\r\nEND:VCALENDAR",
  ..."null|undefined|NaN|Infinity|-Infinity|1e309|0x10|-0|01|1_000|١٢٣|true|[]|{}|[object Object]".split("|"),
  ..."2026-02-30|2026-13-01|2026-11-30T25:00:00Z|2026-11-30T09:00:00+99:99|2026-11-30T09:00:00-00:00".split("|"),
  ..."+275760-09-13T00:00:00.000Z|+275760-09-13T00:00:00.001Z|-271821-04-20T00:00:00.000Z".split("|"),
  ..."9999-12-31T23:59:59.999Z|0000-01-01|0001-01-01T00:00:00Z|-000001-01-01T00:00:00Z|99999-01-01".split("|"),
  ..."294277-01-01T00:00:00Z|2016-12-31T23:59:60Z|2026-11-30T09:00|1764493200|20261130|24:00|23:59:60|-1:00".split("|"),
  ..."europe/rome|Europe/Rome\0|Etc/GMT+14|+25:00|UTC+1|Mars/Olympus|../UTC".split("|"),
  ..."http://169.254.169.254/latest|http://[::1]:22/|http://127.1/|http://0x7f000001/|file:///etc/passwd".split("|"),
  ..."javascript:alert(1)|https://a:b@c:99999/|http://|//x|https://例え.テスト/|https://x.example/\0".split("|"),
  ...'a@b|a@b.c|@|a..b@example.com|"a b"@example.com|ä@exämple.com|<x@example.com>'.split("|"),
  `${"a".repeat(250)}@example.com`,
  ..."+1|+0000000000|+99999999999999999999|00393331234567|tel:+393331234567".split("|"),
  "00000000-0000-0000-0000-000000000000",
];

const numbers: readonly unknown[] = [
  ...[
    0,
    -0,
    -1,
    1,
    0.1,
    1.5,
    -1.5,
    59,
    1_440,
    1e21,
    -1e21,
    1e308,
    -1e308,
    5e-324,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31) - 1,
  ],
  ...[2 ** 32, 2 ** 53, 2 ** 53 + 2, 2 ** 63, 2 ** 64, 8.64e15, 8.64e15 + 1],
  beyondNumbers,
];

const shapes: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => [],
  () => ({}),
  () => [[]],
  () => [null],
  () => [{}],
  () => deepLists,
  () => deepObjects,
  () => Array.from({ length: 6_000 }, (_, i) => i),
  () => Array(2_000).fill({}),
  () => Array(500).fill("x"),
  () => Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`k${i}`, i])),
  () => JSON.parse('{"__proto__":{"isOperator":true}}') as unknown,
  () => ({ constructor: { prototype: { isOperator: true } } }),
  () => Object.fromEntries(["toString", "valueOf", "hasOwnProperty", "then", "length"].map((name) => [name, 1])),
  () => ({ "": "", "\0": "\0", "\ud800": "\udfff" }),
];

export function hostileValue(dice: Dice): unknown {
  const kind = dice.int(10);
  if (kind < 5) return dice.pick(texts);
  return kind < 8 ? dice.pick(numbers) : dice.pick(shapes)();
}

/** Bodies that are no JSON object, or hardly one. */
export const bodies: readonly (string | Buffer)[] = [
  ...["", " ", "{", "}", "null", "[]", "[1]", '"text"', "123", "true", "NaN", "\ufeff{}", "{}{}", "{'a':1}", "{a:1}"],
  ...['{"a":01}', '{"a":1,"a":2}', '{"a":"\\ud800"}', '{"a":"\\u0000"}', '{"a":"\u0001"}', '{"__proto__":{"x":1}}'],
  ...["<?xml version='1.0'?><a/>", "a=1&b=2", "--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--", "1e999"],
  ...["[".repeat(50_000), "[".repeat(20_000) + "]".repeat(20_000), `${'{"a":'.repeat(15_000)}1${"}".repeat(15_000)}`],
  `{"a":"${"x".repeat(110 * 1024)}"}`,
  `{"a":${"9".repeat(50_000)}}`,
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from([0xff, 0x00, 0xc0, 0x80, 0x1f, 0x8b]),
];

export const contentTypes: readonly (string | null)[] = [
  ...["application/json; charset=utf-8", "APPLICATION/JSON", "application/json; charset=utf-16", "application/json;"],
  ...["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml"],
  ...["application/vnd.api+json", "application/json, text/plain", "nonsense", "/", "__proto__", "a".repeat(4_000)],
  null,
];

export const headers: readonly Record<string, string>[] = [
  { authorization: "Bearer " },
  { authorization: "Bearer cal_" },
  { authorization: `Bearer cal_live_${"0".repeat(6_000)}` },
  { authorization: "Bearer cal_live_' or 1=1 --" },
  { authorization: "Basic dXNlcjpwYXNz" },
  { authorization: "Bearer \u00ff\u00fe" },
  { "x-cal-client-id": "x", "x-cal-secret-key": "' or 1=1 --" },
  { "x-cal-client-id": "__proto__" },
  { "idempotency-key": "" },
  { "idempotency-key": "k".repeat(300) },
  { "idempotency-key": "\u00e9 key" },
  { cookie: "uid=%00; =; a; __proto__=x; uid='" },
  { cookie: `uid=${"c".repeat(5_000)}` },
  { "x-forwarded-for": "127.0.0.1, ::1, nonsense", forwarded: "for=_hidden" },
  { "content-encoding": "gzip" },
  { accept: "text/html;q=nonsense", "accept-language": "x".repeat(3_000) },
  { "x-http-method-override": "DELETE" },
  { origin: "null", "access-control-request-method": "TRACE" },
  { "if-none-match": "*", range: "bytes=-1", expect: "200-ok" },
];

export const versions: readonly string[] = [
  ..."2024-04-15|2024-06-11|2024-06-14|2024-08-13|2024-09-04|2026-02-25|2026-05-01".split("|"),
  ..."|__proto__|constructor|latest|2024-13-99|9999-99-99|'; drop table users; --|\u00ff|%0d%0aX-Injected: yes".split(
    "|",
  ),
];
