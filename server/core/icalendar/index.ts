export { type Meeting, type Participant, writeMeeting } from "./meeting.js";
