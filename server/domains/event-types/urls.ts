/** Where people book an event type: `https://cal.example.com/ann/intro`. */
export const eventTypeUrl = (publicUrl: string, username: string, slug: string): string =>
  `${publicUrl}/${encodeURIComponent(username)}/${encodeURIComponent(slug)}`;
