export { tellPeople } from "./tell.js";
