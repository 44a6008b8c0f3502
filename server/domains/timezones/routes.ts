import { z } from "zod";
import { listPlaceZones } from "../../core/time/index.js";
import { op } from "../../operation.js";
import { TimezoneOutput } from "./contract.js";
import { timezoneView } from "./view.js";

export const timezoneRoutes = [
  op("GET", "/v2/timezones", {
    id: "listTimezones",
    tag: "Timezones",
    summary: "List the time zones that a person may choose from",
    auth: "none",
    scope: "open",
    run: async () => listPlaceZones(),
    view: (names) => names.map(timezoneView),
    response: z.array(TimezoneOutput),
  }),
];
