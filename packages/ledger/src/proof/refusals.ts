/** What a person is told when a key, a checkpoint or a witness's file cannot be read as one. */
import { defineRefusal } from "../refusal.ts";

export const verifierKeyUnreadable = defineRefusal<{ why: string }>({
  code: "verifier-key-unreadable",
  status: 422,
  en: {
    sentence: ({ why }) => `This is not a verifier key: ${why}.`,
    remedy: () => "Copy the whole key again from the agency that gave it: name+number+key, in one line.",
  },
  es: {
    sentence: ({ why }) => `Esto no es una clave de verificación: ${why}.`,
    remedy: () =>
      "Copie otra vez la clave completa de la agencia que la entregó: nombre+número+clave, en una sola línea.",
  },
});

export const checkpointUnreadable = defineRefusal<{ why: string }>({
  code: "checkpoint-unreadable",
  status: 422,
  en: {
    sentence: ({ why }) => `This is not a signed checkpoint: ${why}.`,
    remedy: () => "Ask whoever sent it for the checkpoint again, as a file and unchanged.",
  },
  es: {
    sentence: ({ why }) => `Esto no es un punto de control firmado: ${why}.`,
    remedy: () => "Pida a quien lo envió que mande de nuevo el punto de control, como archivo y sin cambios.",
  },
});

export const witnessFileUnreadable = defineRefusal<{ number: number; why: string }>({
  code: "witness-file-unreadable",
  status: 422,
  en: {
    sentence: ({ number, why }) => `Checkpoint ${number} of the witness's file cannot be read: ${why}.`,
    remedy: () => "Ask the witness for its checkpoints.txt again; nothing was compared with this one.",
  },
  es: {
    sentence: ({ number, why }) =>
      `El punto de control ${number} del archivo del testigo no se puede leer: ${why}.`,
    remedy: () => "Pida al testigo de nuevo su checkpoints.txt; no se comparó nada con este.",
  },
});

export const witnessFileNotCosigned = defineRefusal<{ number: number }>({
  code: "witness-file-not-cosigned",
  status: 422,
  en: {
    sentence: ({ number }) =>
      `Checkpoint ${number} of the witness's file bears no cosignature that holds by a key of that witness.`,
    remedy: () =>
      "Ask the witness for its checkpoints.txt and its verifier key again, each by another way; nothing was compared with this file.",
  },
  es: {
    sentence: ({ number }) =>
      `El punto de control ${number} del archivo del testigo no lleva ninguna firma válida de una clave de ese testigo.`,
    remedy: () =>
      "Pida al testigo de nuevo su checkpoints.txt y su clave de verificación, cada uno por otra vía; no se comparó nada con este archivo.",
  },
});

export const witnessStateUnreadable = defineRefusal<{ file: string }>({
  code: "witness-state-unreadable",
  status: 500,
  en: {
    sentence: ({ file }) =>
      `The witness cannot read ${file}, so it does not know what it has already cosigned. It did not start.`,
    remedy: () =>
      "Restore the witness's directory from a backup. Starting empty would let a ledger rewrite what was cosigned.",
  },
  es: {
    sentence: ({ file }) =>
      `El testigo no puede leer ${file}, así que no sabe qué ha firmado ya. No se inició.`,
    remedy: () =>
      "Restaure el directorio del testigo desde una copia de seguridad. Empezar de cero permitiría reescribir lo ya firmado.",
  },
});

export const witnessDirectoryInUse = defineRefusal<{ directory: string; pid: string; file: string }>({
  code: "witness-directory-in-use",
  status: 409,
  en: {
    sentence: ({ directory, pid }) => `Another witness (process ${pid}) already works in ${directory}.`,
    remedy: ({ file }) =>
      `Stop the other witness first, or give this one a directory of its own. If that process is no witness, delete ${file}.`,
  },
  es: {
    sentence: ({ directory, pid }) => `Otro testigo (proceso ${pid}) ya trabaja en ${directory}.`,
    remedy: ({ file }) =>
      `Detenga primero el otro testigo o dé a este un directorio propio. Si ese proceso no es un testigo, borre ${file}.`,
  },
});
