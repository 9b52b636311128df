/** The door to what the frame around the rooms knows. */
export { useKnown, useKnownWords } from "./known.ts";
