/** The door to documents for whatever must also run in the browser. */
export { type DocumentFiled, documentFiled } from "./kinds/document-filed.ts";
