import type { Block, Fact, Letter, Line, Tone } from "./letter.js";

/**
 * A letter as HTML that mail programs understand: one column, tables for layout, styles where the old ones look for them, and
 * a style sheet only for what the newer ones add, which is the dark variant.
 */
export function writeHtml(letter: Letter): string {
  const { language, tone, label, heading, lead, blocks, footer } = letter;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(heading)}</title><style>${darkStyles}</style></head>
<body class="page" style="margin:0;padding:0;background:#f3f4f6;-webkit-text-size-adjust:100%">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellspacing="0" cellpadding="0" style="${cardStyle}"><tr><td style="padding:28px 24px">
<p class="${tone}" style="margin:0 0 12px;font-size:14px;line-height:20px;font-weight:600;color:${labelColors[tone]}">${escapeHtml(label)}</p>
<h1 style="margin:0 0 8px;font-size:22px;line-height:29px;font-weight:700;overflow-wrap:anywhere">${escapeHtml(heading)}</h1>
<p style="margin:0;${bodyText}">${escapeHtml(lead)}</p>
${blocks.map(blockHtml).join("\n")}
</td></tr></table>
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:560px"><tr><td class="small" style="${footerStyle}">${footer.map(escapeHtml).join("<br>")}</td></tr></table>
</td></tr></table></body></html>
`;
}

const fonts =
  "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const bodyText = "font-size:16px;line-height:25px;overflow-wrap:anywhere";
const cardStyle = `max-width:560px;background:#ffffff;border-radius:14px;font-family:${fonts};color:#16181d;text-align:left`;
const footerStyle = `padding:16px 24px 0;font-family:${fonts};font-size:13px;line-height:20px;color:#6b7280;overflow-wrap:anywhere`;
const labelColors: Record<Tone, string> = { good: "#15803d", waiting: "#b45309", ended: "#b91c1c" };

const darkStyles = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background:#0f1115!important}.card{background:#1b1e24!important;color:#f1f3f5!important}
.good{color:#4ade80!important}.waiting{color:#fbbf24!important}.ended{color:#f87171!important}
.small,.label,.struck{color:#9aa3af!important}.link{color:#93c5fd!important}.rule{border-color:#2f343d!important}
.code,.note{background:#272b33!important;color:#f1f3f5!important}.button{background:#f1f3f5!important;color:#16181d!important}}`;

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "facts":
      return `<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="margin-top:20px">${block.facts.map(factHtml).join("")}</table>`;
    case "code":
      return `<p class="code" style="margin:24px 0;padding:18px 12px;background:#f3f4f6;border-radius:10px;text-align:center;font:700 32px/40px ui-monospace,Menlo,Consolas,monospace;letter-spacing:6px">${escapeHtml(block.text)}</p>`;
    case "button":
      return `<p style="margin:24px 0 0"><a class="button" href="${escapeHtml(block.url)}" style="display:inline-block;padding:12px 22px;background:#16181d;color:#ffffff;border-radius:10px;font-size:16px;line-height:24px;font-weight:600;text-decoration:none">${escapeHtml(block.label)}</a></p>`;
    case "note":
      return `<p class="note" style="margin:20px 0 0;padding:12px 16px;background:#f3f4f6;border-radius:10px;font-size:15px;line-height:23px;overflow-wrap:anywhere">${escapeHtml(block.text)}</p>`;
  }
}

const factHtml = ({ label, lines }: Fact): string =>
  `<tr><td class="rule" style="padding:12px 0;border-top:1px solid #e5e7eb"><span class="label" style="font-size:13px;line-height:20px;color:#6b7280">${escapeHtml(label)}</span>${lines.map(lineHtml).join("")}</td></tr>`;

function lineHtml({ text, url, detail, isStruck, isStrong }: Line): string {
  const shown = escapeHtml(text).replace(/\n/g, "<br>");
  const linked = url ? `<a class="link" href="${escapeHtml(url)}" style="color:#1d4ed8">${shown}</a>` : shown;
  const below = detail
    ? `<div class="label" style="font-size:14px;line-height:20px;color:#6b7280">${escapeHtml(detail)}</div>`
    : "";
  const weight = isStrong ? ";font-weight:600" : "";
  const struck = isStruck ? ' class="struck"' : "";
  const strike = isStruck ? ";text-decoration:line-through;color:#6b7280" : "";
  return `<div${struck} style="${bodyText}${weight}${strike}">${linked}${below}</div>`;
}

/** Text for content and attributes of HTML: escapeHtml('<a href="x">') // "&lt;a href=&quot;x&quot;&gt;" */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
