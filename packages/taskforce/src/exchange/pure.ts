/** The door for what the browser may use too. */
export { isRowField, rowFields } from "./fields.ts";
