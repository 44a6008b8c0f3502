/** Video apps by the names of the newest version, and as they are stored and told by older ones. */
export const integrations = (
  "cal-video google-meet zoom whereby-video whatsapp-video webex-video telegram-video tandem sylaps-video skype-video " +
  "sirius-video signal-video shimmer-video salesroom-video roam-video riverside-video ping-video office365-video " +
  "mirotalk-video jitsi jelly-video jelly-conferencing huddle facetime-video element-call-video eightxeight-video " +
  "discord-video demodesk-video campfire-video"
).split(" ");

const irregular: Record<string, string> = {
  "cal-video": "daily",
  "google-meet": "google:meet",
  huddle: "huddle01",
  "sirius-video": "sirius_video_video",
  "element-call-video": "element-call_video",
};

/** integrationKey("google-meet") // "integrations:google:meet" */
export const integrationKey = (integration: string): string =>
  `integrations:${irregular[integration] ?? integration.replaceAll("-", "_")}`;

const byKey = new Map(integrations.map((integration) => [integrationKey(integration), integration]));

/** integrationOf("integrations:daily") // "cal-video" */
export const integrationOf = (key: string): string | undefined => byKey.get(key);
