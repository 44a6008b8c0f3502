import { expect, test } from "vitest";
import { holds } from "./installed.mjs";
import { isOlder } from "./node-version.mjs";

const wanted = {
  "": { name: "kalends" },
  "node_modules/pg": { version: "8.0.0" },
  "node_modules/vitest": { version: "4.0.0", dev: true },
  "node_modules/ours": { version: "1.0.0", dev: true, optional: true, os: [process.platform], cpu: [process.arch] },
  "node_modules/theirs": { version: "1.0.0", optional: true, os: ["plan9"], cpu: [process.arch] },
};
const production = { "node_modules/pg": { version: "8.0.0" } };
const everything = {
  ...production,
  "node_modules/vitest": { version: "4.0.0" },
  "node_modules/ours": { version: "1.0.0" },
};

test.each([
  ["a full install is enough for everything", everything, "everything", true],
  ["a production install is enough to serve", production, "production", true],
  ["a production install is not enough to test", production, "everything", false],
  ["another version is missing", { "node_modules/pg": { version: "7.0.0" } }, "production", false],
  [
    "a node_modules from another machine lacks our binaries",
    { ...everything, "node_modules/ours": undefined },
    "everything",
    false,
  ],
])("%s", (_story, present, need, expected) => {
  expect(holds(present, wanted, need)).toBe(expected);
});

test.each([
  ["20.19.0", "20.19", false],
  ["20.9.1", "20.19", true],
  ["18.20.4", "20.19", true],
  ["24.0.0", "20.19", false],
])("Node %s is older than %s: %s", (version, needed, expected) => {
  expect(isOlder(version, needed)).toBe(expected);
});
