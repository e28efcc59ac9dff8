// Starts DynamoDB Local, says where, and waits to be killed.
import { startDynamoDbLocal } from '../../../local/dynamodb/start-dynamodb-local.ts';

const [dataDirectory] = process.argv.slice(2);
const { endpoint, pid } = await startDynamoDbLocal({ dataDirectory });
process.stdout.write(`${JSON.stringify({ endpoint, pid })}\n`);
setInterval(() => undefined, 1000);
