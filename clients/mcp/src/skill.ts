import { existsSync, readdirSync, readFileSync } from "node:fs";

/** A page of the skill: `SKILL.md`, `references/bookings.md`. */
export interface SkillPage {
  path: string;
  title: string;
  text: string;
}

// In the repository, where they are written, or along with the package.
const places = ["../../../skill/calcom-api/", "./skill/"].map((place) => new URL(place, import.meta.url));

/** The base URL that the pages are written with. */
export const writtenUrl = "https://api.cal.com/v2";

/** The pages with the base URL of the server that they are read for, and their links as that server serves them. */
export function skillPagesFor(baseUrl: string, linkTo?: (path: string) => string): readonly SkillPage[] {
  return skillPages().map((page) => {
    const text = page.text.replaceAll(writtenUrl, baseUrl);
    return { ...page, text: linkTo ? withLinks(page.path, text, linkTo) : text };
  });
}

/** Links between pages are relative to the page; `linkTo` gets the path from the skill's folder. */
const withLinks = (from: string, text: string, linkTo: (path: string) => string): string =>
  text.replace(/\]\(([\w./-]+\.md)(#[\w-]*)?\)/g, (_, to: string, mark = "") => {
    const path = new URL(to, `skill://pages/${from}`).pathname.slice(1);
    return `](${linkTo(path)}${mark})`;
  });

let pages: readonly SkillPage[] | undefined;

/** The pages of the skill, SKILL.md first. Empty where the package was built without them. */
export function skillPages(): readonly SkillPage[] {
  pages ??= readPages(places.find((place) => existsSync(place)));
  return pages;
}

function readPages(folder: URL | undefined): SkillPage[] {
  if (!folder) return [];
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => {
      const text = readFileSync(new URL(path, folder), "utf8");
      return { path, title: /^# (.+)$/m.exec(text)?.[1] ?? path, text };
    });
}
