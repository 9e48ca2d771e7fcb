/**
 * Small checks that compose into the validator. A check reports what is wrong and where; it never throws. The
 * words are those of Slack's own answers, which people paste into searches.
 */

/**
 * `pointer` is a JSON pointer (RFC 6901) into the arguments of the call, as in Slack's answers. Slack documents
 * one code of its validator and one kind of constraint; all that is wrong is told by them.
 */
export type Problem = {
  readonly pointer: string;
  readonly message: string;
  readonly code: 'failed_constraint';
  readonly constraint?: Constraint;
};

export type Constraint = { readonly type: 'enum'; readonly expected: readonly string[] };

export type Report = (pointer: string, message: string, constraint?: Constraint) => void;

/** A problem as a report tells it. */
export function problem(pointer: string, message: string, constraint?: Constraint): Problem {
  return { pointer, message, code: 'failed_constraint', ...(constraint ? { constraint } : {}) };
}

export type Check = (value: unknown, pointer: string, report: Report) => void;

/** Slack's form of a problem, as it stands in `response_metadata.messages`. */
export function describeProblem(problem: Problem): string {
  return `[ERROR] ${problem.message} [json-pointer:${problem.pointer}]`;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lengths are counted in UTF-16 units, both ends included. */
export function string(
  limits: { min?: number; max?: number; pattern?: RegExp; format?: string } = {},
): Check {
  const { min = 0, max, pattern, format } = limits;
  return (value, pointer, report) => {
    if (typeof value !== 'string') return report(pointer, 'must provide a string');
    if (value.length < min) return report(pointer, `must be more than ${min - 1} characters`);
    if (max !== undefined && value.length > max) {
      return report(pointer, `must be less than ${max + 1} characters`);
    }
    if (pattern && !pattern.test(value)) report(pointer, `must match format: ${format ?? pattern.source}`);
  };
}

export const boolean: Check = (value, pointer, report) => {
  if (typeof value !== 'boolean') report(pointer, 'must provide a boolean');
};

export function integer(min: number, max: number): Check {
  return (value, pointer, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value))
      return report(pointer, 'must provide an integer');
    if (value < min) return report(pointer, `must be at least ${min}`);
    if (value > max) report(pointer, `must be at most ${max}`);
  };
}

export const number: Check = (value, pointer, report) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) report(pointer, 'must provide a number');
};

export function oneOf(...allowed: readonly string[]): Check {
  return (value, pointer, report) => {
    if (typeof value === 'string' && allowed.includes(value)) return;
    report(pointer, `must be a valid enum value (${allowed.join(', ')})`, {
      type: 'enum',
      expected: allowed,
    });
  };
}

export function list(item: Check, limits: { min?: number; max?: number } = {}): Check {
  return (value, pointer, report) => {
    if (!Array.isArray(value)) return report(pointer, 'must provide an array');
    if (limits.min !== undefined && value.length < limits.min) {
      return report(pointer, `no fewer than ${limits.min} items allowed`);
    }
    if (limits.max !== undefined && value.length > limits.max) {
      return report(pointer, `no more than ${limits.max} items allowed`);
    }
    for (const [index, entry] of value.entries()) item(entry, `${pointer}/${index}`, report);
  };
}

export type Fields = Readonly<Record<string, Check>>;

/** An object that has all of `required`, may have `optional`, and has nothing else; `type` is always allowed. */
export function object(required: Fields, optional: Fields = {}): Check {
  return (value, pointer, report) => {
    if (!isObject(value)) return report(pointer, 'must provide an object');
    for (const name of Object.keys(required)) {
      if (value[name] === undefined || value[name] === null)
        report(pointer, `missing required field: ${name}`);
    }
    for (const [name, entry] of Object.entries(value)) {
      if (entry === undefined || entry === null || name === 'type') continue;
      const check = Object.hasOwn(required, name)
        ? required[name]
        : Object.hasOwn(optional, name)
          ? optional[name]
          : undefined;
      if (check) check(entry, `${pointer}/${escapePointer(name)}`, report);
      else report(pointer, `invalid additional property: ${name}`);
    }
  };
}

/** An object whose `type` chooses its check; `what` names the family in messages about an unknown type. */
export function byType(checks: Fields, refusal = 'unsupported type'): Check {
  return (value, pointer, report) => {
    if (!isObject(value)) return report(pointer, 'must provide an object');
    const { type } = value;
    if (typeof type !== 'string') return report(pointer, 'missing required field: type');
    const check = Object.hasOwn(checks, type) ? checks[type] : undefined;
    if (check) check(value, pointer, report);
    else report(`${pointer}/type`, `${refusal}: ${type}`, { type: 'enum', expected: Object.keys(checks) });
  };
}

export function all(...checks: readonly Check[]): Check {
  return (value, pointer, report) => {
    for (const check of checks) check(value, pointer, report);
  };
}

/** A rule over several fields of one object, called only on objects. */
export function rule(test: (value: Record<string, unknown>, pointer: string, report: Report) => void): Check {
  return (value, pointer, report) => {
    if (isObject(value)) test(value, pointer, report);
  };
}

/** Exactly one of the fields must be there. */
export function exactlyOne(...names: readonly string[]): Check {
  return rule((value, pointer, report) => {
    const given = names.filter((name) => value[name] !== undefined && value[name] !== null);
    if (given.length === 0) report(pointer, `missing required field: ${names.join(' or ')}`);
    if (given.length > 1) report(pointer, `only one of these fields is allowed: ${names.join(', ')}`);
  });
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
