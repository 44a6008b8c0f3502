import { spawn } from "node:child_process";

/** A step that failed, told in one sentence; what the step printed has been shown already. */
export class StepFailed extends Error {}

/** Runs Node with `args` and keeps its output to itself, unless it fails. */
export async function runQuietly(args, { failure, onStart, onEnd, env = process.env }) {
  const said = [];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.on("data", (chunk) => said.push(chunk));
  child.stderr.on("data", (chunk) => said.push(chunk));
  onStart?.(child.pid);
  const code = await endOf(child);
  onEnd?.(child.pid);
  if (code !== 0) {
    process.stderr.write(Buffer.concat(said));
    throw new StepFailed(`${failure} (exit code ${code}).`);
  }
}

/** Runs Node with `args` on our own screen, without stdin, and returns its exit code. */
export async function runLoudly(args, { env = process.env } = {}) {
  return endOf(spawn(process.execPath, args, { env, stdio: ["ignore", "inherit", "inherit"] }));
}

/** Runs a script's body: a failed step is a sentence and exit code 1, anything else a bug with its stack. */
export async function runScript(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof StepFailed)) {
      throw error;
    }
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

/** Waits for the child. A signal to us is passed on, and obeyed once the child is gone, so that no child is left over. */
async function endOf(child) {
  let received = null;
  const passOn = (signal) => {
    received = signal;
    // A terminal has sent its Ctrl-C to the child as well, and a second one means "at once" to many programs.
    if (signal !== "SIGINT" || !process.stdin.isTTY) {
      child.kill(signal);
    }
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) {
    process.on(signal, passOn);
  }
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode, signal) => resolve(exitCode ?? signal));
  });
  for (const signal of signals) {
    process.off(signal, passOn);
  }
  if (received !== null) {
    throw new StepFailed(`Stopped by ${received}.`);
  }
  return code;
}
