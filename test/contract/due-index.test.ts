import { dueIndexContract } from './due-index.ts';
import { eachAdapter } from './each-adapter.ts';

eachAdapter('DueIndex', dueIndexContract);
