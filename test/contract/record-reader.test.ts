import { eachAdapter } from './each-adapter.ts';
import { recordReaderContract } from './record-reader.ts';

eachAdapter('RecordReader', recordReaderContract);
