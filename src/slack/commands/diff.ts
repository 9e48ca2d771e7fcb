import { readDiff } from '../../services/read-diff.ts';
import { diffMessage } from '../blocks/diff-blocks.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { SlackCommand } from './slack-command.ts';

/** `1.1`, `1.1 0 1`, or nothing: the latest baseline against the approved one. */
const WRITTEN = /^(\d+(?:\.\d+)+)?(?:\s*baseline)?(?:\s*(\d{1,3})\s+(\d{1,3}))?$/i;

/** `/arti diff 1.1`: the approved plan against the re-modulated one, with the motivation. */
export const diffCommand: SlackCommand = {
  names: ['confronto', 'diff'],
  permission: 'READ',
  help: 'diff',
  async answer({ context, voice }, { rest }) {
    const match = WRITTEN.exec(rest);
    if (!match) {
      return refusalMessage({ code: 'USAGE', given: rest, usage: voice.t.help.diff.usage }, voice);
    }
    const [, code, from, to] = match;
    const diff = await readDiff(context, {
      code: code ?? null,
      from: from === undefined ? null : Number(from),
      to: to === undefined ? null : Number(to),
    });
    if (!diff.ok) return refusalMessage(diff.refusal, voice);
    return diffMessage(diff.value, code ?? null, voice);
  },
};
