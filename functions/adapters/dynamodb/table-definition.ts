/** The table as plain data; every key is a string. Deployed and run locally from this one description. */
export type TableDefinition = {
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly stream: 'NEW_AND_OLD_IMAGES';
  readonly indexes: readonly {
    readonly name: 'due' | 'escalations' | 'roster';
    readonly partitionKey: string;
    readonly sortKey: string;
    /** Attributes beside the keys. */
    readonly includes: readonly string[];
  }[];
};

/** No time to live: expiry decides nothing here. The indexes are sparse: an item is in one when it has its keys. */
export const TABLE_DEFINITION = {
  partitionKey: 'pk',
  sortKey: 'sk',
  stream: 'NEW_AND_OLD_IMAGES',
  indexes: [
    { name: 'due', partitionKey: 'dueShard', sortKey: 'dueAt', includes: ['lane'] },
    { name: 'escalations', partitionKey: 'escalationShard', sortKey: 'escalationRank', includes: [] },
    { name: 'roster', partitionKey: 'rosterShard', sortKey: 'createdAt', includes: [] },
  ],
} as const satisfies TableDefinition;
