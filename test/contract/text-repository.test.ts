import { eachAdapter } from './each-adapter.ts';
import { textRepositoryContract } from './text-repository.ts';

eachAdapter('TextRepository', textRepositoryContract);
