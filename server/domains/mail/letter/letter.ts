/** What a mail says, before it is put into HTML and into plain text. All of it is text; nothing here is markup. */
export interface Letter {
  language: Language;
  tone: Tone;
  /** A few words above the heading, such as `Confirmed`. */
  label: string;
  heading: string;
  lead: string;
  blocks: readonly Block[];
  /** Small print below. */
  footer: readonly string[];
}

export type Block =
  | { kind: "facts"; facts: readonly Fact[] }
  | { kind: "code"; text: string }
  | { kind: "button"; label: string; url: string }
  | { kind: "note"; text: string };

/** A thing and what there is to say of it, line by line. */
export interface Fact {
  label: string;
  lines: readonly Line[];
}

export interface Line {
  text: string;
  /** An http or https address. */
  url?: string;
  /** Less important than the text, and below it. */
  detail?: string;
  /** What no longer holds. */
  isStruck?: boolean;
  isStrong?: boolean;
}

/** Good news, something that waits, or an end: the colour of the label. */
export type Tone = "good" | "waiting" | "ended";

/** The languages that mails are written in. */
export type Language = "en" | "zh-CN";

/** The language for a person's locale: Chinese in simplified characters for those who read them, else English. */
export const languageFor = (locale: string | null | undefined): Language =>
  /^zh([-_](CN|SG|Hans\b.*))?$/i.test(locale ?? "") ? "zh-CN" : "en";
