export { forgetOldMails } from "./forget.js";
export {
  type Block,
  type Fact,
  type Language,
  type Letter,
  type Line,
  languageFor,
  writeLetter,
} from "./letter/index.js";
export type { MailOfEvent, NewMail } from "./mail.js";
export { queueMail, queueMailsOfEvents } from "./queue.js";
export { mailRoutes } from "./routes.js";
export { isMailAddress, oneLine } from "./rules.js";
export { mailTasks } from "./tasks.js";
export { type VerificationCode, verificationCodeMail } from "./verification-code.js";
export { type PausedWebhook, webhookPausedMail } from "./webhook-paused.js";
