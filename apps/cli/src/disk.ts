/** Whether the disk is why the embedded database ended: without room for its log it stops at once, and cannot say so itself. */
import { statfsSync } from "node:fs";
import type { Config } from "@joint-docket/server";

/** PostgreSQL takes room for its log in pieces of 16 MB. */
const LOG_PIECE = 16 * 1024 * 1024;

export function diskIsFull({ databaseUrl, dataDir }: Config): boolean {
  if (databaseUrl !== undefined) return false;
  try {
    const { bavail, bsize } = statfsSync(dataDir);
    return bavail * bsize < LOG_PIECE;
  } catch {
    return false;
  }
}
