import { hourMs } from "../../core/time/index.js";
import { type Task, task } from "../../task.js";
import { pruneMails } from "./queries.js";
import { keptForMs } from "./rules.js";
import { sendMail } from "./send.js";

const lookEveryMs = 6 * hourMs;

/** What the clock does for mail. */
export const mailTasks: readonly Task[] = [
  task<{ mailId: number }>("mail.send", (ctx, { mailId }, job) => sendMail(ctx, mailId, job)),
  task("mail.prune", (ctx) => pruneMails(ctx.store.db, ctx.now() - keptForMs, ctx.now() + lookEveryMs)),
];
