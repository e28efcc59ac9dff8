/** The parts of one update that set, remove and add attributes, with every name and value behind a placeholder. */
export type UpdateParts = {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  readonly add?: Readonly<Record<string, number>>;
  /** Attributes that must have one of these values now. */
  readonly when?: Readonly<Record<string, readonly unknown[]>>;
  /** An instant attribute that must be later than this. */
  readonly whenLater?: Readonly<Record<string, string>>;
};

type Expressions = {
  readonly UpdateExpression: string;
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
};

/** Builds the expressions. The item must exist, whatever else is asked: an update never makes one. */
export const updateExpressions = ({ set = {}, remove = [], add = {}, ...when }: UpdateParts): Expressions => {
  const names: Record<string, string> = { '#pk': 'pk' };
  const values: Record<string, unknown> = {};
  const name = (attribute: string): string => {
    names[`#${attribute}`] = attribute;
    return `#${attribute}`;
  };
  const value = (of: unknown): string => {
    const placeholder = `:v${Object.keys(values).length}`;
    values[placeholder] = of;
    return placeholder;
  };
  const assignments = Object.entries(set).filter(([, to]) => to !== undefined);
  const clauses = [
    clause(
      'SET',
      assignments.map(([attribute, to]) => `${name(attribute)} = ${value(to)}`),
    ),
    clause('REMOVE', remove.filter((attribute) => set[attribute] === undefined).map(name)),
    clause(
      'ADD',
      Object.entries(add).map(([attribute, by]) => `${name(attribute)} ${value(by)}`),
    ),
  ];
  const conditions = [
    'attribute_exists(#pk)',
    ...Object.entries(when.when ?? {}).map(
      ([attribute, options]) => `${name(attribute)} IN (${options.map(value).join(', ')})`,
    ),
    ...Object.entries(when.whenLater ?? {}).map(([attribute, than]) => `${name(attribute)} > ${value(than)}`),
  ];
  return {
    UpdateExpression: clauses.filter(Boolean).join(' '),
    ConditionExpression: conditions.join(' AND '),
    ExpressionAttributeNames: names,
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
};

const clause = (verb: string, parts: readonly string[]): string =>
  parts.length > 0 ? `${verb} ${parts.join(', ')}` : '';
