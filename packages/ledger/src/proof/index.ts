/** The door of the proof: how entries become a tree, and how its heads are signed, cosigned and checked. */
export * from "./canonical.ts";
export * from "./leaf.ts";
export * from "./note.ts";
export * from "./tree.ts";
export * from "./witness/index.ts";
