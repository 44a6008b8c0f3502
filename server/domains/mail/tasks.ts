import { type Task, task } from "../../task.js";
import { sendMail } from "./send.js";

/** What the clock does for mail. */
export const mailTasks: readonly Task[] = [
  task<{ mailId: number }>("mail.send", (ctx, { mailId }, job) => sendMail(ctx, mailId, job)),
];
