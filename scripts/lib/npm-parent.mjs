import { readFileSync } from "node:fs";

const lookMs = 250;

/**
 * npm runs a script through a shell, and a signal that ends npm or that shell need not reach us: dash dies of a SIGTERM
 * without passing it on. When one of the two is gone, we stop as if we had been asked ourselves.
 */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) {
    return;
  }
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  // Whoever called npm is free to go: `nohup npm start &` outlives its terminal.
  const isBelowShell = nameOf(grandparent).startsWith("npm");
  const watch = setInterval(() => {
    if (process.ppid !== parent || (isBelowShell && parentOf(parent) !== grandparent)) {
      clearInterval(watch);
      process.kill(process.pid, "SIGTERM");
    }
  }, lookMs);
  watch.unref();
}

/** 0 where there is no /proc: then the parent alone is watched. */
function parentOf(pid) {
  return Number(/^PPid:\s*(\d+)/m.exec(statusOf(pid))?.[1] ?? 0);
}

function nameOf(pid) {
  return /^Name:\s*(.*)/m.exec(statusOf(pid))?.[1] ?? "";
}

function statusOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
