/** Reads a witness's checkpoints.txt, so that a ledger can be compared with what another agency remembers of it. */
import { type NoteSignature, parseCheckpoint, type TreeHead } from "../note.ts";
import { witnessFileUnreadable } from "../refusals.ts";
import { CLOSING_LINE } from "./book.ts";

export interface WitnessedCheckpoint extends TreeHead {
  readonly note: string;
  /** Its dated signatures, unverified: those of a time and 64 bytes, as witnesses make them. */
  readonly cosignatures: readonly NoteSignature[];
}

const COSIGNATURE_BYTES = 8 + 64;

/** Every checkpoint of the file, in its order. Throws the refusal `witness-file-unreadable`. */
export function readWitnessFile(text: string): WitnessedCheckpoint[] {
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
