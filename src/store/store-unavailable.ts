/** Why the database can't be used at all: for the operator, before anything is served. */
export type UnavailableReason =
  | 'NOT_A_DATABASE'
  | 'A_DIRECTORY'
  | 'READ_ONLY'
  /** A SQLite database of some other program. */
  | 'ANOTHER_PROGRAM'
  /** Made by a newer version of this program: an older one must not write into it. */
  | 'NEWER_VERSION'
  | 'BUSY'
  | 'CANNOT_OPEN';

const EXPLANATIONS: Readonly<Record<UnavailableReason, string>> = {
  NOT_A_DATABASE: 'the file is not a SQLite database',
  A_DIRECTORY: 'it is a directory, a file is needed',
  READ_ONLY: 'it can not be written: the file and its directory must be writable',
  ANOTHER_PROGRAM: 'it is the SQLite database of another program',
  NEWER_VERSION: 'it was made by a newer version of this program',
  BUSY: 'another process keeps it locked',
  CANNOT_OPEN: 'it can not be opened',
};

export class StoreUnavailable extends Error {
  readonly reason: UnavailableReason;
  readonly file: string;

  constructor(reason: UnavailableReason, file: string, options?: { detail?: string; cause?: unknown }) {
    const detail = options?.detail === undefined ? '' : ` (${options.detail})`;
    super(`database ${file}: ${EXPLANATIONS[reason]}${detail}`, { cause: options?.cause });
    this.name = 'StoreUnavailable';
    this.reason = reason;
    this.file = file;
  }
}

/** By the start of SQLite's or the system's error code. */
const REASONS: readonly (readonly [prefix: string, reason: UnavailableReason])[] = [
  ['SQLITE_NOTADB', 'NOT_A_DATABASE'],
  ['SQLITE_READONLY', 'READ_ONLY'],
  ['SQLITE_PERM', 'READ_ONLY'],
  ['SQLITE_BUSY', 'BUSY'],
  ['SQLITE_CANTOPEN', 'CANNOT_OPEN'],
  ['SQLITE_CORRUPT', 'NOT_A_DATABASE'],
  ['EACCES', 'READ_ONLY'],
  ['EPERM', 'READ_ONLY'],
  ['EROFS', 'READ_ONLY'],
  ['ENOTDIR', 'CANNOT_OPEN'],
  ['EEXIST', 'CANNOT_OPEN'],
  ['ENOENT', 'CANNOT_OPEN'],
];

/** `error`, met while opening `file`, as a {@link StoreUnavailable}; undefined for what is a bug of ours. */
export function asUnavailable(error: unknown, file: string): StoreUnavailable | undefined {
  if (error instanceof StoreUnavailable) return error;
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  const reason = REASONS.find(([prefix]) => code.startsWith(prefix))?.[1];
  return reason && new StoreUnavailable(reason, file, { detail: error.message, cause: error });
}
