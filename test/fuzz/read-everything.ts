import type { Send } from "./campaign.js";
import type { Account } from "./world.js";

const versions = ["2024-04-15", "2024-06-11", "2024-06-14", "2024-08-13", "2024-09-04", "2026-02-25"];

const lists = [
  "/v2/me",
  "/v2/schedules",
  "/v2/event-types",
  "/v2/bookings",
  "/v2/bookings?take=250",
  "/v2/me/ooo",
  "/v2/webhooks",
  "/v2/verified-resources/emails",
];

/** Whatever was stored must be readable in every version: each list of each account, and the slots of its event types. */
export async function readEverything(send: Send, accounts: readonly Account[]): Promise<string[]> {
  const faults: string[] = [];
  const read = async (account: Account, url: string, version: string): Promise<string> => {
    const headers = { authorization: `Bearer ${account.apiKey}`, "cal-api-version": version };
    const { status, text } = await send({ method: "GET", url, headers, payload: undefined });
    if (status !== 200)
      faults.push(`account ${account.number} cannot read ${url} in ${version}: ${status} ${text.slice(0, 300)}`);
    return text;
  };
  for (const account of accounts) {
    for (const version of versions) {
      for (const list of lists) await read(account, list, version);
    }
    const eventTypes = JSON.parse(await read(account, "/v2/event-types", "2024-06-14")) as { data?: { id: number }[] };
    for (const { id } of eventTypes.data ?? []) {
      for (const version of versions) await read(account, `/v2/event-types/${id}`, version);
      await read(account, `/v2/event-types/${id}/webhooks`, "");
      await read(account, `/v2/event-types/${id}/private-links`, "");
    }
  }
  return faults;
}
