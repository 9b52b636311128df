/** The keys an installation holds outside its database: checkpoint signing, cut tokens, role passwords. */
import { createHmac, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { chmod, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { makeOnce } from "./durable.ts";
import { defineRefusal } from "./refusal.ts";

export const secretsUnreadable = defineRefusal<{ file: string }>({
  code: "secrets-unreadable",
  status: 500,
  en: {
    sentence: ({ file }) => `The installation's keys in ${file} cannot be read or are damaged.`,
    remedy: () =>
      "Restore the file from your backup of the data directory; new keys would orphan every cut and checkpoint.",
  },
  es: {
    sentence: ({ file }) => `Las claves de la instalación en ${file} no se pueden leer o están dañadas.`,
    remedy: () =>
      "Restaure el archivo desde su copia del directorio de datos; con claves nuevas se perderían cortes y puntos de control.",
  },
});

export interface Secrets {
  /** Where the keys stand, and what is remembered outside the database. */
  readonly directory: string;
  /** Ed25519 private key that signs checkpoints. */
  readonly signing: KeyObject;
  /** 32 bytes; seals cut tokens. */
  readonly cuts: Buffer;
  /** Password of a database role, derived so that every server of the installation finds the same. */
  passwordOf(role: string): string;
}

const file = z.object({
  format: z.literal(1),
  signing: z.string(),
  cuts: z.string().length(64),
  roles: z.string().length(64),
});

function fresh(): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  const pem = privateKey.export({ type: "pkcs8", format: "pem" });
  return JSON.stringify({
    format: 1,
    signing: pem,
    cuts: randomBytes(32).toString("hex"),
    roles: randomBytes(32).toString("hex"),
  });
}

/** Reads the keys in `directory`, or makes them on first use. Two processes at once end with the same keys. */
export async function openSecrets(directory: string): Promise<Secrets> {
  const path = join(directory, "keys.json");
  let text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw secretsUnreadable({ file: path }, error);
  });
  if (text === undefined) {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await chmod(directory, 0o700);
    try {
      text = makeOnce(path, fresh());
    } catch (error) {
      throw secretsUnreadable({ file: path }, error);
    }
  }
  try {
    const { signing, cuts, roles } = file.parse(JSON.parse(text));
    const rolesKey = Buffer.from(roles, "hex");
    return {
      directory,
      signing: createPrivateKey(signing),
      cuts: Buffer.from(cuts, "hex"),
      passwordOf: (role) => createHmac("sha256", rolesKey).update(role).digest("base64url"),
    };
  } catch (error) {
    throw secretsUnreadable({ file: path }, error);
  }
}
