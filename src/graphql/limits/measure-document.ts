/** How large a document is, from its text alone: so before it is validated, which is itself work. */
import {
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** Of the largest operation, with its fragments spread; lists count once. */
export type DocumentSize = {
  readonly depth: number;
  readonly rootFields: number;
  readonly fields: number;
  /** Of the whole text, as it is written. */
  readonly aliases: number;
  readonly directives: number;
  /**
   * Fields that stand in a place where one of the same name stands already, after fragments were spread: validation
   * compares each with each of them. Counted only in a document whose `fields` are within `countedUpTo`.
   */
  readonly repeated: number;
  /** A fragment that spreads itself, by way of others too: nothing of it can be measured. Null where none does. */
  readonly cycle: string | null;
};

/** @param countedUpTo fields beyond which repeated ones are not looked for */
export function measureDocument(document: DocumentNode, countedUpTo: number): DocumentSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measurer = createMeasurer(fragments);
  const roots: SelectionSetNode[] = [];
  let [depth, rootFields, fields] = [0, 0, 0];
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = measurer.measure(definition.selectionSet);
    depth = Math.max(depth, size.depth);
    rootFields = Math.max(rootFields, size.rootFields);
    fields += size.fields;
    roots.push(definition.selectionSet);
  }
  // One that no operation spreads is validated all the same.
  for (const [name, { selectionSet }] of fragments) {
    if (measurer.isMeasured(name)) continue;
    fields += measurer.ofFragment(name).fields;
    roots.push(selectionSet);
  }
  const cycle = measurer.cycle();
  const countable = cycle === null && fields <= countedUpTo;
  const repeated = countable ? roots.reduce((sum, root) => sum + countRepeated([root], fragments), 0) : 0;
  return { depth, rootFields, fields, repeated, cycle, ...countWritten(document.definitions) };
}

type Written = Pick<DocumentSize, 'aliases' | 'directives'>;

function countWritten(definitions: readonly DefinitionNode[]): Written {
  let [aliases, directives] = [0, 0];
  const add = (of: { readonly directives?: readonly DirectiveNode[] | undefined }) => {
    directives += of.directives?.length ?? 0;
  };
  function look({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      add(selection);
      if (selection.kind === Kind.FIELD && selection.alias) aliases += 1;
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) look(selection.selectionSet);
    }
  }
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
      continue;
    add(definition);
    for (const variable of definition.variableDefinitions ?? []) add(variable);
    look(definition.selectionSet);
  }
  return { aliases, directives };
}

type Size = Pick<DocumentSize, 'depth' | 'rootFields' | 'fields'>;

const NOTHING: Size = { depth: 0, rootFields: 0, fields: 0 };

/** Each fragment is measured once, however often it is spread: else measuring could itself be made costly. */
function createMeasurer(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  /** Null while it is being measured. */
  const measured = new Map<string, Size | null>();
  let cycle: string | null = null;

  function ofFragment(name: string): Size {
    const known = measured.get(name);
    if (known) return known;
    if (known === null) {
      cycle ??= name;
      return NOTHING;
    }
    measured.set(name, null);
    const fragment = fragments.get(name);
    const size = fragment ? measure(fragment.selectionSet) : NOTHING;
    measured.set(name, size);
    return size;
  }

  function measure({ selections }: SelectionSetNode): Size {
    let [depth, rootFields, fields] = [0, 0, 0];
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet ? measure(selection.selectionSet) : NOTHING;
        depth = Math.max(depth, below.depth + 1);
        rootFields += 1;
        fields += below.fields + 1;
      } else {
        const spread =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : measure(selection.selectionSet);
        depth = Math.max(depth, spread.depth);
        rootFields += spread.rootFields;
        fields += spread.fields;
      }
    }
    return { depth, rootFields, fields };
  }

  return { measure, ofFragment, isMeasured: (name: string) => measured.has(name), cycle: () => cycle };
}

/** Visits no field more often than it is spread, which `fields` has counted; of a cycle it would never be done. */
function countRepeated(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const places = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const same = places.get(name);
        if (same) same.push(selection);
        else places.set(name, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        collect(selection.selectionSet);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  }
  for (const set of sets) collect(set);
  let repeated = 0;
  for (const same of places.values()) {
    const below = same.flatMap(({ selectionSet }) => selectionSet ?? []);
    repeated += same.length - 1 + (below.length > 0 ? countRepeated(below, fragments) : 0);
  }
  return repeated;
}

/** Whether `document` asks for the schema itself. */
export function asksForSchema({ definitions }: DocumentNode): boolean {
  const asks = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
      if (selection.kind === Kind.FIELD && SCHEMA_FIELDS.has(selection.name.value)) return true;
      return selection.selectionSet !== undefined && asks(selection.selectionSet);
    });
  return definitions.some((definition) => 'selectionSet' in definition && asks(definition.selectionSet));
}

const SCHEMA_FIELDS: ReadonlySet<string> = new Set(['__schema', '__type']);
