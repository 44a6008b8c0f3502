import type { Instant } from "../../core/time/index.js";
import type { Mailbox } from "../../outside/ports.js";
import { type Language, languageFor, writeLetter } from "./letter/index.js";
import type { NewMail } from "./mail.js";

export interface PausedWebhook {
  /** The webhook's owner. */
  to: Mailbox;
  webhookId: string;
  subscriberUrl: string;
  /** How long nothing could be delivered. */
  failedForDays: number;
  /** What went wrong last, such as `answered 500`. */
  lastError: string | null;
  locale?: string | null;
  userId?: number | null;
  createdAt: Instant;
}

/** The mail that tells an owner that a webhook failed for so long that nothing is sent to it any more. */
export function webhookPausedMail(paused: PausedWebhook): NewMail {
  const { to, webhookId, subscriberUrl, failedForDays, lastError, locale, userId, createdAt } = paused;
  const language = languageFor(locale);
  const words = wordings[language];
  const letter = {
    language,
    tone: "ended" as const,
    label: words.label,
    heading: words.heading,
    lead: words.lead(failedForDays),
    blocks: [
      {
        kind: "facts" as const,
        facts: [
          { label: words.url, lines: [{ text: withoutQuery(subscriberUrl) }] },
          ...(lastError ? [{ label: words.lastError, lines: [{ text: lastError }] }] : []),
          { label: words.resume, lines: [{ text: words.resumeBy(webhookId) }] },
        ],
      },
    ],
    footer: [words.footer],
  };
  return { kind: "webhook-paused", to, subject: words.subject, ...writeLetter(letter), userId, createdAt };
}

/** Queries of webhook addresses often hold a token, and mail is read by more eyes than settings are. */
const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, "").replace(/\/\/[^/@]*@/, "//");

interface Wording {
  subject: string;
  label: string;
  heading: string;
  lead: (days: number) => string;
  url: string;
  lastError: string;
  resume: string;
  resumeBy: (id: string) => string;
  footer: string;
}

const wordings: Record<Language, Wording> = {
  en: {
    subject: "Your webhook was paused",
    label: "Paused",
    heading: "Your webhook was paused",
    lead: (days) =>
      `Nothing could be delivered to it for ${days} ${days === 1 ? "day" : "days"}, so nothing more is sent there for now.`,
    url: "Address",
    lastError: "Last failure",
    resume: "To resume",
    resumeBy: (id) => `Mend the receiver, then send PATCH /v2/webhooks/${id} with {"active": true}.`,
    footer: "You get this mail because you own this webhook.",
  },
  "zh-CN": {
    subject: "您的 Webhook 已暂停",
    label: "已暂停",
    heading: "您的 Webhook 已暂停",
    lead: (days) => `连续 ${days} 天无法送达，因此暂时不再向该地址发送消息。`,
    url: "地址",
    lastError: "最近一次失败",
    resume: "恢复方法",
    resumeBy: (id) => `修复接收端后，发送 PATCH /v2/webhooks/${id}，内容为 {"active": true}。`,
    footer: "您收到此邮件，是因为该 Webhook 属于您。",
  },
};
