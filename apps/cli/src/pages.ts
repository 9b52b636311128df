/** Reads a list to its end, page by page, in one frame. */
import { type Cursor, knownIn } from "@joint-docket/taskforce/docket";
import { bases, parseFrame } from "@joint-docket/taskforce/results";
import { oneOf, text, type Work } from "./command.ts";

const LARGEST_PAGE = 200;

type In = Awaited<ReturnType<typeof knownIn>> & Parameters<Parameters<Work["withInstallation"]>[0]>[0];

/** Every page of a list, in one frame, and the token of its cut. */
export async function everyPage<Row>(
  { values, withInstallation }: Work,
  page: (
    at: In,
    paging: { after: Cursor | undefined; limit: number },
  ) => Promise<{ items: readonly Row[]; next: Cursor | null }>,
): Promise<{ items: Row[]; cut: string }> {
  const query = parseFrame({
    asKnownOn: text(values["as-known-on"]),
    basis: oneOf("basis", values.basis, bases, "attested"),
  });
  return withInstallation(async (installation) => {
    const seen = await knownIn(installation.ledger, query);
    const items: Row[] = [];
    let after: Cursor | undefined;
    do {
      const found = await page({ ...installation, ...seen }, { after, limit: LARGEST_PAGE });
      items.push(...found.items);
      after = found.next ?? undefined;
    } while (after);
    return { items, cut: installation.ledger.cut.seal(seen.cut) };
  });
}
