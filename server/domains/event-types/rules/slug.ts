/** Leading dashes, then dots, then underscores go, and blanks around; everything else stays, capitals too. */
export const trimmedSlug = (text: string): string =>
  text.trim().replace(/^-+/, "").replace(/^\.+/, "").replace(/^_+/, "");
