/** The embedded PostgreSQL of a data directory: the record's home where no DATABASE_URL is given. */
export { type Binaries, binaries, installBinaries } from "./binaries.ts";
export { type Embedded, openEmbedded, type OpenOptions } from "./open.ts";
