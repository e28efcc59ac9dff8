import { eachAdapter } from './each-adapter.ts';
import { inboxRepositoryContract } from './inbox-repository.ts';

eachAdapter('InboxRepository', inboxRepositoryContract);
