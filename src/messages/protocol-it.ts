/**
 * What the GraphQL library says in English of a request that is no good, in Italian with the same names and values. By
 * the library's own sentences: one that is not known here is quoted beside an Italian one, so that a new version of the
 * library makes texts poorer and never wrong.
 */
type Rule = readonly [RegExp, (...found: readonly string[]) => string];

const KINDS: Readonly<Record<string, string>> = {
  argument: 'l’argomento',
  'input field': 'il campo',
  operation: 'l’operazione',
  fragment: 'il frammento',
  variable: 'la variabile',
};

const SYNTAX: readonly Rule[] = [
  [
    /^Expected (.+), found (.+)\.$/s,
    (expected, found) => `era atteso ${token(expected)}, si trova ${token(found)}`,
  ],
  [/^Unexpected (.+)\.$/s, (found) => `${token(found)} non può stare qui`],
  [/^Unterminated string\.$/, () => 'un testo tra virgolette non è chiuso'],
];

/** A kind of token, as the library prints it: `Name "x"`, `"{"`, `<EOF>`. */
const token = (text = ''): string =>
  text
    .replace(/<EOF>/g, 'la fine del testo')
    .replace(/\bName\b/, 'un nome')
    .replace(/\bor\b/g, 'oppure');

const RULES: readonly Rule[] = [
  [
    /^Syntax Error: (.+)$/s,
    (detail = '') => `Il testo non è GraphQL: ${worded(SYNTAX, detail) ?? quoted(detail)}.`,
  ],
  [
    /^Cannot query field "([^"]*)" on type "([^"]*)"\./,
    (field, type) => `Il tipo «${type}» non ha un campo «${field}».`,
  ],
  [
    /^Unknown argument "([^"]*)" on field "([^"]*)"\./,
    (argument, field) => `Il campo «${field}» non ha un argomento «${argument}».`,
  ],
  [
    /^Unknown argument "([^"]*)" on directive "([^"]*)"\./,
    (argument, name) => `La direttiva «${name}» non ha un argomento «${argument}».`,
  ],
  [/^Unknown type "([^"]*)"\./, (type) => `Il tipo «${type}» non esiste.`],
  [/^Unknown directive "([^"]*)"\.$/, (name) => `La direttiva «${name}» non esiste.`],
  [/^Unknown fragment "([^"]*)"\.$/, (name) => `Il frammento «${name}» non è definito.`],
  [/^Unknown operation named "([^"]*)"\.$/, (name) => `Il testo non contiene un’operazione «${name}».`],
  [
    /^Could not determine what operation to execute\.$/,
    () =>
      'Non è chiaro quale operazione eseguire: se il testo ne contiene più d’una, si indica «operationName».',
  ],
  [/^Must provide operation name/, () => 'Il testo contiene più operazioni: si indica «operationName».'],
  [/^Must provide an operation\.$/, () => 'Il testo non contiene alcuna operazione.'],
  [/^Must provide query string\.$/, () => 'Manca il testo dell’interrogazione, «query».'],
  [
    /^Can only perform a mutation operation from a POST request\.$/,
    () => 'Una modifica («mutation») si invia soltanto con POST.',
  ],
  [
    /^Directive "([^"]*)" may not be used on (.+)\.$/,
    (name, place) => `La direttiva «${name}» non può stare qui (${place}).`,
  ],
  [
    /^The directive "([^"]*)" can only be used once/,
    (name) => `La direttiva «${name}» può comparire qui una volta sola.`,
  ],
  [
    /^Field "([^"]*)" must not have a selection since type "([^"]*)" has no subfields\.$/,
    (field, type) =>
      `Il campo «${field}» è di tipo «${type}», che non ha campi: si chiede senza parentesi graffe.`,
  ],
  [
    /^Field "([^"]*)" of type "([^"]*)" must have/,
    (field, type) =>
      `Il campo «${field}» è di tipo «${type}»: si indica quali campi se ne vogliono, come in «${field} { … }».`,
  ],
  [
    /^Field "([^"]*)" argument "([^"]*)" of type "([^"]*)" is required/,
    (field, argument, type) => `Il campo «${field}» richiede l’argomento «${argument}», di tipo «${type}».`,
  ],
  [
    /^Directive "([^"]*)" argument "([^"]*)" of type "([^"]*)" is required/,
    (name, argument, type) => `La direttiva «${name}» richiede l’argomento «${argument}», di tipo «${type}».`,
  ],
  [
    /^Argument "([^"]*)" of (?:required|non-null) type "([^"]*)"/,
    (argument, type) => `L’argomento «${argument}», di tipo «${type}», è obbligatorio.`,
  ],
  [
    /^Variable "([^"]*)" is not defined/,
    (name) => `La variabile «${name}» non è dichiarata dall’operazione.`,
  ],
  [/^Variable "([^"]*)" is never used/, (name) => `La variabile «${name}» è dichiarata e mai usata.`],
  [
    /^Variable "([^"]*)" of type "([^"]*)" used in position expecting type "([^"]*)"\.$/,
    (name, type, expected) => `La variabile «${name}» è di tipo «${type}», ma qui serve «${expected}».`,
  ],
  [
    /^Variable "([^"]*)" is of type "([^"]*)" but must be non-nullable/,
    (name, type) =>
      `La variabile «${name}» è di tipo «${type}», ma qui non può essere nulla: si dichiara «${type}!».`,
  ],
  [
    /^Variable "([^"]*)" cannot be non-input type "([^"]*)"\.$/,
    (name, type) =>
      `La variabile «${name}» non può essere di tipo «${type}», che si trova soltanto nelle risposte.`,
  ],
  [
    /^Variable "([^"]*)" of (?:required|non-null) type "([^"]*)"/,
    (name, type) => `La variabile «${name}», di tipo «${type}», è obbligatoria.`,
  ],
  [
    /^Variable "([^"]*)" got invalid value .+? at "([^"]*)"; (.+)$/s,
    (_name, place, detail = '') => `Variabile «${place}»: ${inSentence(detail)}`,
  ],
  [
    /^Variable "([^"]*)" got invalid value .+?; (.+)$/s,
    (name, detail = '') => `Variabile «${name}»: ${inSentence(detail)}`,
  ],
  [
    /^There can be only one (.+?) named "([^"]*)"\.$/,
    (kind = '', name) => `Può comparire una volta sola ${KINDS[kind] ?? kind} «${name}».`,
  ],
  [
    /^This anonymous operation must be the only defined operation\.$/,
    () => 'Un’operazione senza nome deve essere l’unica del testo.',
  ],
  [/^Fragment "([^"]*)" is never used\.$/, (name) => `Il frammento «${name}» è definito e mai usato.`],
  [
    /^Fragment(?: "([^"]*)")? cannot be spread here as objects of type "([^"]*)" can never be of type "([^"]*)"\.$/,
    (name, type, other) =>
      `Il frammento${name ? ` «${name}»` : ''} non può stare qui: un oggetto «${type}» non è mai un «${other}».`,
  ],
  [
    /^Fragment(?: "([^"]*)")? cannot condition on non composite type "([^"]*)"\.$/,
    (name, type) =>
      `Il frammento${name ? ` «${name}»` : ''} non può essere di tipo «${type}», che non ha campi.`,
  ],
  [/^Cannot spread fragment "([^"]*)" within itself/, (name) => `Il frammento «${name}» contiene sé stesso.`],
  [
    /^Fields "([^"]*)" conflict because/,
    (name) =>
      `Il campo «${name}» è chiesto due volte in modo diverso nello stesso punto: si usano alias distinti.`,
  ],
  [
    /^(?:Anonymous Subscription|Subscription "([^"]*)") must select only one top level field\.$/,
    () => 'Una sottoscrizione chiede un solo campo al primo livello.',
  ],
  [
    /^(?:Anonymous Subscription|Subscription "([^"]*)") must not select an introspection/,
    () => 'Una sottoscrizione non può chiedere lo schema.',
  ],
  [
    /^The (.+) definition is not executable\.$/s,
    (name) =>
      `La definizione ${name} non si può eseguire: il testo contiene soltanto operazioni e frammenti.`,
  ],
  [
    /^Value "(.+?)" does not exist in "([^"]*)" enum\./,
    (value, type) => `«${value}» non è un valore di «${type}».`,
  ],
  [
    /^Enum "([^"]*)" cannot represent non-(?:string|enum) value: (.+?)\.(?: Did you mean .*)?$/s,
    (type, value) => `${value} non è un valore di «${type}».`,
  ],
  [
    /^Field "([^"]*)" is not defined by type "([^"]*)"\./,
    (field, type) => `I dati di tipo «${type}» non hanno un campo «${field}».`,
  ],
  [
    /^Field "([^"]*)" of required type "([^"]*)" was not provided\.$/,
    (field, type) => `Manca il campo «${field}», di tipo «${type}».`,
  ],
  [
    /^OneOf Input Object "([^"]*)" must specify exactly one key\.$/,
    (type) => `Di «${type}» si indica uno e un solo campo.`,
  ],
  [
    /^Exactly one key must be specified for OneOf type "([^"]*)"\.$/,
    (type) => `Di «${type}» si indica uno e un solo campo.`,
  ],
  [/^Field "([^"]*)" must be non-null\.$/, (field) => `Il campo «${field}» non può essere nullo.`],
  [
    /^Expected non-nullable type "([^"]*)" not to be null\.$/,
    (type) => `Serve un valore di tipo «${type}», che non può essere nullo.`,
  ],
  [/^Expected type "([^"]*)" to be an object\.$/, (type) => `Serve un oggetto di tipo «${type}».`],
  [
    /^Expected value of type "([^"]*)", found (.+?)\.$/s,
    (type, value) => `${value} non è un valore di tipo «${type}».`,
  ],
  [
    /^Expected value of type "([^"]*)", found (.+?); (.+)$/s,
    (type, value, detail = '') => `${value} non è un valore di tipo «${type}»: ${quoted(detail)}.`,
  ],
  [
    /^Int cannot represent non 32-bit signed integer value: (.+)$/s,
    (value) => `${value} è troppo grande: serve un numero intero di 32 bit.`,
  ],
  [/^Int cannot represent non-integer value: (.+)$/s, (value) => `${value} non è un numero intero.`],
  [
    /^Float cannot represent (?:non numeric|non-numeric) value: (.+)$/s,
    (value) => `${value} non è un numero.`,
  ],
  [/^String cannot represent a non string value: (.+)$/s, (value) => `${value} non è un testo.`],
  [/^Boolean cannot represent a non boolean value: (.+)$/s, (value) => `${value} non è «true» né «false».`],
  [
    /^ID cannot represent (?:a non-string and non-integer )?value: (.+)$/s,
    (value) => `${value} non è un identificativo.`,
  ],
];

function worded(rules: readonly Rule[], english: string): string | null {
  for (const [pattern, say] of rules) {
    const found = pattern.exec(english);
    if (found) return say(...found.slice(1));
  }
  return null;
}

const quoted = (english: string): string => `«${english.replace(/\.$/, '')}»`;

const inSentence = (english: string): string =>
  worded(RULES, english) ?? `il valore non è accettato (${quoted(english)}).`;

/** @param english a sentence of the library, with “Did you mean …?” at its end where it has suggestions */
export function protocolIt(english: string): string {
  const [, suggested] = / Did you mean (.+)\?$/s.exec(english) ?? [];
  const names = [...(suggested ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => `«${name}»`);
  const sentence = worded(RULES, english) ?? `La richiesta non è valida: ${quoted(english)}.`;
  const perhaps = names.length > 0 && !/ \{ \.\.\. \}/.test(suggested ?? '');
  return perhaps ? `${sentence} Forse: ${names.join(', ')}.` : sentence;
}
