import type { Context } from 'aws-lambda';
import { authenticateAnybody } from '../../functions/console-api/authenticate.ts';
import { createCoachHandler } from '../../functions/lambdas/coach.ts';
import { createConsoleApiHandler } from '../../functions/lambdas/console-api.ts';
import { createReceiveTextHandler } from '../../functions/lambdas/receive-text.ts';
import { createRecordStatusHandler } from '../../functions/lambdas/record-status.ts';
import { createRelayHandler } from '../../functions/lambdas/relay.ts';
import { createReleaseDueHandler } from '../../functions/lambdas/release-due.ts';
import { createSendTextHandler } from '../../functions/lambdas/send-text.ts';
import type { Container } from '../../functions/runtime/container.ts';
import type { LocalHandler } from './invoke.ts';

/** As Lambda does: the event that a trigger makes is handed over as it is, whatever type the function declares. */
const untyped =
  <Event>(handler: (event: Event, context: Context) => Promise<unknown>): LocalHandler =>
  (event, context) =>
    handler(event as Event, context); // the trigger made it for this function

/** The functions of the list, as they are deployed, over one container. */
export const createHandlers = async (
  container: Container,
): Promise<Readonly<Record<string, LocalHandler>>> => ({
  'receive-text': untyped(createReceiveTextHandler(await container.receiveText())),
  'record-status': untyped(createRecordStatusHandler(await container.recordStatus())),
  relay: untyped(createRelayHandler(await container.relay())),
  coach: untyped(createCoachHandler(await container.coach())),
  'release-due': untyped(createReleaseDueHandler(await container.releaseDue())),
  'send-text': untyped(createSendTextHandler(await container.sendText())),
  'console-api': untyped(
    createConsoleApiHandler({ ...(await container.consoleApi()), authenticate: authenticateAnybody }),
  ),
});
