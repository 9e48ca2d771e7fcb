import type { KeyView } from '../domain/api-key.ts';
import { dayInRome, parseDateInYear, yearOf } from '../domain/dates.ts';
import type { Result } from '../domain/refusal.ts';
import { keyDetails, keyMessages, keyTitle } from '../messages/keys.ts';
import { refusalText } from '../messages/refusals.ts';
import { scopeOfWord } from '../messages/scope-words.ts';
import type { Context } from '../services/context.ts';
import { createKey } from '../services/keys/create-key.ts';
import { listKeys } from '../services/keys/list-keys.ts';
import { revokeKey } from '../services/keys/revoke-key.ts';
import { type CliDeps, EXIT, type ExitCode } from './deps.ts';
import { cleaned, wrap } from './text/layout.ts';
import { UsageError } from './usage-error.ts';

export type KeyCreateOptions = {
  readonly name?: string;
  /** Each may hold several, with commas between them. */
  readonly scope?: readonly string[];
  readonly structure?: readonly string[];
  /** As written. */
  readonly expires?: string;
  readonly json?: boolean;
};

/** `arti key create`: the key stands alone on its line, or in the JSON, this once. */
export async function runKeyCreate(
  context: Context,
  deps: CliDeps,
  options: KeyCreateOptions,
): Promise<ExitCode> {
  const created = await createKey(
    context,
    deps.actor,
    {
      name: options.name ?? '',
      scopes: listed(options.scope).map((word) => scopeOfWord(word) ?? word),
      structures: listed(options.structure),
      expiresOn: readDay(options.expires, context),
    },
    null,
  );
  if (!created.ok) return refuse(deps, created);
  const { key, token } = created.value;
  if (options.json) return tellJson(deps, { ...shown(key), key: token });
  const t = keyMessages(deps.language);
  return tell(deps, [
    cleaned(t.created(key.name, key.id)),
    wrap(keyDetails(key, t), '', ''),
    '',
    token ?? '',
    '',
    t.shownOnce,
    t.howToSend,
  ]);
}

/** `arti key`, `arti key list`: every key that was ever made, the newest first. */
export async function runKeyList(
  context: Context,
  deps: CliDeps,
  { json }: { readonly json?: boolean },
): Promise<ExitCode> {
  const keys = await listKeys(context, deps.actor);
  if (!keys.ok) return refuse(deps, keys);
  if (json) return tellJson(deps, keys.value.map(shown));
  const t = keyMessages(deps.language);
  if (keys.value.length === 0) return tell(deps, [t.none]);
  return tell(
    deps,
    keys.value.flatMap((key) => [cleaned(keyTitle(key, t)), wrap(keyDetails(key, t), '  ', '  ')]),
  );
}

/** `arti key revoke <id>` */
export async function runKeyRevoke(
  context: Context,
  deps: CliDeps,
  id: string,
  { json }: { readonly json?: boolean },
): Promise<ExitCode> {
  const revoked = await revokeKey(context, deps.actor, id, null);
  if (!revoked.ok) return refuse(deps, revoked);
  const { key, duplicate } = revoked.value;
  if (json) return tellJson(deps, shown(key));
  const t = keyMessages(deps.language);
  return tell(deps, [cleaned((duplicate ? t.revokedBefore : t.revoked)(key.name, key.id))]);
}

const listed = (given: readonly string[] = []): readonly string[] =>
  given.flatMap((each) => each.split(',')).filter((each) => each.trim() !== '');

/** Without its year it is of this one, by the real clock: the simulated day does not move what a key is good for. */
function readDay(given: string | undefined, { realNow }: Context) {
  if (given === undefined) return null;
  const day = parseDateInYear(given.trim(), yearOf(dayInRome(realNow())));
  if (day === undefined) throw new UsageError('badDay', '--expires', given);
  return day;
}

/** As the API shows it: by the last day on which it holds, and not by whom it was made. */
const shown = ({ createdBy: _by, expiresAt: _instant, ...key }: KeyView) => key;

function tell({ stdout }: CliDeps, lines: readonly string[]): ExitCode {
  stdout.write(`${lines.join('\n')}\n`);
  return EXIT.OK;
}

const tellJson = (deps: CliDeps, value: object): ExitCode => tell(deps, [JSON.stringify(value, null, 2)]);

function refuse(
  { stderr, language }: CliDeps,
  { refusal }: Extract<Result<unknown>, { ok: false }>,
): ExitCode {
  stderr.write(`${cleaned(refusalText(refusal, language))}\n`);
  return EXIT.REFUSED;
}
