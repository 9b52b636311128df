/** Reads a witness's checkpoints.txt, so that a ledger can be compared with what another agency remembers of it. */
import { type NoteSignature, parseCheckpoint, type TreeHead, verifyCosignature } from "../note.ts";
import { witnessFileNotCosigned, witnessFileUnreadable } from "../refusals.ts";
import { CLOSING_LINE } from "./book.ts";

export interface WitnessedCheckpoint extends TreeHead {
  readonly note: string;
  /** Its dated signatures, unverified: those of a time and 64 bytes, as witnesses make them. */
  readonly cosignatures: readonly NoteSignature[];
}

const COSIGNATURE_BYTES = 8 + 64;

/**
 * Every checkpoint of the file, in its order. Where verifier keys of the witness are given, each must bear a cosignature
 * by one of them. Throws the refusals `witness-file-unreadable` and `witness-file-not-cosigned`.
 */
export function readWitnessFile(text: string, verifierKeys: readonly string[] = []): WitnessedCheckpoint[] {
  const found = checkpointsIn(text);
  const forged = found.findIndex(
    ({ note }) => !verifierKeys.some((key) => verifyCosignature(note, note, key)),
  );
  if (verifierKeys.length > 0 && forged >= 0) throw witnessFileNotCosigned({ number: forged + 1 });
  return found;
}

function checkpointsIn(text: string): WitnessedCheckpoint[] {
  // A file that came by way of Windows or mail may have other line ends; the signatures never saw them.
  const pieces = `\n${text.replaceAll("\r\n", "\n").trimEnd()}\n`.split(`\n${CLOSING_LINE}\n`);
  return pieces
    .map((piece, index) => (index === 0 ? piece.slice(1) : piece))
    .filter((piece, index) => piece.trim() !== "" || index < pieces.length - 1)
    .map((piece, index) => {
      // The newline that ends a note is the one its closing line began with; the last note may lack that line.
      const note = piece.endsWith("\n") ? piece : `${piece}\n`;
      try {
        const { origin, size, root, signatures } = parseCheckpoint(note);
        const cosignatures = signatures.filter(({ signature }) => signature.length === COSIGNATURE_BYTES);
        return { origin, size, root, note, cosignatures };
      } catch (error) {
        throw witnessFileUnreadable({ number: index + 1, why: (error as Error).message }, error);
      }
    });
}
