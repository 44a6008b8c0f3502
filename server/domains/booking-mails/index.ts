export { type CalendarFiles, calendarFilesOf } from "./calendar-files.js";
export { concernsPeople, tellPeople } from "./tell.js";
