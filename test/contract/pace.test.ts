import { eachAdapter } from './each-adapter.ts';
import { brakeContract, paceLedgerContract } from './pace.ts';

eachAdapter('PaceLedger', paceLedgerContract);
eachAdapter('Brake', brakeContract);
