import { createCarrier } from '../../local/carrier/create-carrier.ts';
import { ACCOUNT_SID, AUTH_TOKEN, OPT_OUT_REPLIES, SENDER, SERVICE_SID, START } from './carrier-kit.ts';

/** A carrier in a process of its own, to be killed. Says `received` once the texts count. */
const [journal = '', inboundUrl = '', statusUrl = '', ...numbers] = process.argv.slice(2);
const carrier = createCarrier({
  accountSid: ACCOUNT_SID,
  authToken: AUTH_TOKEN,
  messagingServiceSid: SERVICE_SID,
  sender: SENDER,
  inboundUrl,
  clock: { now: () => START },
  optOutReplies: OPT_OUT_REPLIES,
  schedule: { stepMilliseconds: 60_000 },
  journal,
});
const { url } = await carrier.start();
for (const number of numbers) await carrier.receive(number, 'stop');
const authorization = `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64')}`;
await fetch(`${url}/2010-04-01/Accounts/${ACCOUNT_SID}/Messages.json`, {
  method: 'POST',
  headers: { authorization },
  body: new URLSearchParams({
    To: '+16125550188',
    Body: 'On its way',
    MessagingServiceSid: SERVICE_SID,
    StatusCallback: statusUrl,
  }),
});
process.stdout.write('received\n');
