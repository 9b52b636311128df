/** The door to paper: documents of headings, text and tables, printed as tagged PDF. */
export type { Block, Column, Paper } from "./paper.ts";
export { print } from "./print.ts";
