import { build } from "./build.mjs";
import { isBuilt } from "./built.mjs";
import { areClientsBuilt, buildClients } from "./clients.mjs";
import { install } from "./install.mjs";
import { isInstalled } from "./installed.mjs";
import { withLock } from "./lock.mjs";
import { inProject } from "./project.mjs";
import { runQuietly } from "./run.mjs";

const lock = inProject(".cache", "prepare.lock");

/** Installs what is missing and builds what is stale, one process of this clone at a time; the clients only if asked to. */
export async function prepare({ dev = false, rebuild = false, clients = false } = {}) {
  await withLock(lock, { onWait: sayWaiting }, async ({ join, leave }) => {
    const run = (args, options) => runQuietly(args, { ...options, onStart: join, onEnd: leave });
    // Asked only now: whoever held the lock before us may have done the work.
    const mustBuild = rebuild || !isBuilt();
    const mustBuildClients = clients && (rebuild || !areClientsBuilt());
    const need = dev || mustBuild || mustBuildClients ? "everything" : "production";
    if (!isInstalled(need)) {
      await timed("Installing packages", () => install(need, run));
    }
    if (mustBuild) {
      await timed("Building", () => build(run));
    }
    if (mustBuildClients) {
      await timed("Building the clients", () => buildClients(run));
    }
  });
}

// Progress goes to stderr: stdout belongs to the server's own log.
function sayWaiting(pid) {
  console.error(`Process ${pid} is installing or building here; waiting for it ...`);
}

async function timed(what, work) {
  console.error(`${what} ...`);
  const begunMs = performance.now();
  await work();
  console.error(`${what} done in ${((performance.now() - begunMs) / 1000).toFixed(1)} s.`);
}
