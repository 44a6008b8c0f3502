/** A zone as a picker shows it. Populations are not known here. */
export const timezoneView = (zoneName: string) => ({
  city: (zoneName.split("/").at(-1) ?? zoneName).replaceAll("_", " "),
  timezone: zoneName,
  pop: 0,
});
