/**
 * Which goals and phases a message mentions. Numbers with dots are also versions, dates, times, sums of money, phone
 * numbers and addresses: a phase's code (three numbers or more) counts unless it looks like one of them, a goal's
 * only where it is introduced as one. Whether the plan has it decides whoever asks.
 */

export type MentionedCode = {
  readonly code: string;
  /** Said to be a goal, a phase or an indicator, or alone between backticks. */
  readonly introduced: boolean;
};

/** As the plan writes codes: no zero in front, and not longer than any plan goes. */
const CODE = String.raw`[1-9]\d{0,3}(?:\.[1-9]\d{0,3}){1,4}`;
const ONE = new RegExp(`^${CODE}$`);
/** What may not stand right before a code: it would be part of something longer. */
const NOT_BEFORE = String.raw`(?<![\p{L}\p{N}_.,:/@#+€$£%=\\-])`;
/** Nor after it; a dot or comma that ends a sentence may. */
const NOT_AFTER = String.raw`(?![\p{L}\p{N}_/@#€$£%=\\]|[.,:'’-]\p{N}|-\p{L}|[.]\p{L})`;
/** What makes an amount of it, some way off: `1.4 milioni`, `1.4 %`, `1.4 €`. */
const AMOUNT_AFTER = String.raw`(?!\s*(?:[%‰€$£°]|(?:mila|milion[ei]|miliard[oi]|millions?|billions?|thousand|euro|eur|usd|k|mln|mld|gb|mb|kg|km|per\s+cento|percent)(?!\p{L})))`;
const WHOLE = `(${CODE})${NOT_AFTER}${AMOUNT_AFTER}`;

const NOUN = String.raw`(obiettiv[oi]|ob\.?|obb\.|goals?|indicator[ei]?|indicators?|fas[ei]|phases?|attività|items?)`;
/** `obiettivo 1.4`. */
const INTRODUCED = new RegExp(String.raw`(?<![\p{L}\p{N}_])${NOUN}\s*(?:n\.?\s*)?${WHOLE}`, 'giu');
/** What follows in the same list: `obiettivi 1.4, 1.5 e 1.6`. */
const NEXT = new RegExp(
  String.raw`^(?:\s*[,;/&]\s*(?:(?:e|ed|o|and|or)\s+)?|\s+(?:e|ed|o|and|or|–|-)\s+)${WHOLE}`,
  'iu',
);
/** `fase 2 di 1.4`, `phase 2 of goal 1.4`. */
const NUMBERED = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?:fase|phase)\s+([1-9]\d{0,2})\s+(?:di|del|dell['’]|of)\s*(?:(?:obiettivo|goal)\s+)?${WHOLE}`,
  'giu',
);
const BARE = new RegExp(NOT_BEFORE + WHOLE, 'gu');

/** After these a number is a version, an address, an article of law, a telephone number, a time or a price. */
const ELSEWHERE =
  /(?:[€$£]|(?:^|[^\p{L}])(?:v|ver|vers|versione|version|release|rel|build|patch|firmware|ios|android|windows|node|npm|java|python|chrome|firefox|ip|indirizzo|address|host|art|artt|articol[oi]|articles?|comm[ai]|§|par|paragraf[oi]|paragraph|section|sezione|cap|capitol[oi]|chapter|punto|lettera|legge|d\.?\s?lgs|dpr|dgr|tel|telefono|phone|fax|cell|ore|alle|prot|protocollo|figura|tabella|table|figure)[.:]?)\s*$/iu;
/** The longest of them, and some room. */
const LOOK_BACK = 24;
/** Digits of a phone number, a sum or an amount that go on: `055 1.4.2`. */
const DIGITS_BEFORE = /(?:^|[^\p{N}.,])\+?[\d()]{2,}[\s-]$/u;
/** `3.11.20`, `3.11.2020`, `2020.11.3`: day, month and year. */
const DATE =
  /^(?:(?:[1-9]|[12]\d|3[01])\.(?:[1-9]|1[0-2])\.(?:[1-9]\d|(?:19|20)\d{2})|(?:19|20)\d{2}\.(?:[1-9]|1[0-2])\.(?:[1-9]|[12]\d|3[01]))$/;
/** Four numbers up to 255, such as `192.168.1.10`. */
const ADDRESS = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;

/** In the order of the text, each once; an introduced one before the same one that is not. */
export function findCodes(text: string): readonly MentionedCode[] {
  const found: { readonly at: number; readonly code: string; readonly introduced: boolean }[] = [];
  const { plain, spans } = withoutMarkup(text);
  for (const { at, code } of spans) found.push({ at, code, introduced: true });
  const rest = plain.replace(NUMBERED, (whole: string, number: string, goal: string, at: number) => {
    found.push({ at, code: `${goal}.${number}`, introduced: true });
    return blank(whole);
  });
  for (const { index: at, 0: whole, 1: noun = '', 2: code = '' } of rest.matchAll(INTRODUCED)) {
    // “Fase 1.4” is no goal, whatever it is.
    if (/^(?:fas|phas)/i.test(noun) && segments(code) < 3) continue;
    found.push({ at, code, introduced: true }, ...listFrom(rest, at + whole.length));
  }
  for (const { index: at, 1: code = '' } of rest.matchAll(BARE)) {
    const before = rest.slice(Math.max(0, at - LOOK_BACK), at);
    if (!isElsewhere(before, code)) found.push({ at, code, introduced: false });
  }
  const ordered = found.sort((a, b) => a.at - b.at || Number(b.introduced) - Number(a.introduced));
  const codes = [...new Set(ordered.map(({ code }) => code))];
  return codes.map((code) => ({
    code,
    introduced: ordered.some((each) => each.code === code && each.introduced),
  }));
}

const segments = (code: string): number => code.split('.').length;

function isElsewhere(before: string, code: string): boolean {
  if (segments(code) < 3 || DATE.test(code) || ADDRESS.test(code)) return true;
  return ELSEWHERE.test(before) || DIGITS_BEFORE.test(before);
}

function listFrom(text: string, start: number) {
  const found: { at: number; code: string; introduced: true }[] = [];
  for (let at = start; ; ) {
    const next = NEXT.exec(text.slice(at));
    if (!next) return found;
    at += next[0].length;
    found.push({ at, code: next[1] ?? '', introduced: true });
  }
}

const blank = (part: string): string => ' '.repeat(part.length);

/** Between two codes that both stand whole: `1.4.1/1.4.2`, `1.4.1–1.4.3`. */
const JOINT = /(?<=\d\.\d{1,4}\.\d{1,4})[/–-](?=[1-9]\d{0,3}\.[1-9]\d{0,3}\.[1-9])/g;

/**
 * Blanks what is not prose, at its length: code, unless it is a code of the plan and nothing else, quoted lines, and
 * Slack's entities: names, links, dates.
 */
function withoutMarkup(text: string) {
  const spans: { readonly at: number; readonly code: string }[] = [];
  const plain = text
    .replace(/```[\s\S]*?(?:```|$)/g, blank)
    .replace(/`([^`\n]+)`/g, (whole: string, inside: string, at: number) => {
      if (ONE.test(inside.trim())) spans.push({ at, code: inside.trim() });
      return blank(whole);
    })
    .replace(/<[^<>\n]*>/g, (part) => 'x'.repeat(part.length))
    .replace(/^&gt;.*$/gm, blank)
    .replace(/(?<![\p{L}\p{N}])[_*~]+|[_*~]+(?![\p{L}\p{N}])/gu, blank)
    .replace(JOINT, ' ');
  return { plain, spans };
}
