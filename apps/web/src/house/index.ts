/** The door to what the frame around the rooms knows. */
export { NotFound } from "./NotFound.tsx";
export { useKnown, useKnownWords } from "./known.ts";
