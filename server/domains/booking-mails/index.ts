export { concernsPeople, tellPeople } from "./tell.js";
