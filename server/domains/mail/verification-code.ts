import type { Instant } from "../../core/time/index.js";
import type { Mailbox } from "../../outside/ports.js";
import { type Language, languageFor, writeLetter } from "./letter/index.js";
import type { NewMail } from "./mail.js";

export interface VerificationCode {
  to: Mailbox;
  code: string;
  /** How long the code can be used. */
  validMinutes: number;
  /** The reader's; English if there is none. */
  locale?: string | null;
  /** What the code is for; without it, to show that the address is the reader's. */
  purpose?: string;
  userId?: number | null;
  createdAt: Instant;
}

/** The mail that brings somebody a code to prove that an address is theirs. The subject is without it: lock screens show subjects. */
export function verificationCodeMail({
  to,
  code,
  validMinutes,
  locale,
  purpose,
  userId,
  createdAt,
}: VerificationCode): NewMail {
  const language = languageFor(locale);
  const words = wordings[language];
  const letter = {
    language,
    tone: "waiting" as const,
    label: words.label,
    heading: words.heading,
    lead: purpose ?? words.lead,
    blocks: [
      { kind: "code" as const, text: code },
      { kind: "note" as const, text: words.validity(validMinutes) },
    ],
    footer: [words.footer],
  };
  return { kind: "verification-code", to, subject: words.subject, ...writeLetter(letter), userId, createdAt };
}

interface Wording {
  subject: string;
  label: string;
  heading: string;
  lead: string;
  validity: (minutes: number) => string;
  footer: string;
}

const wordings: Record<Language, Wording> = {
  en: {
    subject: "Your verification code",
    label: "Verification",
    heading: "Your verification code",
    lead: "Enter this code to show that this address is yours.",
    validity: (minutes) => `The code can be used for ${minutes} minutes. Nobody will ever ask you for it.`,
    footer: "If you did not ask for a code, you can ignore this mail.",
  },
  "zh-CN": {
    subject: "您的验证码",
    label: "验证",
    heading: "您的验证码",
    lead: "请输入此验证码，以确认该邮箱属于您。",
    validity: (minutes) => `验证码在 ${minutes} 分钟内有效。任何人都不会向您索要验证码。`,
    footer: "如果您没有申请验证码，请忽略此邮件。",
  },
};
