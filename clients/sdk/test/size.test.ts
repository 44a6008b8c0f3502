import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** What a bundler makes of the built package for a program that imports this much. */
async function bundled(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: resolve("clients/sdk") },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
  });
  return outputFiles[0]?.text ?? "";
}

const programs = {
  everything: 'export * from "@kalends/sdk";',
  "`connect`, `bookings` and `slots` alone": 'export { bookings, connect, slots } from "@kalends/sdk";',
  "`verifyWebhook` alone": 'export { verifyWebhook } from "@kalends/sdk";',
};

const pages = ["docs/sdk.md", "clients/sdk/README.md"].map((path) => ({
  path,
  text: readFileSync(path, "utf8").replace(/\s+/g, " "),
}));

test.each(Object.entries(programs))(
  "the size of %s is what the pages say, give or take a twentieth",
  async (what, code) => {
    const bundle = await bundled(code);
    const measured = [bundle.length / 1000, gzipSync(bundle).length / 1000];
    for (const { path, text } of pages) {
      const [, ...stated] = new RegExp(`${what} ([\\d.]+) kB \\(([\\d.]+) kB`).exec(text) ?? [];
      for (const [index, size] of measured.entries()) {
        const isTold = Math.abs(size - Number(stated[index])) < 0.05 + size / 20;
        expect(isTold, `${path} says ${stated[index]} kB; ${what} is ${size.toFixed(1)} kB`).toBe(true);
      }
    }
  },
);

test("what is not imported is dropped", async () => {
  const verifying = await bundled(programs["`verifyWebhook` alone"]);
  expect(verifying).not.toContain("/v2/");
  const booking = await bundled(programs["`connect`, `bookings` and `slots` alone"]);
  expect(booking).toContain("/v2/bookings");
  expect(booking).not.toContain("/v2/schedules");
});
